import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Postgres, startPostgres } from "#lib/testing/postgres.ts";
import { type S3, startS3 } from "#lib/testing/s3.ts";
import { asMuchAs, isProving } from "#lib/testing/scale.ts";
import { pictureKey } from "../blobs.ts";
import { startNode } from "../contract/node-process.ts";
import { fill, keepBytes, oneMachine, type SampleInstallation, severalMachines } from "../contract/sample-installation.ts";
import { addPrediction, samplePicture } from "../contract/sample-records.ts";
import { migrate } from "../migrations/migrate.ts";
import { openRecords } from "../open-records.ts";
import { openStore } from "../open-store.ts";
import { backUp, restore } from "./back-up.ts";
import { digestRows } from "./digest-rows.ts";
import { move } from "./move.ts";
import { readRowsOut, withStore } from "./rows-out.ts";
import { type Finding, readExpected, verify } from "./verify.ts";

let postgres: Postgres;
let s3: S3;
let opened: SampleInstallation[] = [];
let folders: string[] = [];
beforeAll(async () => {
  [postgres, s3] = await Promise.all([startPostgres(), startS3()]);
});
afterAll(() => Promise.all([postgres.stop(), s3.stop()]));
afterEach(async () => {
  await Promise.all(opened.map((one) => one.dispose()));
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
  [opened, folders] = [[], []];
});

const kinds = { "one machine": oneMachine, "several machines": () => severalMachines(postgres, s3) };
type Kind = keyof typeof kinds;
const names = Object.keys(kinds) as Kind[];

async function found(kind: Kind): Promise<SampleInstallation> {
  const installation = await kinds[kind]();
  opened.push(installation);
  return installation;
}
async function freshFolder(): Promise<string> {
  folders.push(await mkdtemp(path.join(tmpdir(), "pentimento-backup-")));
  return folders.at(-1) ?? "";
}
async function findingsIn({ blobs, place }: SampleInstallation, nowMs = Date.now()): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  await verify({ blobs, expected: () => readExpected(place), nowMs, onFinding: (finding) => findings.push(finding) });
  return findings.sort((one, other) => (one.key < other.key ? -1 : 1));
}
const nowMs = Date.UTC(2026, 5, 1);

test.each(names)("what is moved, backed up and restored here has rows in every table of the database (%s)", async (kind) => {
  const installation = await found(kind);
  await fill(installation, 2);
  const empty = await readRowsOut(installation.place, async ({ tables, read }) => {
    const without: string[] = [];
    for (const table of tables) if ((await read(table)[Symbol.asyncIterator]().next()).done) without.push(table.name);
    return without;
  });
  expect(empty).toEqual([]);
});

describe("a move to several machines", () => {
  test("takes every row and every picture, and once more changes nothing", async () => {
    const [from, to] = [await found("one machine"), await found("several machines")];
    const hashes = await fill(from);
    expect(await move({ from, to })).toEqual({ copied: hashes.length, there: 0, missing: [], damaged: [] });
    expect(await digestRows(to.place)).toBe(await digestRows(from.place));
    expect(await findingsIn(to)).toEqual([]);
    expect(await move({ from, to })).toEqual({ copied: 0, there: hashes.length, missing: [], damaged: [] });
    const records = await openRecords(to.place);
    expect((await records.projects.list({ limit: 10, search: "haus" })).items).toHaveLength(1);
    await records.close();
  });

  test("takes an installation of an older version along", async () => {
    const [from, to] = [await found("one machine"), await found("several machines")];
    await withStore(await openStore(from.place), (store) => migrate(store, "002-fidelity"));
    expect(await move({ from, to })).toEqual({ copied: 0, there: 0, missing: [], damaged: [] });
    expect(await digestRows(to.place)).toBe(await digestRows(from.place));
  });

  test("takes the place of nothing that was there", async () => {
    const [from, to] = [await found("one machine"), await found("several machines")];
    await fill(from);
    await fill(to, 2);
    await expect(move({ from, to })).rejects.toThrow(/^Expected an empty database/);
  });

  test("tells which pictures were not whole where they came from, and moves all others", async () => {
    const [from, to] = [await found("one machine"), await found("several machines")];
    const [gone = "", bent = "", ...whole] = await fill(from);
    await from.blobs.remove(pictureKey(gone));
    await writeFile(path.join(from.folder, "blobs", pictureKey(bent)), "something else");
    expect(await move({ from, to })).toEqual({ copied: whole.length, there: 0, missing: [gone], damaged: [bent] });
    expect((await findingsIn(to)).map(({ kind }) => kind)).toEqual(["missing", "missing"]);
  });

  test("that is killed again and again ends as one that was not", async () => {
    const [from, to] = [await found("one machine"), await found("several machines")];
    const hashes = await fill(from, asMuchAs(80, 10_000));
    const deaths = asMuchAs(6, 20);
    const script = `
      const { move } = await import(args.move);
      const { openFolderBlobs } = await import(args.folderBlobs);
      const { openS3Blobs } = await import(args.s3Blobs);
      const from = { place: args.from, blobs: await openFolderBlobs(args.folder) };
      const to = { place: args.to, blobs: await openS3Blobs(args.bucket, { scratchFolder: args.scratch }) };
      await move({ from, to, onProgress: (done) => console.log(done) });
      console.log("end");
      process.exit(0);
    `;
    const at = (name: string) => new URL(name, import.meta.url).href;
    const modules = { move: at("move.ts"), folderBlobs: at("../folder-blobs.ts"), s3Blobs: at("../s3/s3-blobs.ts") };
    const places = { from: from.place, to: to.place, bucket: to.bucket, folder: path.join(from.folder, "blobs") };
    for (let death = 1; death <= deaths; death += 1) {
      const mover = startNode(script, { ...modules, ...places, scratch: path.join(to.folder, "scratch") });
      // Further each time: the last deaths come while the rows are written.
      for (let done: string | null = ""; done !== null && Number(done) < (hashes.length * death) / deaths; ) done = await mover.nextLine();
      await mover.kill();
    }
    const { copied, there, missing, damaged } = await move({ from, to });
    expect([copied + there, missing, damaged]).toEqual([hashes.length, [], []]);
    expect(await digestRows(to.place)).toBe(await digestRows(from.place));
    expect(await findingsIn(to)).toEqual([]);
    if (isProving) console.info(`${hashes.length} files moved through ${deaths} deaths, no difference`);
  });
});

describe.each(names)("a backup of %s", (kind) => {
  test.each(names)("is restored on %s, row by row and byte by byte", async (other) => {
    const [from, to] = [await found(kind), await found(other)];
    const hashes = await fill(from);
    await mkdir(path.join(from.folder, "models"));
    await writeFile(path.join(from.folder, "models", "own.json"), "{}");
    const folder = await freshFolder();
    expect(await backUp({ ...from, folder, nowMs })).toMatchObject({ copied: hashes.length, missing: [], damaged: [] });
    expect(await restore({ ...to, folder, nowMs })).toMatchObject({ copied: hashes.length, missing: [], damaged: [] });
    expect(await digestRows(to.place)).toBe(await digestRows(from.place));
    expect(await findingsIn(to)).toEqual([]);
    expect(await readFile(path.join(to.folder, "models", "own.json"), "utf8")).toBe("{}");
    await expect(restore({ ...to, folder, nowMs })).rejects.toThrow(/^Expected an empty database/);
  });

  test("copies only what is new the next time", async () => {
    const from = await found(kind);
    await fill(from, 4);
    const folder = await freshFolder();
    const { copied } = await backUp({ ...from, folder, nowMs });
    const added = await fill(from, 3);
    expect(await backUp({ ...from, folder, nowMs: nowMs + 1 })).toMatchObject({ there: copied, copied: added.length });
    expect((await readdir(folder)).sort()).toEqual(["blobs", "manifest.json", `rows-${nowMs + 1}.jsonl.gz`]);
  });

  test("made while others write is whole", async () => {
    const from = await found(kind);
    await fill(from, 4);
    const records = await openRecords(from.place);
    let isOver = false;
    const writing = (async () => {
      while (!isOver) {
        const bytes = randomBytes(500);
        const sha256 = await keepBytes(from.blobs, bytes);
        await records.pictures.put(samplePicture({ id: `pic_${sha256}`, sha256, bytes: 500 }));
      }
    })();
    const folder = await freshFolder();
    for (let round = 0; round < 3; round += 1) await backUp({ ...from, folder, nowMs: nowMs + round });
    isOver = true;
    await writing;
    await records.close();
    const to = await found("one machine");
    expect(await restore({ ...to, folder, nowMs })).toMatchObject({ missing: [], damaged: [] });
    expect(await findingsIn(to)).toEqual([]);
  });
});

describe("restoring", () => {
  test("asks for nothing that may have been asked for since the backup was made", async () => {
    const [from, to] = [await found("one machine"), await found("one machine")];
    await fill(from, 2);
    const before = await openRecords(from.place);
    const { id } = await addPrediction(before, {});
    await before.close();
    const folder = await freshFolder();
    await backUp({ ...from, folder, nowMs });
    await restore({ ...to, folder, nowMs });
    const after = await openRecords(to.place);
    expect(await after.predictions.get(id)).toMatchObject({
      status: "failed",
      error: { code: "prediction_interrupted" },
      completedAtMs: nowMs,
    });
    expect(await after.predictions.claim({ owner: "one", nowMs, leaseMs: 10, limit: 10 })).toMatchObject([{ status: "accepted" }]);
    await after.close();
  });

  test("refuses a folder that is no whole backup, and rows that have changed", async () => {
    const [from, to] = [await found("one machine"), await found("one machine")];
    await fill(from, 2);
    const folder = await freshFolder();
    await expect(restore({ ...to, folder, nowMs })).rejects.toThrow(/whole backup/);
    await backUp({ ...from, folder, nowMs });
    const file = path.join(folder, `rows-${nowMs}.jsonl.gz`);
    const bytes = await readFile(file);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    await writeFile(file, bytes);
    await expect(restore({ ...to, folder, nowMs })).rejects.toThrow(/has changed/);
  });

  test.each(names)("brings rows of an older version up to date (%s)", async (kind) => {
    const [from, to] = [await found("one machine"), await found(kind)];
    await withStore(await openStore(from.place), async (store) => {
      await migrate(store, "002-fidelity");
      const project = { id: "prj_old", name: "Ärger", currentEditId: null, createdAtMs: 1, updatedAtMs: 1 };
      await store.db
        .insertInto("projects")
        .values(project as never)
        .execute();
    });
    const folder = await freshFolder();
    await backUp({ ...from, folder, nowMs });
    await restore({ ...to, folder, nowMs });
    const records = await openRecords(to.place);
    // The search text is what the third migration wrote.
    expect((await records.projects.list({ limit: 10, search: "ärger" })).items).toMatchObject([{ id: "prj_old" }]);
    await records.close();
  });
});

test.each(names)("verify finds every flipped, truncated, missing and stray file, and no other (%s)", async (kind) => {
  const installation = await found(kind);
  const { blobs } = installation;
  const hashes = await fill(installation);
  expect(await findingsIn(installation)).toEqual([]);
  const [flipped = "", truncated = "", missing = ""] = hashes.filter((_, index) => index % 4 === 0);
  const stray = await keepBytes(blobs, randomBytes(10));
  const thumbnails: string[] = [];
  for await (const { key } of blobs.list("thumbnails/")) thumbnails.push(key);
  const [cut = "", lonely = ""] = [thumbnails.find((key) => key.endsWith(".webp")) ?? "", `thumbnails/ff/${"f".repeat(64)}-256.webp`];
  const cutJpeg = thumbnails.find((key) => key.endsWith(".jpg")) ?? "";

  async function replace(key: string, change: (bytes: Uint8Array) => Uint8Array): Promise<void> {
    const bytes = new Uint8Array(await new Response(await blobs.read(key)).arrayBuffer());
    await blobs.remove(key);
    await keepBytes(blobs, change(bytes), () => key);
  }
  await replace(pictureKey(flipped), (bytes) => bytes.with(1234, (bytes[1234] ?? 0) ^ 4));
  await replace(pictureKey(truncated), (bytes) => bytes.slice(0, -1));
  for (const key of [cut, cutJpeg]) await replace(key, (bytes) => bytes.slice(0, 100));
  await blobs.remove(pictureKey(missing));
  await keepBytes(blobs, randomBytes(10), () => lonely);
  await keepBytes(blobs, randomBytes(10), () => "elsewhere/notes.txt");

  const expected: Finding[] = [
    { kind: "stray", key: "elsewhere/notes.txt" },
    { kind: "flipped", key: pictureKey(flipped) },
    { kind: "truncated", key: pictureKey(truncated) },
    { kind: "missing", key: pictureKey(missing) },
    { kind: "stray", key: pictureKey(stray) },
    { kind: "truncated", key: cut },
    { kind: "truncated", key: cutJpeg },
    { kind: "stray", key: lonely },
  ];
  const inOrder = expected.sort((one, other) => (one.key < other.key ? -1 : 1));
  expect(await findingsIn(installation, Date.now() + 3_600_000)).toEqual(inOrder);
  // What is younger than any upload takes may still get its row.
  expect(await findingsIn(installation)).toEqual(inOrder.filter(({ kind: found }) => found !== "stray"));
});

test("verify tells of files that have no name of ours", async () => {
  const installation = await found("one machine");
  await fill(installation, 2);
  await writeFile(path.join(installation.folder, "blobs", "pictures", "Thumbs.db"), "x");
  expect(await findingsIn(installation, Date.now() + 3_600_000)).toEqual([{ kind: "stray", key: "pictures/Thumbs.db" }]);
});
