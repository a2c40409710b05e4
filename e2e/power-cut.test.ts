/**
 * The current goes at any moment of storing, and the disk has only what it was made to keep (see `lib/testing/power-cut/disk.ts`):
 * the database opens, every row has its whole file, and nothing that was said to be saved is missing.
 */
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it, onTestFinished } from "vitest";
import { openFolderBlobs } from "#lib/server/storage/folder-blobs.ts";
import { openRecords } from "#lib/server/storage/open-records.ts";
import { readExpected, verify } from "#lib/server/storage/transfer/verify.ts";
import { chance } from "#lib/testing/chance.ts";
import { Disk, fullLuck, type Luck, type Moment, noLuck } from "#lib/testing/power-cut/disk.ts";
import { readFolder } from "#lib/testing/power-cut/read-folder.ts";
import { record, type Syncs } from "#lib/testing/power-cut/record.ts";
import { asMuchAs } from "#lib/testing/scale.ts";

/** Every day so many moments of one recording; a proof tries each. */
const cuts = asMuchAs(110, Number.POSITIVE_INFINITY);
const pictureBytes = 40_000;
/** The first two are stored at the same time, into folders that neither of them has found. */
const words = ["one two", "three", "four five six", "seven"];
const stored = 7;
/** Of the syncs at which a process is killed, counted in each thread: the first name the folders that pictures stand in. */
const mostKills = asMuchAs(8, 20);

async function scratch(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "pentimento-power-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

interface Installation {
  readonly dataFolder: string;
  readonly moments: readonly Moment[];
}

async function storeAll(syncs: Syncs = "done", earlier?: Installation, told = words): Promise<Installation> {
  const folder = await scratch();
  const dataFolder = path.join(folder, "data");
  await mkdir(dataFolder);
  if (earlier) await cp(earlier.dataFolder, dataFolder, { recursive: true });
  // One thread beside the main one, so that syncs have an order.
  const program = ["env", "UV_THREADPOOL_SIZE=1", "node", "lib/testing/store-on-word.ts", dataFolder, String(pictureBytes)];
  const logFile = path.join(folder, "calls.log");
  const input = told.map((line) => `${line}\n`).join("");
  const request = { program, input, folder: dataFolder, logFile, syncs, before: earlier?.moments ?? [] };
  return { dataFolder, moments: await record(request) };
}

/** What is wrong with what the disk kept; nothing: an empty list. */
async function judge(kept: ReadonlyMap<string, Buffer | null>, promised: readonly string[]): Promise<readonly string[]> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "pentimento-cut-"));
  try {
    for (const [name, bytes] of kept) {
      const file = path.join(dataFolder, name);
      await (bytes === null ? mkdir(file) : writeFile(file, bytes));
    }
    const place = { databaseUrl: null, dataFolder };
    const records = await openRecords(place);
    const wrong: string[] = [];
    for (const projectId of promised) {
      const edits = (await records.projects.get(projectId)) ? await records.edits.ofProject(projectId) : [];
      if (edits.length !== 1) wrong.push(`${projectId} was said to be saved and has ${edits.length} edits`);
    }
    await records.close();
    const blobs = await openFolderBlobs(path.join(dataFolder, "blobs"));
    await verify({
      ...{ blobs, expected: () => readExpected(place), nowMs: Date.now() },
      onFinding: ({ kind, key }) => kind !== "stray" && wrong.push(`${key} is ${kind}`),
    });
    await blobs.close();
    const database = new DatabaseSync(path.join(dataFolder, "pentimento.db"));
    const [check] = database.prepare("pragma integrity_check").all();
    database.close();
    if (check?.integrity_check !== "ok") wrong.push(`the database is broken: ${check?.integrity_check}`);
    return wrong;
  } catch (error) {
    return [`cannot be opened: ${error instanceof Error ? error.message : error}`];
  } finally {
    await rm(dataFolder, { recursive: true });
  }
}

async function cutEverywhere(moments: readonly Moment[], disk: Disk, luck: Luck, most = cuts) {
  const stride = Math.max(1, moments.length / most);
  const promised: string[] = [];
  const wrong: string[] = [];
  let tried = 0;
  let nextCut = 0;
  for (const [index, moment] of moments.entries()) {
    disk.apply(moment);
    promised.push(...promiseOf(moment));
    // The moment after something was promised is never left out.
    if (index < nextCut && moment.kind !== "said") continue;
    if (index >= nextCut) nextCut += stride;
    tried += 1;
    wrong.push(...(await judge(disk.after(luck), promised)).map((fault) => `after moment ${index} (${moment.kind}): ${fault}`));
  }
  return { tried, wrong, promised };
}

function promiseOf(moment: Moment): readonly string[] {
  return moment.kind === "said" && moment.text.includes("projectId") ? [JSON.parse(moment.text).projectId] : [];
}

it("the current may go at any moment: what was said to be saved is there, and nothing is there by half", async () => {
  const { moments, dataFolder } = await storeAll();
  const whole = new Disk();
  for (const moment of moments) whole.apply(moment);
  // Only a recording that has everything can show what is lost of it.
  expect(await readFolder(dataFolder)).toEqual(new Map([...whole.after(fullLuck)].sort()));

  const nothing = await cutEverywhere(moments, new Disk(), noLuck);
  expect(nothing.promised).toHaveLength(stored);
  expect(nothing.wrong).toEqual([]);
  expect(nothing.tried).toBeGreaterThanOrEqual(100);

  const some = await cutEverywhere(moments, new Disk(), chance(7));
  expect(some.wrong).toEqual([]);
  console.info(`${nothing.tried} + ${some.tried} cuts of the current in ${moments.length} moments of ${stored} store operations`);
});

it("a process that was killed leaves no name behind that the next one takes for safe", async () => {
  const wrong: string[] = [];
  // Its tables are there before, so that whoever comes after is killed while it stores.
  const opened = await storeAll("done", undefined, []);
  for (let killAt = 1; killAt <= mostKills; killAt += 1) {
    const killed = await storeAll({ killAt }, opened);
    const { moments } = await storeAll("done", killed);
    const disk = new Disk();
    for (const moment of moments) disk.apply(moment);
    const promised = moments.flatMap(promiseOf);
    expect(promised.length).toBeGreaterThanOrEqual(stored);
    wrong.push(...(await judge(disk.after(noLuck), promised)).map((fault) => `killed at sync ${killAt}: ${fault}`));
  }
  expect(wrong).toEqual([]);
});

it.each([
  ["files", (kind: "file" | "folder") => kind !== "file"],
  ["folders", (kind: "file" | "folder") => kind !== "folder"],
] as const)("the rig notices when the syncs of %s are worth nothing", async (_, counts) => {
  const { moments } = await storeAll();
  const { wrong } = await cutEverywhere(moments, new Disk(counts), noLuck, 20);
  expect(wrong.join("\n")).toMatch(/said to be saved|missing|truncated|flipped/);
});

it("the rig notices when nothing is synced at all", async () => {
  const { moments } = await storeAll("pretended");
  expect(moments.filter(({ kind }) => kind === "sync ends")).toEqual([]);
  const { wrong, promised } = await cutEverywhere(moments, new Disk(), noLuck, 20);
  expect(promised).toHaveLength(stored);
  expect(wrong.join("\n")).toMatch(/said to be saved|missing|truncated|flipped/);
});
