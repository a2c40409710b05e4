/** What every byte store must do, whatever holds the bytes: one suite, run for each. */
import { createHash, randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AppError } from "#lib/errors.ts";
import { type Blobs, type ByteRange, pictureKey, thumbnailKey } from "./blobs.ts";

export interface OpenedBlobs {
  readonly blobs: Blobs;
  /** Names of everything that is staged or scratch just now. */
  temporary(): Promise<readonly string[]>;
  dispose(): Promise<void>;
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const oneMb = 1024 * 1024;

export async function* inPieces(bytes: Uint8Array, pieceBytes = 70_000): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += pieceBytes) yield bytes.subarray(start, start + pieceBytes);
}

export function describeBlobs(name: string, open: () => Promise<OpenedBlobs>): void {
  describe(`blobs in ${name}`, () => {
    let opened: OpenedBlobs;
    let blobs: Blobs;
    beforeAll(async () => {
      opened = await open();
      blobs = opened.blobs;
    });
    afterAll(() => opened.dispose());

    const maxBytes = 10 * oneMb;
    const stage = (bytes: Uint8Array) => blobs.stage(inPieces(bytes), { maxBytes });
    const read = async (key: string, range?: ByteRange) => new Uint8Array(await new Response(await blobs.read(key, range)).arrayBuffer());
    const code = (promise: Promise<unknown>) =>
      promise.then(
        () => null,
        (error: AppError) => error.code,
      );
    async function keepNew(bytes: Uint8Array, key = pictureKey(sha256(bytes))): Promise<string> {
      await (await stage(bytes)).keep(key);
      return key;
    }
    async function listed(prefix: string): Promise<string[]> {
      const keys: string[] = [];
      for await (const { key } of blobs.list(prefix)) keys.push(key);
      return keys;
    }

    test.each([0, 1, 65_536, 3 * oneMb + 1])("%i bytes arrive whole, named by their hash", async (size) => {
      const bytes = randomBytes(size);
      const staged = await stage(bytes);
      expect(staged).toMatchObject({ sha256: sha256(bytes), bytes: size });
      expect(sha256(await readFile(staged.path))).toBe(staged.sha256);
      const key = pictureKey(staged.sha256);
      expect(await blobs.size(key)).toBeNull();
      await staged.keep(key);
      expect(await blobs.size(key)).toBe(size);
      expect(sha256(await read(key))).toBe(staged.sha256);
      expect(await opened.temporary()).toEqual([]);
    });

    test("exactly the most bytes are taken, one more is too large and leaves nothing", async () => {
      const bytes = randomBytes(100_000);
      const staged = await blobs.stage(inPieces(bytes), { maxBytes: bytes.length });
      await staged.discard();
      expect(await code(blobs.stage(inPieces(bytes), { maxBytes: bytes.length - 1 }))).toBe("too_large");
      expect(await opened.temporary()).toEqual([]);
    });

    test("a source that fails half-way leaves nothing and its fault is the answer", async () => {
      async function* broken() {
        yield randomBytes(300_000);
        throw new Error("the network went away");
      }
      await expect(blobs.stage(broken(), { maxBytes })).rejects.toThrow("the network went away");
      expect(await opened.temporary()).toEqual([]);
    });

    test("an abort ends staging, even of a source that never says another word, and leaves nothing", async () => {
      const stopping = new AbortController();
      async function* silent() {
        yield randomBytes(300_000);
        queueMicrotask(() => stopping.abort(new Error("the browser left")));
        await new Promise(() => undefined);
      }
      await expect(blobs.stage(silent(), { maxBytes, signal: stopping.signal })).rejects.toThrow("the browser left");
      await expect(blobs.stage(inPieces(randomBytes(5)), { maxBytes, signal: stopping.signal })).rejects.toThrow("the browser left");
      expect(await opened.temporary()).toEqual([]);
    });

    test("a source that is refused is told to stop", async () => {
      let isStopped = false;
      async function* endless() {
        try {
          for (;;) yield randomBytes(oneMb);
        } finally {
          isStopped = true;
        }
      }
      expect(await code(blobs.stage(endless(), { maxBytes: 2 * oneMb }))).toBe("too_large");
      expect(isStopped).toBe(true);
    });

    test("keeping twice is one blob, at once or one after the other, from one staged file or from two", async () => {
      const bytes = randomBytes(1000);
      const [one, other] = await Promise.all([stage(bytes), stage(bytes)]);
      const key = pictureKey(one.sha256);
      await Promise.all([one.keep(key), one.keep(key), other.keep(key)]);
      await one.keep(key);
      await keepNew(bytes);
      expect(await listed(key)).toEqual([key]);
      expect(await read(key)).toEqual(new Uint8Array(bytes));
      await one.discard();
      expect(await blobs.size(key)).toBe(1000);
    });

    test("what is discarded is gone, and twice is fine", async () => {
      const staged = await stage(randomBytes(10));
      await staged.discard();
      await staged.discard();
      expect(await opened.temporary()).toEqual([]);
      await expect(staged.keep(pictureKey(staged.sha256))).rejects.toThrow();
      expect(await blobs.size(pictureKey(staged.sha256))).toBeNull();
    });

    test("a scratch file somebody else wrote is adopted, or dropped", async () => {
      const bytes = randomBytes(4000);
      const path = await blobs.scratchPath("webp");
      expect(path).toMatch(/\.webp$/);
      expect(await blobs.scratchPath("webp")).not.toBe(path);
      await writeFile(path, bytes);
      const staged = await blobs.adopt(path);
      expect(staged).toMatchObject({ sha256: sha256(bytes), bytes: 4000 });
      const key = thumbnailKey(staged.sha256, 256);
      await staged.keep(key);
      expect(await read(key)).toEqual(new Uint8Array(bytes));
      await blobs.drop(path);
      const unwanted = await blobs.scratchPath("bin");
      await writeFile(unwanted, bytes);
      await blobs.drop(unwanted);
      await blobs.drop(unwanted);
      await expect(blobs.adopt(unwanted)).rejects.toThrow();
      expect(await opened.temporary()).toEqual([]);
    });

    test("a range is read with its end included, and ends with the blob", async () => {
      const bytes = new Uint8Array(randomBytes(600_000));
      const key = await keepNew(bytes);
      expect(await read(key, { start: 0, end: 0 })).toEqual(bytes.slice(0, 1));
      expect(await read(key, { start: 5, end: 299_999 })).toEqual(bytes.slice(5, 300_000));
      expect(await read(key, { start: 599_999, end: 9_000_000 })).toEqual(bytes.slice(599_999));
      expect(await code(blobs.read(key, { start: 600_000, end: 600_001 }))).toBe("bad_request");
      expect(await code(blobs.read(key, { start: 5, end: 4 }))).toBe("bad_request");
    });

    test("a blob that is not there has no size, cannot be read or lent, and can be removed", async () => {
      const key = pictureKey("f".repeat(64));
      expect(await blobs.size(key)).toBeNull();
      expect(await blobs.size("pictures/ff")).toBeNull();
      expect(await code(blobs.read(key))).toBe("not_found");
      expect(await code(blobs.withFile(key, async () => undefined))).toBe("not_found");
      await blobs.remove(key);
    });

    test("a blob is lent as a local file, and its borrower's answer or fault comes back", async () => {
      const key = await keepNew(randomBytes(20));
      expect(await blobs.withFile(key, async (path) => (await readFile(path)).length)).toBe(20);
      await expect(blobs.withFile(key, () => Promise.reject(new Error("cannot decode")))).rejects.toThrow("cannot decode");
    });

    test("a removed blob is gone", async () => {
      const key = await keepNew(randomBytes(30));
      await blobs.remove(key);
      expect(await blobs.size(key)).toBeNull();
      expect(await listed(key)).toEqual([]);
    });

    test("keys below a prefix are listed with the time they were written, and nothing else is", async () => {
      const beforeMs = Date.now() - 2000;
      const keys = ["lists/aa/1", "lists/aa/2.webp", "lists/ab/1", "lists-too/aa/1"];
      for (const key of keys) await keepNew(randomBytes(3), key);
      const waiting = await stage(randomBytes(3));
      expect((await listed("lists/")).sort()).toEqual(keys.slice(0, 3));
      expect((await listed("lists")).sort()).toEqual(keys.toSorted());
      expect((await listed("lists/aa/2")).sort()).toEqual(["lists/aa/2.webp"]);
      expect(await listed("nothing/")).toEqual([]);
      expect((await listed("")).every((key) => /^(lists|lists-too|pictures|thumbnails)\//.test(key))).toBe(true);
      for await (const { writtenAtMs } of blobs.list("lists/")) expect(writtenAtMs).toBeGreaterThan(beforeMs);
      await waiting.discard();
    });

    test.each([
      "../pictures/x",
      "pictures/../../x",
      "pictures/..",
      "/etc/passwd",
      "pictures//x",
      "pictures/A",
      "pictures/a b",
      "pictures/.x",
      "tmp/x",
      "x",
      "",
      "pictures/\u0000",
      `pictures/${"a".repeat(600)}`,
    ])("the key %j is refused everywhere", async (key) => {
      const staged = await stage(randomBytes(3));
      const uses = [blobs.size(key), blobs.read(key), blobs.remove(key), blobs.withFile(key, async () => undefined), staged.keep(key)];
      for (const result of await Promise.allSettled(uses)) expect(result.status).toBe("rejected");
      await staged.discard();
    });

    test("sweeping leaves alone what this process is still making", async () => {
      const staged = await stage(randomBytes(3));
      const scratch = await blobs.scratchPath("png");
      await writeFile(scratch, "half");
      expect(await blobs.sweep()).toBe(0);
      await staged.keep(pictureKey(staged.sha256));
      await blobs.drop(scratch);
    });
  });
}
