import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ingest } from "./ingest.ts";

let folder: string;
let made = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-ingest-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(source: Sharp | Buffer | string): Promise<string> {
  made += 1;
  const file = path.join(folder, `in-${made}`);
  await writeFile(file, typeof source === "string" || Buffer.isBuffer(source) ? source : await source.toBuffer());
  return file;
}

async function take(source: Sharp | Buffer | string) {
  const file = await write(source);
  return { file, taken: await ingest({ path: file, out: path.join(folder, `out-${made}`) }) };
}

async function pixelsOf(file: string): Promise<{ data: Buffer; width: number; height: number; channels: number }> {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  return { data, ...info };
}

function distance(a: Buffer, b: Buffer): number {
  expect(a.length).toBe(b.length);
  return a.reduce((most, value, index) => Math.max(most, Math.abs(value - (b[index] ?? 0))), 0);
}

function meanDistance(a: Buffer, b: Buffer): number {
  expect(a.length).toBe(b.length);
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
}

/** Every pixel another colour, none of them near the edge of what sRGB holds. */
function gradient(width: number, height: number, channels: 3 | 4 = 3): Buffer {
  const data = Buffer.alloc(width * height * channels, 128);
  for (let at = 0; at < width * height; at += 1) {
    data[at * channels] = 60 + Math.floor(((at % width) * 120) / width);
    data[at * channels + 1] = 60 + Math.floor((Math.floor(at / width) * 120) / height);
    data[at * channels + 2] = 120;
  }
  return data;
}

const picture = (width = 24, height = 16) => sharp(gradient(width, height), { raw: { width, height, channels: 3 } });

describe("a picture that is already as we store it", () => {
  const grey = () => picture().toColourspace("b-w");
  it.each([
    ["jpeg", () => picture().jpeg()],
    ["jpeg", () => picture().jpeg({ progressive: true })],
    ["jpeg", () => picture().withIccProfile("srgb").jpeg()],
    ["jpeg", () => grey().jpeg()],
    ["png", () => picture().png()],
    ["png", () => picture().png({ palette: true })],
    ["png", () => grey().png()],
    ["webp", () => picture().webp()],
    ["webp", () => picture().webp({ lossless: true })],
  ])("is kept byte for byte (%s)", async (format, make) => {
    const { file, taken } = await take(make());
    expect(taken).toEqual({ format, width: 24, height: 16, hasAlpha: false, notes: [], file, hasCopy: false });
  });

  it("keeps its bytes and loses its metadata", async () => {
    const { file, taken } = await take(
      picture()
        .withExif({ IFD3: { GPSLatitudeRef: "N" } })
        .jpeg(),
    );
    expect(taken).toMatchObject({ format: "jpeg", notes: [] });
    expect(taken.file).not.toBe(file);
    expect((await sharp(taken.file).metadata()).exif).toBeUndefined();
    expect((await pixelsOf(taken.file)).data).toEqual((await pixelsOf(file)).data);
  });

  it("has alpha only where something shows through", async () => {
    const rgba = gradient(24, 16, 4);
    const transparent = () => sharp(rgba, { raw: { width: 24, height: 16, channels: 4 } });
    expect((await take(transparent().png())).taken.hasAlpha).toBe(true);
    expect((await take(transparent().webp())).taken.hasAlpha).toBe(true);
    expect((await take(picture().ensureAlpha(1).png())).taken.hasAlpha).toBe(false);
    expect((await take(transparent().tiff({ compression: "lzw" }))).taken).toMatchObject({ format: "png", hasAlpha: true });
  });
});

describe("a copy for the stage", () => {
  async function copied(source: Sharp) {
    const path = await write(source);
    const copy = { out: `${path}-copy`, side: 24 };
    return { copy, taken: await ingest({ path, out: `${path}-out`, copy }) };
  }

  it("comes by the way where the picture is small and nothing shows through", async () => {
    const { copy, taken } = await copied(picture().png());
    expect(taken).toMatchObject({ width: 24, height: 16, hasAlpha: false, hasCopy: true });
    expect(await sharp(copy.out).metadata()).toMatchObject({ format: "jpeg", width: 24, height: 16 });
  });

  it.each([
    ["is larger", () => picture().resize(25, 16).png()],
    ["may show something through", () => picture().ensureAlpha(0.5).png()],
    ["has to be converted", () => picture().tiff({ compression: "lzw" })],
  ])("does not where the picture %s", async (_why, make) => {
    expect((await copied(make())).taken.hasCopy).toBe(false);
  });

  it("is no way around the look at every byte", async () => {
    const whole = await picture().png().toBuffer();
    const path = await write(whole.subarray(0, -60));
    await expect(ingest({ path, out: `${path}-out`, copy: { out: `${path}-copy`, side: 24 } })).rejects.toMatchObject({
      code: "picture_unreadable",
    });
  });
});

describe("orientation", () => {
  /** Which stored pixel lies at (x, y) of the upright picture, by the definition of the eight values. */
  const storedAt: Record<number, (x: number, y: number, w: number, h: number) => readonly [number, number]> = {
    1: (x, y) => [x, y],
    2: (x, y, w) => [w - 1 - x, y],
    3: (x, y, w, h) => [w - 1 - x, h - 1 - y],
    4: (x, y, _w, h) => [x, h - 1 - y],
    5: (x, y) => [y, x],
    6: (x, y, _w, h) => [y, h - 1 - x],
    7: (x, y, w, h) => [w - 1 - y, h - 1 - x],
    8: (x, y, w) => [w - 1 - y, x],
  };

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("%i comes out upright, every pixel in its place", async (orientation) => {
    const [w, h] = [24, 16];
    for (const format of ["png", "jpeg"] as const) {
      const { file, taken } = await take(picture(w, h).withMetadata({ orientation }).toFormat(format));
      const stored = await pixelsOf(file);
      const upright = await pixelsOf(taken.file);
      expect([upright.width, upright.height]).toEqual(orientation > 4 ? [h, w] : [w, h]);
      expect(taken).toMatchObject({ width: upright.width, height: upright.height, notes: orientation > 1 ? ["orientation"] : [] });
      for (let at = 0; at < upright.width * upright.height; at += 1) {
        const [x, y] = storedAt[orientation]?.(at % upright.width, Math.floor(at / upright.width), w, h) ?? [0, 0];
        const from = (y * w + x) * 3;
        expect(upright.data.subarray(at * 3, at * 3 + 3)).toEqual(stored.data.subarray(from, from + 3));
      }
      expect((await sharp(taken.file).metadata()).orientation).toBeUndefined();
    }
  });
});

describe("colour and depth", () => {
  it("Display P3 becomes the same colours in sRGB", async () => {
    const { file, taken } = await take(picture().withIccProfile("p3").png());
    expect(taken).toMatchObject({ format: "png", notes: ["profile"] });
    const stored = await pixelsOf(await write(withoutProfile(await readFile(file))));
    expect(distance(stored.data, gradient(24, 16))).toBeGreaterThan(5);
    expect(distance((await pixelsOf(taken.file)).data, gradient(24, 16))).toBeLessThanOrEqual(2);
  });

  it("CMYK becomes RGB of about the same colours", async () => {
    const { taken } = await take(picture().toColourspace("cmyk").withIccProfile("cmyk").jpeg({ quality: 100 }));
    expect(taken).toMatchObject({ format: "png", notes: ["cmyk"], hasAlpha: false });
    const pixels = await pixelsOf(taken.file);
    expect(pixels.channels).toBe(3);
    expect(meanDistance(pixels.data, gradient(24, 16))).toBeLessThanOrEqual(8);
  });

  it("four inks without a profile are mixed as browsers do", async () => {
    const { file, taken } = await take(picture().toColourspace("cmyk").jpeg({ quality: 100, chromaSubsampling: "4:4:4" }));
    const { space, icc } = await sharp(file).metadata();
    expect([space, icc]).toEqual(["cmyk", undefined]);
    expect(taken).toMatchObject({ format: "png", width: 24, height: 16, notes: ["cmyk"], hasAlpha: false });
    const inks = await sharp(file).pipelineColourspace("cmyk").toColourspace("cmyk").raw().toBuffer();
    const share = (pixel: number, ink: number) => (inks[pixel * 4 + ink] ?? 0) / 255;
    const light = (i: number) => 255 * (1 - share(Math.floor(i / 3), i % 3)) * (1 - share(Math.floor(i / 3), 3));
    const wanted = Buffer.from(Array.from({ length: 24 * 16 * 3 }, (_, i) => Math.round(light(i))));
    expect(distance((await pixelsOf(taken.file)).data, wanted)).toBeLessThanOrEqual(1);
  });

  it.each(["rgb16", "grey16"])("16 bits become 8 (%s)", async (space) => {
    const wide = Uint16Array.from(gradient(24, 16), (value) => value * 257);
    const { taken } = await take(
      sharp(wide, { raw: { width: 24, height: 16, channels: 3 } })
        .toColourspace(space)
        .png(),
    );
    expect(taken).toMatchObject({ format: "png", notes: ["16-bit"] });
    expect((await sharp(taken.file).metadata()).depth).toBe("uchar");
    if (space === "rgb16") expect(distance((await pixelsOf(taken.file)).data, gradient(24, 16))).toBeLessThanOrEqual(1);
  });

  it.each(["gif", "tiff", "avif"] as const)("%s is taken in as PNG", async (format) => {
    const { taken } = await take(picture().toFormat(format));
    expect(taken).toMatchObject({ format: "png", width: 24, height: 16, notes: ["converted"] });
  });

  it.each(["gif", "webp"] as const)("only the first frame of a moving %s is kept", async (format) => {
    const frames = ["#f00", "#00f"].map((background) => ({ create: { width: 8, height: 8, channels: 3 as const, background } }));
    const pngs = await Promise.all(frames.map((frame) => write(sharp(frame).png())));
    const { taken } = await take(sharp(pngs, { join: { animated: true } }).toFormat(format, format === "webp" ? { lossless: true } : {}));
    expect(taken).toMatchObject({ format: "png", width: 8, height: 8 });
    expect(taken.notes).toContain("first-frame");
    expect([...(await pixelsOf(taken.file)).data.subarray(0, 3)]).toEqual([255, 0, 0]);
  });
});

describe("what is no whole picture", () => {
  it.each([
    ["picture_unsupported", ""],
    ["picture_unsupported", "x"],
    ["picture_unsupported", "This is a text that somebody named holiday.png"],
    ["picture_unreadable", Buffer.from("89504e470d0a1a0a", "hex")],
    ["picture_unreadable", Buffer.from("ffd8ffe0", "hex")],
  ])("is refused as %s (%j)", async (code, source) => {
    await expect(take(source)).rejects.toMatchObject({ code, message: expect.stringMatching(/^Expected a .*picture .*but /) });
  });

  it.each(["jpeg", "png", "webp", "gif", "tiff"] as const)("a %s that was cut short is refused", async (format) => {
    const noise = { type: "gaussian", mean: 120, sigma: 40 } as const;
    const whole = await sharp({ create: { width: 64, height: 64, channels: 3, background: "#000", noise } })
      .toFormat(format)
      .toBuffer();
    for (const share of [0.3, 0.6, 0.95]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share));
      await expect(take(cut), `${share} of it`).rejects.toMatchObject({ code: "picture_unreadable" });
    }
  });

  it("a PNG with a byte changed is refused", async () => {
    const file = await picture(64, 64).png().toBuffer();
    const middle = Math.floor(file.length / 2);
    file[middle] = (file[middle] ?? 0) ^ 0xff;
    await expect(take(file)).rejects.toMatchObject({ code: "picture_unreadable" });
  });

  it("a JPEG whose header claims more than 50 megapixels is refused by that header", async () => {
    const file = await picture().jpeg().toBuffer();
    const frame = file.indexOf(Buffer.from("ffc0", "hex"));
    file.writeUInt16BE(60_000, frame + 5);
    file.writeUInt16BE(60_000, frame + 7);
    await expect(take(file)).rejects.toMatchObject({
      code: "picture_too_many_pixels",
      message: "Expected at most 50 megapixels for a picture in JPEG but received 3600 (60000×60000)",
    });
  });

  it("never tells where a file lies on this machine", async () => {
    const error = await take(Buffer.from("ffd8ffe0", "hex")).catch((reason: unknown) => reason);
    expect(String(error)).not.toContain(folder);
  });
});

/** The same pixels with nothing said about their colours. */
function withoutProfile(png: Buffer): Buffer {
  const at = png.indexOf("iCCP") - 4;
  return Buffer.concat([png.subarray(0, at), png.subarray(at + 12 + png.readUInt32BE(at))]);
}
