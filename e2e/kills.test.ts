/** Sudden deaths, one after another, while predictions are on their way: nothing lost, nothing paid twice, nothing stuck, nothing left lying about. */
import { rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { moneyPaths, type Spending } from "#lib/money-wire.ts";
import { type FakeGateway, startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import { patience } from "#lib/testing/patience.ts";
import { asMuchAs } from "#lib/testing/scale.ts";
import { startStudio } from "#lib/testing/start-studio.ts";
import { isTerminal, type Prediction, paths } from "#lib/wire.ts";

const runs = asMuchAs(100, 400);
const kills = asMuchAs(40, 160);
/** Everything must have ended this long after the last start. */
const settleMs = 60_000;

type Studio = Awaited<ReturnType<typeof startStudio>>;
let gateway: FakeGateway;
let studio: Studio;
let dataFolder = "";

beforeAll(async () => {
  gateway = await startFakeGateway({ script: { pace: { by: "time", startingMs: 200, processingMs: 800 } } });
  studio = await start();
  dataFolder = studio.dataFolder;
});

afterAll(async () => {
  await studio.stop();
  await gateway.close();
  await rm(dataFolder, { recursive: true, force: true });
});

function start(): Promise<Studio> {
  const environment = { REPLICATE_API_TOKEN: gateway.token, REPLICATE_BASE_URL: gateway.baseUrl };
  return startStudio(dataFolder === "" ? { environment } : { environment, dataFolder });
}

/** The same key again after every death, as a browser does: whether the first answer got lost or not, it is one prediction. */
async function ask(projectId: string, index: number): Promise<Prediction | null> {
  const body = JSON.stringify({ projectId, model: "black-forest-labs/flux-schnell", inputs: { prompt: `boat number ${index}` } });
  const headers = { "content-type": "application/json", "idempotency-key": `kill-test-${index}` };
  const answer = await fetch(`${studio.origin}${paths.predictions}`, { method: "POST", headers, body }).catch(() => null);
  if (!answer?.ok) return null;
  return answer.json().catch(() => null);
}

async function readPrediction(id: string): Promise<Prediction> {
  const answer = await fetch(`${studio.origin}${paths.prediction(id)}`);
  expect(answer.status, `prediction ${id} was acknowledged and is gone`).toBe(200);
  return answer.json();
}

it(`survives ${kills} kills during ${runs} predictions`, async () => {
  const project = await fetch(`${studio.origin}${paths.projects}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "Kills" }),
  }).then((answer) => answer.json());

  const acknowledged = new Map<number, string>();
  const unanswered = new Set(Array.from({ length: runs }, (_, index) => index));
  let died = 0;
  while (died < kills || unanswered.size > 0) {
    const batch = [...unanswered].slice(0, Math.ceil(runs / kills));
    const asking = batch.map(async (index) => {
      const prediction = await ask(project.id, index);
      if (!prediction) return;
      acknowledged.set(index, prediction.id);
      unanswered.delete(index);
    });
    if (died < kills) {
      // A different moment of the life cycle each time: from "just asked" to "being copied".
      await new Promise((resolve) => setTimeout(resolve, (died % 10) * 37));
      await studio.kill();
      died += 1;
      await Promise.all(asking);
      studio = await start();
    } else {
      await Promise.all(asking);
    }
  }

  const lastStartMs = Date.now();
  const ended = new Map<number, Prediction>();
  while (ended.size < runs) {
    for (const [index, id] of acknowledged) {
      if (ended.has(index)) continue;
      const prediction = await readPrediction(id);
      if (isTerminal(prediction.status)) ended.set(index, prediction);
    }
    expect(Date.now() - lastStartMs, `${runs - ended.size} predictions are stuck`).toBeLessThan(settleMs);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }

  const outcomes = [...ended.values()].map(({ status, error }) => (error ? `${status} ${error.code}` : status));
  const counted = Object.fromEntries([...new Set(outcomes)].map((outcome) => [outcome, outcomes.filter((one) => one === outcome).length]));
  console.info(`after ${kills} kills: ${JSON.stringify(counted)}`);

  const prompts = gateway.predictions.map((prediction) => prediction.input.prompt);
  expect(new Set(prompts).size, "a prediction was created twice").toBe(prompts.length);
  expect(gateway.violations).toEqual([]);
  expect(gateway.followed).toEqual([]);
  // What the gateway made is stored; only what never reached it may have ended otherwise.
  const stored = [...ended].filter(([, prediction]) => prediction.status === "stored").map(([index]) => `boat number ${index}`);
  expect(new Set(stored)).toEqual(new Set(prompts));

  // To the cent: what the ledger calls charged is what the gateway's own book asks for, and the rest was given back.
  const { total }: Spending = await fetch(`${studio.origin}${moneyPaths.spending(2)}`).then((answer) => answer.json());
  const unsure = [...ended.values()].filter(({ charged, status }) => charged === "maybe" && status !== "stored");
  expect(Math.round(total.spentUsd * 1_000_000)).toBe(gateway.billedMicros());
  expect(Math.round(total.openUsd * 1_000_000)).toBe(unsure.length * 3000);

  // Every file in the store is one of the results, or drawn ahead of one; nothing half-written is left.
  const known = new Set([...ended.values()].flatMap((prediction) => prediction.outputs.map((picture) => picture.id.slice("pic_".length))));
  const strays = async () => (await studio.storedFiles()).filter((file) => !known.has(path.basename(file).slice(0, 64)));
  // What was drawn ahead is kept a moment after its run has ended.
  await vi.waitFor(async () => expect(await strays()).toEqual([]), patience);
});
