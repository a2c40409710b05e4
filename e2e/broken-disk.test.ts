/**
 * Whatever call of a store operation the disk refuses, or carries out in part only: no row without its whole file, nothing half
 * there, and well again at the next try.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { openFolderBlobs } from "#lib/server/storage/folder-blobs.ts";
import { openRecords } from "#lib/server/storage/open-records.ts";
import { type Finding, readExpected, verify } from "#lib/server/storage/transfer/verify.ts";
import { type DiskCall, isDiskCall, watchDisk } from "#lib/testing/broken-disk.ts";
import { asMuchAs, isProving } from "#lib/testing/scale.ts";

const errors = ["ENOSPC", "EIO", "EROFS"] as const;
/** Every day one of so many faults; a proof tries each. */
const stride = asMuchAs(17, 1);

interface Outcome {
  readonly answers: readonly (string | null)[];
  readonly calls: readonly DiskCall[];
  readonly refused: readonly string[];
  readonly projects: readonly string[];
  readonly edits: number;
  readonly findings: readonly Finding[];
}

interface Fault {
  readonly refuse?: DiskCall & { readonly error: string };
  /** Nothing may grow beyond so many bytes: what crosses them is written in part, and what follows is refused. Told once it is open. */
  readonly mostBytes?: (dataFolder: string) => Promise<number>;
  readonly pictureBytes?: number;
}

/**
 * Stores a picture for each word. A call is refused once in each thread: in the one that writes files, and in the one of the
 * database, which comes to it one picture later when the first was not stored. After these nothing is refused.
 */
async function store(words: readonly string[], { refuse, mostBytes, pictureBytes = 700_000 }: Fault = {}): Promise<Outcome> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "pentimento-disk-"));
  // One thread for all that is asked of the disk by promises, so that the calls have an order.
  const env = { ...process.env, UV_THREADPOOL_SIZE: "1" };
  const child = spawn("node", ["lib/testing/store-on-word.ts", dataFolder, String(pictureBytes)], { env, stdio: ["pipe", "pipe", "pipe"] });
  const ended = once(child, "exit");
  // Where what woke a thread was refused it has died, and hears no more.
  child.stdin.on("error", () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => (await lines.next()).value ?? null;
  expect(await next()).toBe("ready");
  const limit = (most: number | "unlimited") => execFileSync("prlimit", ["--pid", String(child.pid), `--fsize=${most}:unlimited`]);
  if (mostBytes) limit(await mostBytes(dataFolder));
  const watch = await watchDisk(child.pid ?? 0, path.join(dataFolder, "calls.log"), refuse);
  const answers: (string | null)[] = [];
  for (const word of words) {
    child.stdin.write(`${word}\n`);
    answers.push(await next());
    if (mostBytes) limit("unlimited");
  }
  child.stdin.end();
  const { calls, refused } = await watch.end();
  await ended;

  const place = { databaseUrl: null, dataFolder };
  const records = await openRecords(place);
  const { items } = await records.projects.list({ limit: 10 });
  const edits = (await Promise.all(items.map(({ id }) => records.edits.ofProject(id)))).flat();
  await records.close();
  const blobs = await openFolderBlobs(path.join(dataFolder, "blobs"));
  const findings: Finding[] = [];
  const expected = () => readExpected(place);
  await verify({ blobs, expected, nowMs: Date.now(), onFinding: (finding) => findings.push(finding) });
  await blobs.close();
  await rm(dataFolder, { recursive: true });
  return { answers, calls, refused, projects: items.map(({ name }) => name), edits: edits.length, findings };
}

function isSaved(answer: string | null | undefined): boolean {
  return answer?.includes("projectId") === true;
}

function savedOf({ answers }: Outcome): number {
  return answers.filter(isSaved).length;
}

/** All that was told to be saved is there, nothing else is, and the last was saved. */
function isWhole(outcome: Outcome): boolean {
  const saved = savedOf(outcome);
  const isAllThere = outcome.findings.length === 0 && outcome.projects.length === saved && outcome.edits === saved;
  return isAllThere && isSaved(outcome.answers.at(-1));
}

it("a disk that refuses a call loses nothing, keeps nothing half, and is forgotten when it no longer does", async () => {
  const well = await store(["one", "two"]);
  expect(well).toMatchObject({ projects: ["two", "one"], edits: 2, findings: [], refused: [] });
  expect(well.calls.length).toBeGreaterThan(40);

  const faults = well.calls.flatMap((call) => errors.map((error) => ({ ...call, error })));
  const wrong: unknown[] = [];
  let tried = 0;
  for (const fault of faults.filter((_, index) => index % stride === 0)) {
    const outcome = await store(["one", "two", "three", "four", "five", "six"], { refuse: fault });
    // What woke a thread or went to whoever asked was hit instead, or nothing was: the disk had no part in it.
    if (outcome.refused.length === 0 || !outcome.refused.every(isDiskCall)) continue;
    tried += 1;
    if (!isWhole(outcome)) wrong.push({ fault, ...outcome, calls: undefined });
  }
  console.info(`${tried} faults of the disk in ${well.calls.length} calls of two store operations`);
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(faults.length / stride / 3);
});

it("what is written in part only is not taken for whole: of a picture, or of a row", async () => {
  const inPicture = [0, 1, 99_999, 100_001, 350_123, 699_999].map((most): Fault => ({ mostBytes: async () => most }));
  // A picture that is small enough leaves it to the database to meet the end.
  const beyondLog = [0, 1, 24, 31, 4095, 4120, 4121, 12_000, 20_011];
  const inRow = beyondLog.map((more): Fault => {
    const mostBytes = async (dataFolder: string) => (await stat(path.join(dataFolder, "pentimento.db-wal"))).size + more;
    return { mostBytes, pictureBytes: 700 };
  });
  const faults = [...inPicture, ...inRow].filter((_, index) => isProving || index % 2 === 0);
  const outcomes = [];
  for (const fault of faults) outcomes.push(await store(["one", "two"], fault));
  expect(outcomes.filter((outcome) => !isWhole(outcome))).toEqual([]);
  // The first was refused, the second taken: all but those for which there was room.
  expect(outcomes.filter((outcome) => savedOf(outcome) === 1).length).toBeGreaterThan(faults.length / 2);
});
