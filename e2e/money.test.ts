/** Money as strangers meet it: caps before anything is asked for, in the studio and at the facade, and rates before anything is read. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CapPeriod, moneyPaths, type Spending, type Usage } from "#lib/money-wire.ts";
import { type FakeGateway, startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import { type Studio, startStudio } from "#lib/testing/start-studio.ts";
import { type Project, paths } from "#lib/wire.ts";
import { drawScene } from "./pictures.ts";
import { type Answer, ask, askJson, createProject, untilEnded } from "./studio-client.ts";

const schnell = "black-forest-labs/flux-schnell";
const price = 0.003;
const perMinute = 250;

let gateway: FakeGateway;
let studio: Studio;
let project: Project;
beforeAll(async () => {
  gateway = await startFakeGateway();
  const environment = { REPLICATE_API_TOKEN: gateway.token, REPLICATE_BASE_URL: gateway.baseUrl, UPLOADS_PER_MINUTE: "1" };
  studio = await startStudio({ environment: { ...environment, RUNS_PER_MINUTE: String(perMinute) } });
  project = await createProject(studio.origin, "Money");
});
afterAll(async () => {
  await studio?.stop();
  await gateway?.close();
});

const run = (inputs: object = {}) =>
  askJson(studio.origin, paths.predictions, { projectId: project.id, model: schnell, inputs: { prompt: "a boat", ...inputs } });
const setCap = (period: CapPeriod, mostUsd: number | null, holder = "team") =>
  askJson(studio.origin, moneyPaths.caps, { holder, period, mostUsd });
const read = async <Body>(place: string): Promise<Body> => JSON.parse((await ask(studio.origin, place)).text);
const spending = () => read<Spending>(moneyPaths.spending(1));
const idOf = (answer: Answer): string => JSON.parse(answer.text).id;

describe("a cap", () => {
  it("lets two hundred that come at once with money for ten begin ten times, and the others hear why", async () => {
    expect((await setCap("day", 10 * price)).status).toBe(200);
    const answers = await Promise.all(Array.from({ length: 200 }, () => run()));
    const [begun, refused] = [201, 402].map((status) => answers.filter((answer) => answer.status === status));
    expect([begun?.length, refused?.length]).toEqual([10, 190]);
    const tomorrow = new Date(new Date().setUTCHours(24, 0, 0, 0)).toISOString();
    expect(JSON.parse(refused?.[0]?.text ?? "").error).toMatchObject({
      ...{ code: "over_cap", charged: "no" },
      cap: { of: "team", period: "day", capUsd: 0.03, leftUsd: 0, neededUsd: price, freesAt: tomorrow },
    });
    for (const answer of begun ?? []) expect((await untilEnded(studio.origin, idOf(answer))).status).toBe("stored");
    expect([gateway.predictions.length, gateway.billedMicros()]).toEqual([10, 30_000]);
    const { total, byModel, held } = await spending();
    expect([total, held]).toEqual([
      { spentUsd: 0.03, openUsd: 0, runs: 10 },
      { day: 0.03, month: 0.03 },
    ]);
    expect(byModel.map(({ model }) => model)).toEqual([schnell]);
    expect(await read<Usage>(`${paths.usage}?sinceMs=0`)).toMatchObject({ spentUsd: 0.03, budget: { leftUsd: 0, of: "team" } });
  });

  it("refuses at the facade as such services do, and is above what runs here", async () => {
    const place = `/replicate/v1/models/${schnell}/predictions`;
    const answer = await askJson(studio.origin, place, { input: { prompt: "a boat" } });
    expect([answer.status, answer.headers["content-type"]]).toEqual([402, "application/problem+json"]);
    expect(JSON.parse(answer.text)).toMatchObject({
      title: "Spend limit reached",
      status: 402,
      detail: expect.stringContaining("cap of $0.03 a day"),
    });
    const picture = await askJson(studio.origin, paths.projects, { name: "Free", pictureId: (await uploaded()).id });
    const { currentEditId }: Project = JSON.parse(picture.text);
    expect((await askJson(studio.origin, paths.enlarge(currentEditId ?? ""), { factor: 2 })).status).toBe(201);
  });

  it("counts every picture of a run, gives back what failed without a charge, and is lifted at once", async () => {
    await setCap("day", 12 * price);
    expect((await run({ num_outputs: 3 })).status).toBe(402);
    gateway.fault("create", "status-422", { times: 1 });
    const failed = await untilEnded(studio.origin, idOf(await run({ num_outputs: 2 })));
    expect(failed).toMatchObject({ status: "failed", charged: "no" });
    expect((await untilEnded(studio.origin, idOf(await run({ num_outputs: 2 })))).status).toBe("stored");
    expect((await run()).status).toBe(402);
    expect((await setCap("day", null)).status).toBe(200);
    expect((await untilEnded(studio.origin, idOf(await run()))).status).toBe("stored");
    expect([(await spending()).total.spentUsd, gateway.billedMicros()]).toEqual([0.039, 39_000]);
  });

  it.each([
    ["less than nothing", { holder: "team", period: "day", mostUsd: -1 }, "mostUsd"],
    ["more than anybody means", { holder: "team", period: "day", mostUsd: 1e7 }, "mostUsd"],
    ["a week", { holder: "team", period: "week", mostUsd: 1 }, "period"],
    ["somebody who is not here", { holder: "psn_none", period: "day", mostUsd: 1 }, "holder"],
    ["nobody at all", { period: "day", mostUsd: 1 }, "holder"],
  ])("cannot be set: %s", async (_what, body, field) => {
    const answer = await askJson(studio.origin, moneyPaths.caps, body);
    expect([answer.status, JSON.parse(answer.text).error.faults[0].field]).toEqual([422, field]);
    expect((await spending()).caps).toEqual([]);
  });
});

it("a run of which nobody knows stays reserved until the owner says what the bill says", async () => {
  gateway.setScript({ end: "failed" });
  const ended = await untilEnded(studio.origin, idOf(await run()));
  gateway.setScript({});
  expect(ended).toMatchObject({ status: "failed", charged: "maybe" });
  expect(await spending()).toMatchObject({ total: { openUsd: price }, open: [{ predictionId: ended.id, model: schnell }], openCount: 1 });
  const settle = (id: string, body: object) =>
    ask(studio.origin, moneyPaths.settledRun(id), {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  expect((await settle(ended.id, { wasCharged: "no" })).status).toBe(422);
  expect((await settle("prd_none", { wasCharged: false })).status).toBe(404);
  expect((await settle(ended.id, { wasCharged: false })).status).toBe(204);
  expect(await spending()).toMatchObject({ total: { spentUsd: 0.039, openUsd: 0 }, openCount: 0 });
});

it("the table of it all holds the same sum", async () => {
  const answer = await ask(studio.origin, moneyPaths.spendingCsv(1));
  expect(answer.headers).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": expect.stringContaining("spending.csv"),
  });
  const rows = answer.text.trim().split("\r\n").slice(1);
  const micros = rows.reduce((sum, row) => sum + Math.round(Number(row.split(",")[6]) * 1_000_000), 0);
  expect(micros).toBe(39_000);
  expect((await ask(studio.origin, moneyPaths.spendingCsv(0))).status).toBe(422);
});

it("whoever asks too often is told when to come back, and nothing of what they sent is read", async () => {
  // More than fit into two windows.
  const uploads = [];
  for (let count = 0; count < 9; count += 1)
    uploads.push(await ask(studio.origin, paths.pictures, { method: "POST", body: drawScene(64, 48) }));
  const refused = uploads.at(-1);
  expect([refused?.status, JSON.parse(refused?.text ?? "").error.code]).toEqual([429, "too_many_requests"]);
  expect(Number(refused?.headers["retry-after"])).toBeGreaterThan(0);
  expect((await ask(studio.origin, paths.projects)).status).toBe(200);
});

async function uploaded() {
  const answer = await ask(studio.origin, paths.pictures, { method: "POST", body: drawScene(640, 400) });
  expect(answer.status).toBe(201);
  return JSON.parse(answer.text);
}
