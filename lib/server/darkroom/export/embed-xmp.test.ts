import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { embedXmp } from "./embed-xmp.ts";

const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>`;
const noise = { type: "gaussian", mean: 120, sigma: 40 } as const;
const picture = (channels: 3 | 4) => sharp({ create: { width: 41, height: 30, channels, background: "#8888", noise } });

const cases = [
  ["jpeg", "a photograph", () => picture(3).jpeg()],
  ["png", "a drawing", () => picture(3).png()],
  ["png", "one with transparency", () => picture(4).png()],
  ["webp", "a lossy one", () => picture(3).webp()],
  ["webp", "a lossless one", () => picture(3).webp({ lossless: true })],
  ["webp", "one with transparency", () => picture(4).webp({ lossless: true })],
  ["webp", "one with a profile", () => picture(3).webp().withIccProfile("srgb")],
] as const;

describe.each(cases)("metadata in %s, %s", (format, _what, draw) => {
  it("is read back by others, and every pixel is as it was", async () => {
    const file = await draw().toBuffer();
    const marked = embedXmp(format, file, xmp);
    const { xmpAsString, width, height, hasAlpha } = await sharp(marked, { failOn: "warning" }).metadata();
    expect(xmpAsString).toBe(xmp);
    expect([width, height, hasAlpha]).toEqual([41, 30, (await sharp(file).metadata()).hasAlpha]);
    expect((await sharp(marked).raw().toBuffer()).equals(await sharp(file).raw().toBuffer())).toBe(true);
  });
});

it("refuses a file that is not what it is called", () => {
  expect(() => embedXmp("png", Buffer.alloc(100), xmp)).toThrow("laid out as png");
  expect(() => embedXmp("jpeg", Buffer.alloc(100), xmp)).toThrow("laid out as jpeg");
  expect(() => embedXmp("webp", Buffer.alloc(100), xmp)).toThrow("laid out as webp");
});
