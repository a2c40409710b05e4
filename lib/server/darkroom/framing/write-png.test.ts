import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Raster } from "#lib/pixels/raster.ts";
import { bandsOf, openPacker, rowsOf } from "./png-bands.ts";
import { stillPacked, writePartlyPacked, writePng } from "./write-png.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-png-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function roundTrip(width: number, height: number, channels: 1 | 3 | 4, value: (i: number) => number) {
  const data = Uint8Array.from({ length: width * height * channels }, (_, i) => value(i));
  const file = path.join(folder, `${width}-${height}-${channels}.png`);
  const stride = width * channels;
  const writeRow = (y: number, row: Uint8Array) => {
    const values = data.subarray(y * stride, (y + 1) * stride);
    row.set(values);
    return values.some((one) => one !== 0);
  };
  await writePng(file, { width, height, channels, writeRow });
  // A reader that stops at the first thing that is odd, checksums included.
  const read = sharp(file, { failOn: "warning" });
  const pixels = channels === 1 ? read.extractChannel(0) : read;
  return { isSame: (await pixels.raw().toBuffer()).equals(data), bytes: (await stat(file)).size, meta: await sharp(file).metadata() };
}

it.each([
  [1, 1, 3],
  [7, 5, 1],
  [13, 9, 4],
  [641, 480, 3],
  [700, 600, 4],
  [1600, 800, 1],
] as const)("writes %d×%d pixels of %d channels that read as they were", async (width, height, channels) => {
  const noisy = await roundTrip(width, height, channels, (i) => (i * 2_654_435_761) % 251);
  expect(noisy).toMatchObject({ isSame: true, meta: { width, height, channels: channels === 1 ? 1 : channels, depth: "uchar" } });
  const sparse = await roundTrip(width, height, channels, (i) => (i > width * channels * 2 && i < width * channels * 3 ? 200 : 0));
  expect(sparse.isSame).toBe(true);
});

it.each([
  [1, false],
  [3, true],
  [4, true],
] as const)("of %d channels says that its values are standard colours: %s", async (channels, isSaid) => {
  await roundTrip(4, 4, channels, (i) => i);
  const file = await readFile(path.join(folder, `4-4-${channels}.png`));
  expect(file.includes("sRGB", 0, "latin1")).toBe(isSaid);
});

it("takes hardly any room where nothing is", async () => {
  expect((await roundTrip(900, 700, 4, () => 0)).bytes).toBeLessThan(12_000);
});

it("takes over what was packed before, but for the rows that changed and those told by them", async () => {
  const [width, height] = [1500, 1200];
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 2_654_435_761) % 251);
  const raster: Raster = { width, height, channels: 3, data };
  const packer = openPacker(rowsOf(raster));
  const bands = bandsOf(raster);
  const packed = bands.map((band) => packer.pack(band));
  const isTouched = new Uint8Array(height);
  const last = (bands[1]?.to ?? 0) - 1;
  data.fill(7, last * width * 3, (last + 1) * width * 3);
  isTouched[last] = 1;
  const still = stillPacked(packed, raster, isTouched);
  expect(still.map((band) => band !== null)).toEqual(bands.map((_, n) => n !== 1 && n !== 2));
  const file = path.join(folder, "partly.png");
  await writePartlyPacked(file, rowsOf(raster), still);
  expect((await sharp(file, { failOn: "warning" }).raw().toBuffer()).equals(data)).toBe(true);
  // What is packed elsewhere comes later, or not at all.
  const elsewhere = still.map((band, n) => (n % 2 === 0 ? Promise.resolve(band) : null));
  const other = path.join(folder, "elsewhere.png");
  await writePartlyPacked(other, rowsOf(raster), elsewhere);
  expect((await readFile(other)).equals(await readFile(file))).toBe(true);
});
