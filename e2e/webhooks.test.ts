/** A gateway that calls when a run is over: the end is seen without waiting for a look, and nobody else gets anything by calling. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FakeGateway, startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import type { Script, UpstreamPrediction } from "#lib/testing/fake-gateway/upstream.ts";
import { freePort } from "#lib/testing/free-port.ts";
import { type Studio, startStudio } from "#lib/testing/start-studio.ts";
import { type Prediction, type Project, paths } from "#lib/wire.ts";
import { ask, askJson, createProject, readPrediction, startPrediction, until, untilEnded } from "./studio-client.ts";

const model = "black-forest-labs/flux-schnell";
/** Over when the gateway's clock is set forward. */
const longMs = 3_600_000;
const long = { by: "time", startingMs: 0, processingMs: longMs } as const;

let gateway: FakeGateway;
let studio: Studio;
let project: Project;

beforeAll(async () => {
  gateway = await startFakeGateway();
  const port = await freePort();
  const called = { PUBLIC_URL: `http://127.0.0.1:${port}`, REPLICATE_WEBHOOKS: "on", LOG_LEVEL: "info" };
  studio = await startStudio({
    port,
    environment: { REPLICATE_API_TOKEN: gateway.token, REPLICATE_BASE_URL: gateway.baseUrl, ...called },
  });
  project = await createProject(studio.origin);
});
afterAll(async () => {
  await studio?.stop();
  await gateway?.close();
});

/** Taken up by the gateway, and how it stands there. */
async function begin(script: Script): Promise<{ readonly id: string; readonly upstream: UpstreamPrediction }> {
  gateway.setScript(script);
  const { id } = await startPrediction(studio.origin, { projectId: project.id, model, inputs: { prompt: "a boat" } });
  await until("the gateway to take it up", async () =>
    ["accepted", "running"].includes((await readPrediction(studio.origin, id)).status) ? true : null,
  );
  const upstream = gateway.predictions.find(({ webhook }) => webhook?.includes(id));
  if (!upstream) throw new Error(`Expected an address for ${id} at the gateway`);
  return { id, upstream };
}

const stored = async (id: string): Promise<Prediction> => {
  const run = await untilEnded(studio.origin, id);
  expect(run.status).toBe("stored");
  return run;
};
const readsOf = ({ id }: UpstreamPrediction) => gateway.requests.filter(({ call, path }) => call === "read" && path.endsWith(id)).length;
const firstReadOf = ({ id }: UpstreamPrediction) => gateway.requests.findIndex(({ call, path }) => call === "read" && path.endsWith(id));
const tellingsOf = ({ id }: UpstreamPrediction) => gateway.tellings.filter(({ predictionId }) => predictionId === id);
const told = (upstream: UpstreamPrediction, times: number) =>
  until("the gateway to be answered", async () => (tellingsOf(upstream).length >= times ? tellingsOf(upstream) : null));
const addressOf = ({ webhook }: UpstreamPrediction) => new URL(webhook ?? "").pathname;

describe("a run of which the gateway says that it is over", () => {
  it("is looked at there and then, before one that was begun earlier and of which nobody says so", async () => {
    // From here on the studio knows how long such runs take, and looks at none of them long before.
    gateway.setScript({ pace: { by: "time", startingMs: 0, processingMs: 5000 } });
    const known = await startPrediction(studio.origin, { projectId: project.id, model, inputs: { prompt: "a boat" } });
    await stored(known.id);
    const lost = await begin({ pace: long, tells: "never" });
    const heard = await begin({ pace: long });
    gateway.clock.advance(longMs);
    await stored(heard.id);
    // What nobody says is found by looking, as ever.
    await stored(lost.id);
    expect(firstReadOf(heard.upstream)).toBeLessThan(firstReadOf(lost.upstream));
    expect([readsOf(heard.upstream), tellingsOf(heard.upstream).map(({ status }) => status)]).toEqual([1, [204]]);
    expect(tellingsOf(lost.upstream)).toEqual([]);
  });

  it("is stored once when it says so twice, and again after the end", async () => {
    const { id, upstream } = await begin({ pace: long, tells: "twice" });
    gateway.clock.advance(longMs);
    const before = await stored(id);
    expect((await told(upstream, 2)).map(({ status }) => status)).toEqual([204, 204]);
    const reads = readsOf(upstream);
    const again = await ask(studio.origin, addressOf(upstream), { method: "POST", body: "{}" });
    expect([again.status, again.text]).toEqual([204, ""]);
    expect(await readPrediction(studio.origin, id)).toEqual(before);
    expect([before.outputEditIds.length, readsOf(upstream)]).toEqual([1, reads]);
  });

  it("goes on to its end when it says so before that is true, and before the create was answered", async () => {
    gateway.setScript({ pace: { by: "looks", starting: 1, processing: 1 }, tells: "early" });
    const { id } = await startPrediction(studio.origin, { projectId: project.id, model, inputs: { prompt: "a boat" } });
    await stored(id);
    const upstream = gateway.predictions.at(-1);
    expect([upstream?.looks, upstream && tellingsOf(upstream).map(({ status }) => status)]).toEqual([3, [204]]);
  });

  it("stays canceled when it was", async () => {
    const { id, upstream } = await begin({ pace: long });
    await askJson(studio.origin, paths.cancel(id), {});
    expect((await untilEnded(studio.origin, id)).status).toBe("canceled");
    expect((await told(upstream, 1)).map(({ status }) => status)).toEqual([204]);
    expect((await readPrediction(studio.origin, id)).status).toBe("canceled");
  });
});

describe("a call", () => {
  it("with another token, of another run or with none is refused alike, whatever it says and whether the run is there", async () => {
    const [one, other] = [await begin({ pace: long }), await begin({ pace: long })];
    const token = addressOf(other.upstream).split("/").at(-1) ?? "";
    const body = JSON.stringify({ id: one.upstream.id, status: "succeeded", output: ["https://replicate.delivery/forged.png"] });
    const answers = [];
    for (const [id, given] of [
      [one.id, token],
      [one.id, "x"],
      ["prd_nobody", token],
      [one.id, encodeURIComponent("../..")],
    ]) {
      const answer = await ask(studio.origin, `${paths.prediction(id ?? "")}/over/${given}`, { method: "POST", body });
      answers.push([answer.status, answer.text.replace(/req_\w+/, "")]);
    }
    expect(new Set(answers.map(String)).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
    // It may have been looked at meanwhile; what was forged is not in it.
    const after = await readPrediction(studio.origin, one.id);
    expect(["accepted", "running"]).toContain(after.status);
    expect([after.outputs, after.error]).toEqual([[], null]);
    expect((await ask(studio.origin, addressOf(one.upstream))).status).toBe(405);
    for (const { id } of [one, other]) await askJson(studio.origin, paths.cancel(id), {});
  });

  it("is answered without its body being read, however large and odd it is, and says nothing that is believed", async () => {
    const { id, upstream } = await begin({ pace: long });
    const forged = JSON.stringify({
      id: upstream.id,
      status: "failed",
      error: "forged",
      output: ["https://replicate.delivery/forged.png"],
    });
    for (const body of [forged, "", "no JSON", Buffer.alloc(4_000_000, 0xff)]) {
      expect((await ask(studio.origin, addressOf(upstream), { method: "POST", body })).status).toBe(204);
    }
    gateway.clock.advance(longMs);
    const run = await stored(id);
    expect([run.error, run.outputs.length]).toEqual([null, 1]);
  });

  it("can be seen to have come, in the settings and the figures; its address stands in no log", async () => {
    const { calls } = JSON.parse((await ask(studio.origin, paths.settings)).text);
    expect(Date.parse(calls.lastAt)).toBeGreaterThan(Date.now() - 3_600_000);
    const figures = (await ask(studio.origin, "/metrics")).text;
    for (const answer of ["looked", "nothing", "refused"]) {
      expect(figures).toMatch(new RegExp(`pentimento_gateway_calls_total\\{answer="${answer}"\\} [1-9]`));
    }
    expect(studio.output()).toContain("/over/…");
    const tokens = gateway.predictions.flatMap(({ webhook }) => webhook?.split("/").at(-1) ?? []);
    expect(tokens.length).toBeGreaterThan(5);
    expect(tokens.filter((token) => studio.output().includes(token))).toEqual([]);
  });

  it("is no rule of the gateway's API that we broke", () => {
    expect([gateway.violations, gateway.followed]).toEqual([[], []]);
  });
});
