/**
 * What grows with the people and with the pictures: `node bench/growth.bench.ts [runs|waiting|pictures] [MOST]`. Browsers that wait for
 * runs are held requests on one process over Postgres; pictures are rows in SQLite. Processor and database time are of the parts
 * themselves, so that they count on a busy machine too; waits are as long as the machine is busy.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { type FakeGateway, type FakeGatewayOptions, startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import { startPostgres } from "#lib/testing/postgres.ts";
import { type Studio, startStudio } from "#lib/testing/start-studio.ts";
import { deskPageSize, isTerminal, type Prediction, type PredictionNews, paths } from "#lib/wire.ts";
import { createPictureProject, post } from "./bench-client.ts";
import { measureMs, median } from "./figures.ts";
import { groupCpuSeconds } from "./group-cpu.ts";
import { fillWithProjects } from "./many-projects.ts";
import { paintSpot } from "./paint-spot.ts";

const [part, most = "100000"] = process.argv.slice(2);
const upTo = (counts: readonly number[]) => counts.filter((count) => count <= Number(most));
const runsAtOnce = 10;
const processingMs = 4000;
const editsOfEach = 4;
const asks = 20;

console.log(`  ${cpus()[0]?.model ?? "some processor"}, ${availableParallelism()} of it`);
if (part === undefined || part === "runs") await tellRuns();
if (part === undefined || part === "waiting") await tellWaiting(upTo([10, 100, 1000]));
if (part === undefined || part === "pictures") await tellPictures(upTo([100, 10_000, 100_000]));

interface Measured {
  readonly studio: Studio;
  readonly gateway: FakeGateway;
  readonly database: pg.Client;
}

/** One process over a Postgres whose own figures can be asked for, and a gateway that takes the same time for each run. */
async function withStudio(options: FakeGatewayOptions, measure: (measured: Measured) => Promise<void>): Promise<void> {
  const [gateway, postgres] = await Promise.all([startFakeGateway(options), startPostgres()]);
  const environment = { REPLICATE_API_TOKEN: gateway.token, REPLICATE_BASE_URL: gateway.baseUrl, DATABASE_URL: postgres.url };
  const studio = await startStudio({ environment });
  const database = new pg.Client(postgres.url);
  await database.connect();
  gateway.setScript({ pace: { by: "time", startingMs: 0, processingMs } });
  try {
    await measure({ studio, gateway, database });
  } finally {
    await database.end();
    await studio.stop();
    await Promise.all([gateway.close(), postgres.stop()]);
  }
}

async function tellWaiting(counts: readonly number[]): Promise<void> {
  await withStudio({}, async ({ studio, gateway, database }) => {
    const { id: projectId } = await createPictureProject(studio.origin, 640, 400);
    const start = (index: number) => {
      const inputs = { prompt: `growth ${index}`, aspect_ratio: "1:1", megapixels: "0.25" };
      const body = JSON.stringify({ projectId, model: "black-forest-labs/flux-schnell", inputs });
      return post<Prediction>(`${studio.origin}${paths.predictions}`, body, "application/json");
    };
    await follow(studio.origin, await start(-1));
    console.log(`\n  waiting  told of the end, p50  p95     asked upstream a run  processor  database  memory   (${runsAtOnce} runs)`);
    for (const count of counts) {
      const before = await readCosts(studio, database);
      const seen = gateway.predictions.length;
      const runs = await Promise.all(Array.from({ length: runsAtOnce }, (_, index) => start(index)));
      const waitsMs = await Promise.all(
        Array.from({ length: count }, async (_, index) => {
          const run = runs[index % runsAtOnce];
          if (!run) throw new Error("Expected a run to wait for");
          return follow(studio.origin, run);
        }),
      );
      await settle();
      const after = await readCosts(studio, database);
      const looks = gateway.predictions.slice(seen).reduce((sum, { looks: each }) => sum + each, 0) / runsAtOnce;
      const cells = [
        String(count).padStart(9),
        `${median(waitsMs).toFixed(0)} ms`.padStart(23),
        `${slowest(waitsMs).toFixed(0)} ms`.padStart(8),
        looks.toFixed(1).padStart(20),
        `${(after.cpuS - before.cpuS).toFixed(1)} s`.padStart(11),
        `${((after.databaseMs - before.databaseMs) / 1000).toFixed(2)} s`.padStart(9),
        `${(after.memoryBytes / 1e6).toFixed(0)} MB`.padStart(8),
      ];
      console.log(cells.join(""));
    }
  });
}

/** What one run of each kind costs, a picture of a megapixel each, begun one after the other. */
async function tellRuns(): Promise<void> {
  await withStudio({ paint: paintSpot }, async ({ studio, gateway, database }) => {
    const project = await createPictureProject(studio.origin, 1024, 1024);
    const [first] = project.edits;
    if (!first) throw new Error("Expected a project that begins with its picture");
    const kinds = {
      "a new picture": { model: "black-forest-labs/flux-schnell", inputs: { aspect_ratio: "1:1" } },
      "an edit that keeps the photograph": {
        ...{ model: "black-forest-labs/flux-kontext-pro", parentEditId: first.id, inputs: { input_image: first.picture.id } },
      },
    };
    console.log("\n  one run                            processor   database  asked upstream   stored");
    for (const [what, { inputs, ...request }] of Object.entries(kinds)) {
      const run = async (index: number) => {
        const body = JSON.stringify({ ...request, projectId: project.id, inputs: { ...inputs, prompt: `cost ${index}` } });
        await follow(studio.origin, await post<Prediction>(`${studio.origin}${paths.predictions}`, body, "application/json"));
      };
      await run(-1);
      const before = await readCosts(studio, database);
      const seen = gateway.predictions.length;
      for (let index = 0; index < runsAtOnce; index += 1) await run(index);
      await settle();
      const after = await readCosts(studio, database);
      const looks = gateway.predictions.slice(seen).reduce((sum, { looks: each }) => sum + each, 0);
      const cells = [
        `  ${what}`.padEnd(34),
        `${((after.cpuS - before.cpuS) / runsAtOnce).toFixed(2)} s`.padStart(10),
        `${((after.databaseMs - before.databaseMs) / runsAtOnce).toFixed(1)} ms`.padStart(11),
        (looks / runsAtOnce).toFixed(1).padStart(16),
        `${((after.storedBytes - before.storedBytes) / runsAtOnce / 1e6).toFixed(2)} MB`.padStart(9),
      ];
      console.log(cells.join(""));
    }
  });
}

/** What the database counts it tells a second later. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2500));
}

/** As a browser does, until it hears of the end; answers how long after the end that was. */
async function follow(origin: string, { id, version }: Prediction): Promise<number> {
  for (let after = version; ; ) {
    const answer = await fetch(`${origin}${paths.predictionNews([{ id, after }], 25)}`);
    if (!answer.ok) throw new Error(`Expected news but received ${answer.status}`);
    const heardMs = Date.now();
    const { predictions }: PredictionNews = JSON.parse(await answer.text());
    const news = predictions.find((one) => one.id === id);
    if (news && isTerminal(news.status)) {
      if (news.status !== "stored" || news.completedAt === null) throw new Error(`Expected a stored result but received ${news.status}`);
      return heardMs - Date.parse(news.completedAt);
    }
    after = news?.version ?? after;
  }
}

/** Processor time is that of the studio and its darkroom together. */
async function readCosts({ origin, pid }: Studio, database: pg.Client) {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const figure = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
  const { rows } = await database.query("select active_time as ms from pg_stat_database where datname = current_database()");
  return {
    cpuS: groupCpuSeconds(pid),
    memoryBytes: figure("process_resident_memory_bytes"),
    databaseMs: Number(rows[0]?.ms),
    storedBytes: figure("pentimento_picture_bytes"),
  };
}

async function tellPictures(counts: readonly number[]): Promise<void> {
  console.log("\n  pictures  ready after  a page of the desk  its last page  a search in vain  figures  memory");
  for (const count of counts) {
    const dataFolder = await mkdtemp(path.join(tmpdir(), "pentimento-growth-"));
    try {
      await fillWithProjects(dataFolder, { count: count / editsOfEach, editsOfEach, hasOwnPictures: true });
      const beganMs = performance.now();
      const studio = await startStudio({ dataFolder });
      const readyMs = performance.now() - beganMs;
      try {
        const ask = async (target: string) => (await fetch(`${studio.origin}${target}`)).text();
        const time = async (target: string) => {
          const timesMs: number[] = [];
          while (timesMs.length < asks) timesMs.push(await measureMs(() => ask(target)));
          return `${median(timesMs).toFixed(1)} ms`;
        };
        const desk = `${paths.projects}?filter=all&limit=${deskPageSize}`;
        let last = desk;
        for (let next = ""; next !== "over"; ) {
          const { next: after } = JSON.parse(await ask(next === "" ? desk : next)) as { readonly next: string | null };
          last = next === "" ? desk : next;
          next = after === null ? "over" : `${desk}&after=${after}`;
        }
        const cells = [
          String(count).padStart(10),
          `${(readyMs / 1000).toFixed(1)} s`.padStart(13),
          (await time(desk)).padStart(20),
          (await time(last)).padStart(15),
          (await time(`${desk}&search=nowhere`)).padStart(18),
          (await time("/metrics")).padStart(9),
          `${(Number(/^process_resident_memory_bytes (\S+)$/m.exec(await ask("/metrics"))?.[1]) / 1e6).toFixed(0)} MB`.padStart(8),
        ];
        console.log(cells.join(""));
      } finally {
        await studio.stop();
      }
    } finally {
      await rm(dataFolder, { recursive: true, force: true });
    }
  }
}

/** Nineteen of twenty are no slower. */
function slowest(timesMs: readonly number[]): number {
  return [...timesMs].sort((a, b) => a - b)[Math.floor(timesMs.length * 0.95)] ?? Number.NaN;
}
