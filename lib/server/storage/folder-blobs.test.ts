import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, readlink, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Blobs, pictureKey } from "./blobs.ts";
import { describeBlobs, inPieces } from "./blobs-contract.ts";
import { startNode } from "./contract/node-process.ts";
import { openFolderBlobs } from "./folder-blobs.ts";

async function freshBlobs() {
  const parent = await mkdtemp(path.join(tmpdir(), "pentimento-blobs-"));
  const folder = path.join(parent, "deep", "blobs");
  const blobs = await openFolderBlobs(folder);
  return { folder, blobs, temporary: () => readdir(path.join(folder, "tmp")), dispose: () => rm(parent, { recursive: true }) };
}

describeBlobs("a folder", freshBlobs);

describe("the folder of blobs", () => {
  let home: Awaited<ReturnType<typeof freshBlobs>>;
  let blobs: Blobs;
  beforeEach(async () => {
    home = await freshBlobs();
    blobs = home.blobs;
  });
  afterEach(() => home.dispose());

  const inTmp = (name: string) => path.join(home.folder, "tmp", name);
  async function keepNew(bytes: Uint8Array): Promise<string> {
    const staged = await blobs.stage(inPieces(bytes), { maxBytes: bytes.length });
    await staged.keep(pictureKey(staged.sha256));
    return pictureKey(staged.sha256);
  }
  /** Files of the store this process has open. */
  async function openFiles(): Promise<string[]> {
    const names = await readdir("/proc/self/fd");
    const targets = await Promise.all(names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => "")));
    return targets.filter((target) => target.startsWith(home.folder));
  }

  test("files and folders are for their owner only, those that somebody else wrote too", async () => {
    const key = await keepNew(randomBytes(5));
    const scratch = await blobs.scratchPath("bin");
    await writeFile(scratch, "x", { mode: 0o644 });
    const adopted = await blobs.adopt(scratch);
    const mode = async (file: string) => (await stat(file)).mode & 0o777;
    for (const folder of [home.folder, inTmp(""), path.join(home.folder, path.dirname(key))]) expect(await mode(folder)).toBe(0o700);
    for (const file of [path.join(home.folder, key), adopted.path]) expect(await mode(file)).toBe(0o600);
  });

  test("no file stays open after reading, cancelling, failing or refusing", async () => {
    const key = await keepNew(randomBytes(2_000_000));
    const started = await Promise.all([1, 2, 3].map(async () => (await blobs.read(key)).getReader()));
    for (const reader of started) expect((await reader.read()).done).toBe(false);
    expect(await openFiles()).toHaveLength(3);
    await Promise.all(started.map((reader) => reader.cancel()));
    const early = await blobs.read(key);
    await early.cancel();
    const pending = (await blobs.read(key)).getReader();
    const [piece] = await Promise.all([pending.read(), pending.cancel()]);
    expect(piece.value?.length ?? 0).toBeLessThan(2_000_000);
    expect((await new Response(await blobs.read(key)).arrayBuffer()).byteLength).toBe(2_000_000);
    await expect(blobs.stage(inPieces(randomBytes(500_000)), { maxBytes: 400_000 })).rejects.toThrow();
    expect(await openFiles()).toEqual([]);
  });

  test("a file that is shorter than it should be ends in an error, not early", async () => {
    const key = await keepNew(randomBytes(900_000));
    const reader = (await blobs.read(key)).getReader();
    await reader.read();
    await writeFile(path.join(home.folder, key), "short");
    await expect(reader.read()).rejects.toThrow(/^Expected 900000 bytes/);
    expect(await openFiles()).toEqual([]);
  });

  test("a slow reader holds one piece at a time", async () => {
    const key = await keepNew(randomBytes(3_000_000));
    const reader = (await blobs.read(key)).getReader();
    const first = await reader.read();
    expect(first.value?.length).toBeLessThanOrEqual(256 * 1024);
    await writeFile(path.join(home.folder, key), "x".repeat(3_000_000));
    const second = await reader.read();
    expect(second.value?.every((byte) => byte === "x".charCodeAt(0))).toBe(true);
    await reader.cancel();
  });

  test("only its own scratch files are adopted or dropped", async () => {
    const outside = path.join(home.folder, "..", "precious");
    await writeFile(outside, "precious");
    for (const file of [outside, inTmp("../../precious"), inTmp("")]) {
      await expect(blobs.adopt(file)).rejects.toThrow(/scratch file/);
      await expect(blobs.drop(file)).rejects.toThrow(/scratch file/);
    }
    for (const extension of ["", "../x", "a/b", "PNG"]) await expect(blobs.scratchPath(extension)).rejects.toThrow(/extension/);
    expect(await stat(outside)).toBeDefined();
  });

  test("a process killed in the middle of staging leaves one temporary file, which is swept only once it is dead", async () => {
    const script = `
      const { openFolderBlobs } = await import(args.module);
      const blobs = await openFolderBlobs(args.folder);
      async function* source() {
        yield new Uint8Array(100000);
        console.log("half");
        await new Promise(() => setInterval(() => undefined, 1000));
      }
      await blobs.stage(source(), { maxBytes: 1e9 });
    `;
    const writer = startNode(script, { module: new URL("folder-blobs.ts", import.meta.url).href, folder: home.folder });
    expect(await writer.nextLine()).toBe("half");
    expect(await home.temporary()).toHaveLength(1);
    expect(await blobs.sweep()).toBe(0);
    await writer.kill();
    expect(await home.temporary()).toHaveLength(1);
    expect(await blobs.sweep()).toBe(1);
    expect(await home.temporary()).toEqual([]);
    expect((await readdir(home.folder)).filter((name) => name !== "tmp")).toEqual([]);
  });

  test("sweeping knows a process by more than its number, and leaves other machines a day", async () => {
    const staged = await blobs.stage(inPieces(randomBytes(3)), { maxBytes: 3 });
    const [pid = "", start = "", machine = ""] = path.basename(staged.path).split("-");
    const names = {
      sameNumberBornEarlier: `${pid}-${Number(start) - 1}-${machine}-x.part`,
      elsewhere: `${pid}-${Number(start) - 1}-00000000-x.part`,
      elsewhereLongAgo: `${pid}-${Number(start) - 1}-00000000-y.part`,
      unknown: "something",
      unknownLongAgo: "something-else",
    };
    for (const name of Object.values(names)) await writeFile(inTmp(name), "x");
    await mkdir(inTmp("folder-long-ago"));
    const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1000);
    for (const name of [names.elsewhereLongAgo, names.unknownLongAgo, "folder-long-ago", path.basename(staged.path)])
      await utimes(inTmp(name), longAgo, longAgo);
    expect(await blobs.sweep()).toBe(4);
    expect(await home.temporary()).toEqual([names.elsewhere, names.unknown, path.basename(staged.path)].sort());
  });
});
