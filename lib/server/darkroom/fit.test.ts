import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FitRequest } from "./darkroom.ts";
import { fit as fitToSize } from "./fit.ts";
import { maskFacts } from "./mask-facts.ts";
import { thumbnail } from "./thumbnail.ts";

let folder: string;
let made = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-fit-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function nextPath(): string {
  made += 1;
  return path.join(folder, String(made));
}

async function write(source: Sharp): Promise<string> {
  const file = nextPath();
  await source.toFile(file);
  return file;
}

async function fitted(source: Sharp, request: Partial<FitRequest> = {}) {
  return fitToSize({ path: await write(source), out: nextPath(), size: [32, 24], encode: { mode: "lossless" }, as: "picture", ...request });
}

async function pixelsOf(file: string) {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  return { data: [...data], width: info.width, height: info.height, channels: info.channels };
}

/** The file's own channels: a grey one is not spread over three. */
async function greyOf(file: string) {
  const { data, info } = await sharp(file).extractChannel(0).raw().toBuffer({ resolveWithObject: true });
  return { data: [...data], width: info.width, channels: (await sharp(file).metadata()).channels };
}

function raw(width: number, height: number, channels: 1 | 3 | 4, values: readonly number[]): Sharp {
  return sharp(
    Uint8Array.from({ length: width * height * channels }, (_, index) => values[index % values.length] ?? 0),
    {
      raw: { width, height, channels },
    },
  );
}

const noise = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#000", noise: { type: "gaussian", mean: 128, sigma: 50 } } });

describe("fitting a picture", () => {
  it("has exactly the size asked for, whatever its shape was", async () => {
    const result = await fitted(noise(97, 41).png(), { size: [64, 96] });
    expect(await sharp(result.path).metadata()).toMatchObject({ width: 64, height: 96, channels: 3, format: "png" });
    expect(result).toMatchObject({ mime: "image/png", width: 64, height: 96, bytes: (await stat(result.path)).size });
  });

  it("changes no value where the size is already right", async () => {
    const source = await write(noise(32, 24).png());
    const result = await fitToSize({ path: source, out: nextPath(), size: [32, 24], encode: { mode: "lossless" }, as: "picture" });
    expect(await pixelsOf(result.path)).toEqual(await pixelsOf(source));
  });

  it("lays what is transparent on white", async () => {
    const result = await fitted(raw(32, 24, 4, [10, 20, 30, 0]).png());
    const { data, channels } = await pixelsOf(result.path);
    expect([channels, new Set(data)]).toEqual([3, new Set([255])]);
  });

  it("keeps what is transparent for who can do something with it", async () => {
    const source = raw(32, 24, 4, [10, 20, 30, 0]).png();
    const result = await fitted(source, { encode: { mode: "lossless", keepsAlpha: true } });
    const { data, channels } = await pixelsOf(result.path);
    expect([channels, data[3]]).toEqual([4, 0]);
  });

  it("makes three channels of a grey one", async () => {
    const result = await fitted(raw(32, 24, 1, [77]).toColourspace("b-w").png());
    const { data, channels } = await pixelsOf(result.path);
    expect([channels, new Set(data)]).toEqual([3, new Set([77])]);
  });

  it("takes the best JPEG that keeps the limit", async () => {
    const large = await fitted(noise(300, 200).png(), { size: [300, 200], encode: { mode: "small", maxBytes: 1_000_000 } });
    expect(large.mime).toBe("image/jpeg");
    expect((await sharp(large.path).metadata()).chromaSubsampling).toBe("4:4:4");
    for (const maxBytes of [large.bytes - 1, Math.floor(large.bytes / 2), Math.floor(large.bytes / 3)]) {
      const small = await fitted(noise(300, 200).png(), { size: [300, 200], encode: { mode: "small", maxBytes } });
      expect(small.bytes).toBeLessThanOrEqual(maxBytes);
      expect((await stat(small.path)).size).toBe(small.bytes);
      expect(small).toMatchObject({ mime: "image/jpeg", width: 300, height: 200 });
    }
  });

  it("takes PNG where it is the smaller one, so that nothing is lost", async () => {
    const result = await fitted(raw(32, 24, 3, [250, 10, 10, 10, 250, 10]).png(), { encode: { mode: "small", maxBytes: 10_000 } });
    expect(result.mime).toBe("image/png");
  });

  it("refuses what cannot be made small enough instead of changing its size", async () => {
    await expect(fitted(noise(300, 200).png(), { size: [300, 200], encode: { mode: "small", maxBytes: 1000 } })).rejects.toMatchObject({
      code: "picture_too_demanding",
      message: expect.stringMatching(/^Expected a picture that fits into 1000 bytes at 300×200 but the smallest form has \d+$/),
    });
  });

  it("calls a file that is no picture unreadable", async () => {
    const request = { out: nextPath(), size: [8, 8], encode: { mode: "lossless" }, as: "picture" } as const;
    await expect(fitToSize({ ...request, path: import.meta.filename })).rejects.toMatchObject({ code: "picture_unreadable" });
    await expect(fitToSize({ ...request, path: nextPath() })).rejects.toMatchObject({ code: "internal" });
  });
});

describe("fitting a mask", () => {
  const asMask = { as: "mask", encode: { mode: "small", maxBytes: 100_000 } } as const;

  it("is one grey channel in PNG with every value as it was, where the size is right", async () => {
    const values = Array.from({ length: 256 }, (_, index) => index);
    for (const source of [
      raw(32, 24, 1, values).toColourspace("b-w"),
      raw(
        32,
        24,
        3,
        values.flatMap((value) => [value, value, value]),
      ),
    ]) {
      const result = await fitted(source.png(), asMask);
      const { data, channels } = await greyOf(result.path);
      expect([result.mime, channels]).toEqual(["image/png", 1]);
      expect(data).toEqual(Array.from({ length: 768 }, (_, index) => index % 256));
    }
  });

  it("counts what is transparent as black", async () => {
    const result = await fitted(raw(32, 24, 4, [255, 255, 255, 0, 255, 255, 255, 255]).png(), asMask);
    expect(new Set((await greyOf(result.path)).data)).toEqual(new Set([0, 255]));
  });

  it("keeps large areas fully black and white at another size", async () => {
    const halves = Uint8Array.from({ length: 64 * 48 }, (_, index) => (index % 64 < 32 ? 0 : 255));
    const source = sharp(halves, { raw: { width: 64, height: 48, channels: 1 } })
      .toColourspace("b-w")
      .png();
    const { data, width } = await greyOf((await fitted(source, asMask)).path);
    const columns = (from: number, to: number) => new Set(data.filter((_, index) => index % width >= from && index % width < to));
    expect([columns(0, 13), columns(19, 32)]).toEqual([new Set([0]), new Set([255])]);
  });
});

describe("the facts of a mask", () => {
  it.each([
    [0, [0]],
    [1, [255]],
    [0.5, [0, 255]],
    [0.25, [0, 0, 0, 255]],
    [0.2, [51]],
  ])("say that %d of it is white", async (white, values) => {
    const path = await write(raw(40, 20, 1, values).toColourspace("b-w").png());
    expect(await maskFacts({ path })).toMatchObject({ width: 40, height: 20, white: expect.closeTo(white, 6) });
  });
});

describe("a thumbnail", () => {
  it("fits into the square, keeps the shape and what is transparent", async () => {
    const out = nextPath();
    await thumbnail({ path: await write(raw(400, 200, 4, [200, 100, 50, 0]).png()), out, side: 256, format: "webp" });
    expect(await sharp(out).metadata()).toMatchObject({ format: "webp", width: 256, height: 128, hasAlpha: true });
  });

  it("is never larger than the picture", async () => {
    const out = nextPath();
    await thumbnail({ path: await write(noise(30, 20).jpeg()), out, side: 256, format: "webp" });
    expect(await sharp(out).metadata()).toMatchObject({ width: 30, height: 20 });
  });

  it("is a JPEG where one is asked for", async () => {
    const out = nextPath();
    await thumbnail({ path: await write(noise(300, 200).png()), out, side: 150, format: "jpeg" });
    expect(await sharp(out).metadata()).toMatchObject({ format: "jpeg", width: 150, height: 100, space: "srgb" });
  });
});
