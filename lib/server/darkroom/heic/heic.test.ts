import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ingest } from "../ingest.ts";

/** Four even quarters in Display P3, with an EXIF block that says the picture lies on its side: such files mean something else by that. */
const pictures = path.join(import.meta.dirname, "../../../testing/pictures");
const quarters = { red: [200, 40, 40], green: [40, 180, 60], blue: [50, 60, 200], white: [230, 230, 230] } as const;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-heic-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function farthestFrom(file: string, place: { left: number; top: number }, colour: readonly number[]): Promise<number> {
  const values = await sharp(file)
    .extract({ ...place, width: 1, height: 1 })
    .raw()
    .toBuffer();
  return Math.max(...colour.map((value, c) => Math.abs(value - (values[c] ?? 0))));
}

describe("a HEIC photograph", () => {
  it("is taken in with the colours it was meant in, as it stands", async () => {
    const taken = await ingest({ path: path.join(pictures, "upright-p3.heic"), out: path.join(folder, "upright") });
    expect(taken).toEqual({
      format: "png",
      width: 64,
      height: 48,
      hasAlpha: false,
      hasCopy: false,
      notes: ["profile", "converted"],
      file: path.join(folder, "upright"),
    });
    expect(await farthestFrom(taken.file, { left: 10, top: 10 }, quarters.red)).toBeLessThan(4);
    expect(await farthestFrom(taken.file, { left: 50, top: 10 }, quarters.green)).toBeLessThan(4);
    expect(await farthestFrom(taken.file, { left: 10, top: 40 }, quarters.blue)).toBeLessThan(4);
    expect(await farthestFrom(taken.file, { left: 50, top: 40 }, quarters.white)).toBeLessThan(4);
  });

  it("is turned once where it says so itself", async () => {
    const taken = await ingest({ path: path.join(pictures, "turned-p3.heic"), out: path.join(folder, "turned") });
    expect(taken).toMatchObject({ width: 48, height: 64 });
    expect(await farthestFrom(taken.file, { left: 10, top: 10 }, quarters.green)).toBeLessThan(4);
    expect(await farthestFrom(taken.file, { left: 40, top: 50 }, quarters.blue)).toBeLessThan(4);
  });

  it.each([
    ["ends too early", (file: Buffer) => file.subarray(0, file.length - 120)],
    ["has no picture in it", (file: Buffer) => file.subarray(0, 24)],
    [
      "is called one and holds another",
      (_: Buffer) => Buffer.concat([Buffer.from("0000001466747970686569630000000068656963", "hex"), Buffer.alloc(64)]),
    ],
  ])("is refused where it %s, and leaves nothing behind", async (name, harm) => {
    const file = path.join(folder, name);
    await writeFile(file, harm(await readFile(path.join(pictures, "upright-p3.heic"))));
    const before = await readdir(folder);
    await expect(ingest({ path: file, out: path.join(folder, "none") })).rejects.toMatchObject({ code: "picture_unreadable" });
    expect(await readdir(folder)).toEqual(before);
  });
});
