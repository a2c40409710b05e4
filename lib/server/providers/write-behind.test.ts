import { describe, expect, it } from "vitest";
import { writeBehind } from "./write-behind.ts";

/** A disk whose writes end when they are told to. */
function createDisk() {
  const written: string[] = [];
  const ends: PromiseWithResolvers<void>[] = [];
  const writeFile = async (piece: unknown) => {
    const end = Promise.withResolvers<void>();
    ends.push(end);
    await end.promise;
    written.push(String(piece));
  };
  return { file: { writeFile }, written, ends };
}

const bytes = (text: string) => Buffer.from(text);
const turns = () => new Promise((resolve) => setImmediate(resolve));

describe("writing behind what comes", () => {
  it("writes together what came meanwhile, in its order, and tells how much is there", async () => {
    const { file, written, ends } = createDisk();
    const told: number[] = [];
    const writing = writeBehind(file, (count) => told.push(count));
    for (const text of ["one", "two", "three"]) await writing.add(bytes(text));
    ends[0]?.resolve();
    await turns();
    expect([written, told]).toEqual([["one"], [3]]);
    ends[1]?.resolve();
    expect(await writing.end()).toBe(11);
    expect([written, told]).toEqual([
      ["one", "twothree"],
      [3, 11],
    ]);
  });

  it("lets what comes wait where the disk is behind by a megabyte", async () => {
    const { file, ends } = createDisk();
    const writing = writeBehind(file, () => undefined);
    await writing.add(bytes("one"));
    let isTaken = false;
    const added = writing.add(Buffer.alloc(1024 * 1024 + 1)).then(() => {
      isTaken = true;
    });
    await turns();
    expect(isTaken).toBe(false);
    ends[0]?.resolve();
    await turns();
    ends[1]?.resolve();
    await added;
    expect(await writing.end()).toBe(1024 * 1024 + 4);
  });

  it("that fails is heard of at the end, and rests", async () => {
    const { file, ends } = createDisk();
    const writing = writeBehind(file, () => undefined);
    await writing.add(bytes("one"));
    ends[0]?.reject(new Error("disk full"));
    await turns();
    await writing.add(bytes("two"));
    await expect(writing.end()).rejects.toThrow("disk full");
    await writing.rest();
  });

  it("writes nothing where nothing came", async () => {
    const { file, ends } = createDisk();
    expect(await writeBehind(file, () => undefined).end()).toBe(0);
    expect(ends).toHaveLength(0);
  });
});
