/** Steps applied to other pictures by the built app: a sudden end asks for nothing twice, and they go on by themselves after it. */
import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { moneyPaths } from "#lib/money-wire.ts";
import { type Replay, replayPaths } from "#lib/replay-wire.ts";
import { type FakeGateway, startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import { type Studio, startStudio } from "#lib/testing/start-studio.ts";
import { type Prediction, type Project, paths } from "#lib/wire.ts";
import { drawMiddleMask, drawScene } from "./pictures.ts";
import { ask, askJson, until, untilEnded, upload } from "./studio-client.ts";

const edit = "black-forest-labs/flux-kontext-pro";
const fill = "black-forest-labs/flux-fill-dev";
const pictures = 3;
const kills = 12;

let gateway: FakeGateway;
let studio: Studio;
let dataFolder = "";
let sourceId: string;

beforeAll(async () => {
  gateway = await startFakeGateway();
  studio = await start();
  dataFolder = studio.dataFolder;
  const picture = await upload(studio.origin, drawScene(640, 400));
  const project: Project = JSON.parse((await askJson(studio.origin, paths.projects, { name: "Steps", pictureId: picture.id })).text);
  const first = await run(project.id, project.currentEditId, edit, { prompt: "a red car", input_image: picture.id });
  const mask = await upload(studio.origin, drawMiddleMask(first.picture.width, first.picture.height));
  const second = await run(project.id, first.id, fill, { prompt: "a bench", image: first.picture.id, mask: mask.id });
  const blend = { alphaId: null, softnessPx: 4, colourMatch: 0.5, whole: false };
  sourceId = JSON.parse((await askJson(studio.origin, paths.blend(second.id), blend)).text).id;
  gateway.setScript({ pace: { by: "time", startingMs: 150, processingMs: 500 } });
});

afterAll(async () => {
  await studio?.stop();
  await gateway?.close();
  await rm(dataFolder, { recursive: true, force: true });
});

function start(): Promise<Studio> {
  const environment = { REPLICATE_API_TOKEN: gateway.token, REPLICATE_BASE_URL: gateway.baseUrl };
  return startStudio(dataFolder === "" ? { environment } : { environment, dataFolder });
}

async function run(projectId: string, parentEditId: string | null, model: string, inputs: object) {
  const answer = await askJson(studio.origin, paths.predictions, { projectId, parentEditId, model, inputs });
  const ended = await untilEnded(studio.origin, (JSON.parse(answer.text) as Prediction).id);
  expect(ended.status).toBe("stored");
  const project = await readProject(projectId);
  const made = project.edits.find(({ predictionId }) => predictionId === ended.id);
  if (!made) throw new Error("Expected an edit of the run");
  return made;
}

async function readProject(id: string): Promise<Project> {
  return JSON.parse((await ask(studio.origin, paths.project(id))).text);
}

/**
 * A process that died after it wrote down that it will ask, and before the gateway heard it, leaves a step of which nobody can
 * say whether it is paid for: a person decides to take it up again. The gateway's own count tells whether that was right.
 */
async function seenToTheirEnd(id: string): Promise<Replay> {
  const read = async (): Promise<Replay> => JSON.parse((await ask(studio.origin, replayPaths.replay(id))).text);
  for (;;) {
    const over = await until(`the steps of ${id} to end`, async () => {
      const replay = await read();
      return replay.status === "running" ? null : replay;
    });
    if (over.error?.code !== "answer_lost") return over;
    expect((await askJson(studio.origin, replayPaths.resume(id), { skip: false })).status).toBe(200);
  }
}

it("outlives twelve kills with every step asked for once and every blend made once", async () => {
  const askedBefore = gateway.predictions.length;
  const given = await Promise.all(Array.from({ length: pictures }, (_, index) => upload(studio.origin, drawScene(500 + 20 * index, 360))));
  const request = {
    pictures: given.map(({ id }, index) => ({ pictureId: id, name: `Other ${index}` })),
    ...{ off: [], seeds: "new", projectId: null },
  };
  const begin = () => askJson(studio.origin, replayPaths.ofEdit(sourceId), request, { "idempotency-key": "one-wish" });
  const begun: readonly Replay[] = JSON.parse((await begin()).text).replays;
  expect(begun).toHaveLength(pictures);
  for (let died = 0; died < kills; died += 1) {
    // Another moment each time: while a step is written down, asked for, followed, stored.
    await new Promise((resolve) => setTimeout(resolve, 60 + (died % 6) * 130));
    await studio.kill();
    studio = await start();
  }
  // The same wish again, as from a browser that never heard the answer.
  const again: readonly Replay[] = JSON.parse((await begin()).text).replays;
  expect(again.map(({ id }) => id)).toEqual(begun.map(({ id }) => id));

  for (const { id, projectId } of begun) {
    expect(await seenToTheirEnd(id)).toMatchObject({ status: "done", error: null });
    const { edits, predictions, currentEditId } = await readProject(projectId);
    expect(edits.map(({ kind }) => kind)).toEqual(["upload", "prediction", "prediction", "local"]);
    const ends = predictions.map(({ status, error }) => (error ? `${status} ${error.code}` : status));
    expect(ends.filter((end) => end !== "failed answer_lost")).toEqual(["stored", "stored"]);
    expect(currentEditId).toBe(edits.at(-1)?.id);
  }
  expect(gateway.predictions.length - askedBefore).toBe(2 * pictures);
  expect([gateway.violations, gateway.followed]).toEqual([[], []]);
});

it("asks for nothing more once they are canceled", async () => {
  gateway.setScript({ pace: { by: "time", startingMs: 3_600_000, processingMs: 0 } });
  const { id: pictureId } = await upload(studio.origin, drawScene(480, 480));
  const request = { pictures: [{ pictureId, name: "Canceled" }], off: [], seeds: "same", projectId: null };
  const askedBefore = gateway.predictions.length;
  const [begun]: readonly Replay[] = JSON.parse((await askJson(studio.origin, replayPaths.ofEdit(sourceId), request)).text).replays;
  const id = begun?.id ?? "";
  await until("the first step to be asked for", async () => (gateway.predictions.length > askedBefore ? true : null));
  await ask(studio.origin, replayPaths.cancel(id), { method: "POST" });
  await until("the steps to be canceled", async () => {
    const replay: Replay = JSON.parse((await ask(studio.origin, replayPaths.replay(id))).text);
    return replay.status === "canceled" ? replay : null;
  });
  const { predictions } = await readProject(begun?.projectId ?? "");
  const [only] = predictions;
  expect(predictions).toHaveLength(1);
  expect(await untilEnded(studio.origin, only?.id ?? "")).toMatchObject({ status: "canceled" });
  expect(gateway.predictions.length).toBe(askedBefore + 1);
});

it("tells which cap stopped them, with the amounts, and goes on once there is room", async () => {
  const setCap = (mostUsd: number | null) => askJson(studio.origin, moneyPaths.caps, { holder: "team", period: "day", mostUsd });
  gateway.setScript({ pace: { by: "looks", starting: 1, processing: 1 } });
  const askedBefore = gateway.predictions.length;
  // Less than was spent by now: nothing is left.
  expect((await setCap(0.01)).status).toBe(200);
  const picture = await upload(studio.origin, drawScene(470, 330));
  const request = { pictures: [{ pictureId: picture.id, name: "Dear" }], off: [], seeds: "new", projectId: null };
  const [begun]: readonly Replay[] = JSON.parse((await askJson(studio.origin, replayPaths.ofEdit(sourceId), request)).text).replays;
  if (!begun) throw new Error("Expected one replay");
  const ended = (status: Replay["status"]) =>
    until(`a replay that is ${status}`, async () => {
      const replay: Replay = JSON.parse((await ask(studio.origin, replayPaths.replay(begun.id))).text);
      return replay.status === status ? replay : null;
    });
  const { error } = await ended("failed");
  expect(error).toMatchObject({ code: "over_cap", charged: "no", cap: { of: "team", period: "day", capUsd: 0.01, leftUsd: 0 } });
  expect(error?.cap?.neededUsd).toBeGreaterThan(0);
  expect(gateway.predictions.length).toBe(askedBefore);

  expect((await setCap(null)).status).toBe(200);
  expect((await askJson(studio.origin, replayPaths.resume(begun.id), { skip: false })).status).toBe(200);
  expect((await ended("done")).error).toBeNull();
});
