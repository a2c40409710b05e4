import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createGrowingFile, type GrowingFile } from "./growing-file.ts";

const forEver = new AbortController().signal;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-growing-"));
});
afterAll(() => rm(folder, { recursive: true }));

let count = 0;
let place: string;
let written: FileHandle;
let file: GrowingFile;
beforeEach(async () => {
  place = path.join(folder, String(++count));
  written = await open(place, "wx");
  file = createGrowingFile(place);
});
afterEach(() => written.close());

let bytes = 0;
beforeEach(() => {
  bytes = 0;
});
async function write(text: string): Promise<void> {
  await written.write(text);
  bytes += Buffer.byteLength(text);
  file.grow(bytes);
}

async function readAll(signal = forEver): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.read(signal)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe("a file that is read while it is written", () => {
  it("is whole for whoever came before its first byte, on the way, and afterwards", async () => {
    const early = readAll();
    await write("one ");
    const onTheWay = readAll();
    await write("two ");
    await write("three");
    file.complete(bytes);
    expect(await Promise.all([early, onTheWay, readAll()])).toEqual(Array.from({ length: 3 }, () => "one two three"));
  });

  it("is read as far as it is there, before it is whole", async () => {
    const reading = file.read(forEver);
    const first = reading.next();
    await write("one ");
    expect(Buffer.from((await first).value ?? []).toString()).toBe("one ");
    const second = reading.next();
    await write("two");
    expect(Buffer.from((await second).value ?? []).toString()).toBe("two");
    file.complete(bytes);
    expect(await reading.next()).toMatchObject({ done: true });
  });

  it("goes on for whoever reads it when it is dropped meanwhile", async () => {
    const reading = file.read(forEver);
    await write("one ");
    await reading.next();
    await write("two");
    file.complete(bytes);
    await rm(place);
    expect(Buffer.from((await reading.next()).value ?? []).toString()).toBe("two");
  });

  it("of which the rest never comes is an error for all who read it, and says so", async () => {
    await write("one ");
    const reading = file.read(forEver);
    await reading.next();
    const rest = reading.next();
    file.abandon();
    await expect(rest).rejects.toThrow(/given up/);
    await expect(readAll()).rejects.toThrow(/given up/);
    expect(file.isAbandoned()).toBe(true);
  });

  it("is read before it is written, and done with what was added when that is all", async () => {
    const reading = readAll();
    file.add(Buffer.from("one "));
    file.add(Buffer.from("two"));
    file.end();
    expect(await reading).toBe("one two");
    // What was added is there for whoever comes now, too.
    expect(await readAll()).toBe("one two");
  });

  it("is read from where it is written by whoever is too far behind what is held", async () => {
    const pieces = Array.from({ length: 10 }, (_, at) => Buffer.alloc(1024 * 1024, at));
    for (const piece of pieces) {
      file.add(piece);
      await written.write(piece);
      bytes += piece.byteLength;
      file.grow(bytes);
    }
    file.complete(bytes);
    const read: Uint8Array[] = [];
    for await (const piece of file.read(forEver)) read.push(piece);
    expect(Buffer.concat(read).equals(Buffer.concat(pieces))).toBe(true);
  });

  it("of which what was added could not be written is whole for those who have it, and an error for those who are behind", async () => {
    const [ahead, behind] = [file.read(forEver), file.read(forEver)];
    for (let at = 0; at < 10; at += 1) {
      file.add(Buffer.alloc(1024 * 1024, at));
      await ahead.next();
    }
    file.end();
    file.abandon();
    expect(await ahead.next()).toMatchObject({ done: true });
    await expect(behind.next()).rejects.toThrow(/given up/);
  });

  it("that is whole stays so", async () => {
    await write("one");
    file.complete(bytes);
    file.abandon();
    expect([await readAll(), file.isAbandoned()]).toEqual(["one", false]);
  });

  it("keeps nobody who has gone away, before its first byte or after", async () => {
    const gone = new AbortController();
    const [early, late] = [readAll(gone.signal), file.read(gone.signal)];
    await write("one");
    await late.next();
    const rest = late.next();
    const ends = Promise.allSettled([early, rest]);
    gone.abort();
    expect((await ends).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });
});
