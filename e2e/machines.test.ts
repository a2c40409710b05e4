/** Several machines, as processes with nothing in common but a Postgres and a bucket: some that answer browsers, some that work. */
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { moneyPaths, type Spending } from "#lib/money-wire.ts";
import { openS3Blobs, type S3Place } from "#lib/server/storage/s3/s3-blobs.ts";
import { type Finding, readExpected, verify } from "#lib/server/storage/transfer/verify.ts";
import { type FakeGateway, startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import { type Postgres, startPostgres } from "#lib/testing/postgres.ts";
import { blobsUrlOf, type S3, startS3 } from "#lib/testing/s3.ts";
import { asMuchAs } from "#lib/testing/scale.ts";
import { type Studio, startStudio } from "#lib/testing/start-studio.ts";
import { startWorker, type Worker } from "#lib/testing/start-worker.ts";
import { isTerminal, type Prediction, paths } from "#lib/wire.ts";
import { ask, askJson, createProject, readPrediction, startPrediction, until } from "./studio-client.ts";

const runs = asMuchAs(60, 500);
const kills = asMuchAs(20, 120);
const webCount = asMuchAs(2, 3);
const workerCount = 2;
/** Everything must have ended this long after the last death. */
const settleMs = 60_000;
const model = "black-forest-labs/flux-schnell";

const usualRun = { pace: { by: "time", startingMs: 200, processingMs: 800 } } as const;
/** Long enough in each state to be seen in it by a machine that has much else to do. */
const longRun = { pace: { by: "time", startingMs: 2500, processingMs: 2500 } } as const;

let postgres: Postgres;
let s3: S3;
let bucket: S3Place;
let gateway: FakeGateway;
let environment: Record<string, string> = {};
let webs: Studio[] = [];
let workers: Worker[] = [];

beforeAll(async () => {
  [postgres, s3, gateway] = await Promise.all([startPostgres(), startS3(), startFakeGateway({ script: usualRun })]);
  bucket = await s3.createBucket("pictures");
  environment = {
    DATABASE_URL: postgres.url,
    BLOBS_URL: blobsUrlOf(bucket),
    REPLICATE_API_TOKEN: gateway.token,
    REPLICATE_BASE_URL: gateway.baseUrl,
  };
  // All at once on an empty database.
  const starting = Array.from({ length: webCount }, startWeb);
  workers = await Promise.all([startWorker(environment), startWorker(environment)]);
  webs = await Promise.all(starting);
});

afterAll(async () => {
  await Promise.all([...webs.map((web) => web.stop()), ...workers.map((worker) => worker.stop())]);
  await Promise.all([gateway?.close(), s3?.stop(), postgres?.stop()]);
});

const startWeb = () => startStudio({ environment: { ...environment, ROLE: "web" } });
const one = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("Expected at least one process");
  return item;
};

/** Waits for changes as a browser does, until it is over; answers every version that was seen. */
async function follow(origin: string, id: string): Promise<Prediction[]> {
  const seen: Prediction[] = [];
  for (let after = 0; ; ) {
    const { status, text } = await ask(origin, `${paths.prediction(id)}?after=${after}&wait=30`);
    expect(status).toBe(200);
    const prediction: Prediction = JSON.parse(text);
    seen.push(prediction);
    after = prediction.version;
    if (isTerminal(prediction.status)) return seen;
  }
}

async function rows(query: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  const { rows: found } = await client.query(query);
  await client.end();
  return found;
}

it("a run begun at one address is followed at the other, and its picture is the same at both", async () => {
  const [here, there] = [one(webs, 0), one(webs, 1)];
  const project = await createProject(here.origin, "Two addresses");
  gateway.setScript(longRun);
  const { id } = await startPrediction(here.origin, { projectId: project.id, model, inputs: { prompt: "a boat seen from afar" } });
  const seen = await follow(there.origin, id);
  gateway.setScript(usualRun);
  const heardMs = Date.now() - Date.parse(seen.at(-1)?.completedAt ?? "");
  console.info(`the other web process's browser had the end ${heardMs} ms after the worker began to write it down`);
  expect(seen.at(-1)?.status).toBe("stored");
  // Woken for each step, and not only at the end.
  expect(seen.map(({ status }) => status)).toEqual(expect.arrayContaining(["accepted", "running"]));

  const picture = seen.at(-1)?.outputs[0]?.id ?? "";
  const [atHere, atThere] = await Promise.all([here, there].map(({ origin }) => ask(origin, paths.pictureFile(picture))));
  for (const answer of [atHere, atThere]) expect(answer?.status).toBe(200);
  const shown = ({ date: _, ...headers }: NonNullable<typeof atHere>["headers"]) =>
    Object.entries(headers).filter(([name]) => name !== "x-request-id");
  expect(atHere && shown(atHere.headers)).toEqual(atThere && shown(atThere.headers));
  expect(
    createHash("sha256")
      .update(atThere?.bytes ?? "")
      .digest("hex"),
  ).toBe(picture.slice("pic_".length));

  const part = await ask(there.origin, paths.pictureFile(picture), { headers: { range: "bytes=10-19" } });
  expect([part.status, part.bytes]).toEqual([206, atHere?.bytes.subarray(10, 20)]);
  const thumbnail = await ask(here.origin, paths.thumbnail(picture, 256));
  expect([thumbnail.status, thumbnail.headers["content-type"]]).toEqual([200, "image/webp"]);
});

it("a worker that is asked to end gives back what it held, and the other goes on with it", async () => {
  const web = one(webs, 0);
  const project = await createProject(web.origin, "An orderly end");
  const begun = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      startPrediction(web.origin, { projectId: project.id, model, inputs: { prompt: `orderly boat ${index}` } }),
    ),
  );
  const [leaving, staying] = workers;
  expect(await leaving?.stop()).toBe(0);
  for (const { id } of begun) expect((await follow(one(webs, 1).origin, id)).at(-1)?.status).toBe("stored");
  expect(await staying?.stop()).toBe(0);
  expect(await rows("select id from predictions where lease_owner is not null")).toEqual([]);
  workers = await Promise.all([startWorker(environment), startWorker(environment)]);
});

const spending = async (): Promise<Spending> => JSON.parse((await ask(one(webs, 0).origin, moneyPaths.spending(2))).text);

it("a cap holds for all processes together: sixty asked for at both addresses at once with money for five are begun five times", async () => {
  const price = 0.003;
  const { held } = await spending();
  const cap = { holder: "team", period: "day" };
  await askJson(one(webs, 0).origin, moneyPaths.caps, { ...cap, mostUsd: held.day + 5.5 * price });
  const project = await createProject(one(webs, 1).origin, "Capped");
  const asked = Array.from({ length: 60 }, (_, index) => {
    const body = { projectId: project.id, model, inputs: { prompt: `capped boat ${index}` } };
    return askJson(one(webs, index).origin, paths.predictions, body);
  });
  const answers = await Promise.all(asked);
  expect([201, 402].map((status) => answers.filter((answer) => answer.status === status).length)).toEqual([5, 55]);
  await askJson(one(webs, 1).origin, moneyPaths.caps, { ...cap, mostUsd: null });
  for (const { text, status } of answers) if (status === 201) await follow(one(webs, 0).origin, JSON.parse(text).id);
});

it(`survives ${kills} deaths of its processes during ${runs} predictions`, async () => {
  const project = await createProject(one(webs, 0).origin, "Kills");
  const acknowledged = new Map<number, string>();

  /** The same key again at whichever address answers, as a browser behind a balancer does. */
  async function begin(index: number): Promise<void> {
    for (let attempt = index; !acknowledged.has(index); attempt += 1) {
      const body = { projectId: project.id, model, inputs: { prompt: `boat number ${index}` } };
      const headers = { "idempotency-key": `machines-${index}` };
      const answer = await askJson(one(webs, attempt).origin, paths.predictions, body, headers).catch(() => null);
      if (answer && answer.status < 300) acknowledged.set(index, JSON.parse(answer.text).id);
      else await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Always another one, at another moment of what is going on; the next death comes when it lives again. */
  async function killOneAfterAnother(): Promise<void> {
    for (let death = 0; death < kills; death += 1) {
      await new Promise((resolve) => setTimeout(resolve, (death % 7) * 90));
      const isWorkers = death % 2 === 0;
      const index = (death >> 1) % (isWorkers ? workerCount : webCount);
      if (isWorkers) {
        await one(workers, index).kill();
        workers = workers.with(index, await startWorker(environment));
      } else {
        await one(webs, index).kill();
        await one(webs, index).stop();
        webs = webs.with(index, await startWeb());
      }
    }
  }

  const killing = killOneAfterAnother();
  for (let start = 0; start < runs; start += 3) {
    await Promise.all([start, start + 1, start + 2].map(begin));
    await new Promise((resolve) => setTimeout(resolve, 600));
  }
  await killing;

  const lastDeathMs = Date.now();
  const ended = new Map<number, Prediction>();
  for (const [index, id] of acknowledged) {
    const prediction = await until(
      `prediction ${index} to end`,
      async () => {
        const found = await readPrediction(one(webs, index).origin, id);
        return isTerminal(found.status) ? found : null;
      },
      Math.max(1000, settleMs - (Date.now() - lastDeathMs)),
    );
    ended.set(index, prediction);
  }

  const outcomes = Map.groupBy(ended.values(), ({ status, error }) => (error ? `${status} ${error.code}` : status));
  console.info(`after ${kills} deaths: ${[...outcomes].map(([outcome, all]) => `${all.length} ${outcome}`).join(", ")}`);
  const prompts = gateway.predictions.map(({ input }) => String(input.prompt)).filter((prompt) => prompt.startsWith("boat number"));
  expect(new Set(prompts).size, "a prediction was asked for twice").toBe(prompts.length);
  expect(gateway.violations).toEqual([]);
  const stored = [...ended].filter(([, { status }]) => status === "stored").map(([index]) => `boat number ${index}`);
  // What the gateway made is stored; only what never reached it may have ended otherwise.
  expect(new Set(stored)).toEqual(new Set(prompts));

  // To the cent: what the ledger calls charged is what the gateway's own book asks for.
  const { total } = await spending();
  const unsure = [...ended.values()].filter(({ charged, status }) => charged === "maybe" && status !== "stored");
  expect(Math.round(total.spentUsd * 1_000_000)).toBe(gateway.billedMicros());
  expect(Math.round(total.openUsd * 1_000_000)).toBe(unsure.length * 3000);

  // Every row has its whole file; what a death left over is younger than any upload takes, and no finding yet.
  const scratchFolder = await mkdtemp(path.join(tmpdir(), "pentimento-machines-"));
  const blobs = await openS3Blobs(bucket, { scratchFolder });
  const place = { databaseUrl: postgres.url, dataFolder: scratchFolder };
  const findings: Finding[] = [];
  const expected = () => readExpected(place);
  const checked = await verify({ blobs, expected, nowMs: Date.now(), onFinding: (finding) => findings.push(finding) });
  expect(findings).toEqual([]);
  // Two runs whose results are the same bytes share a picture.
  const pictures = new Set([...ended.values()].flatMap(({ outputs }) => outputs.map(({ id }) => id)));
  expect(checked).toBeGreaterThanOrEqual(pictures.size);
  await blobs.close();
  await rm(scratchFolder, { recursive: true });
});
