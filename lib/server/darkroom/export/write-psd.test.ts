import { statSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPsd } from "#lib/testing/read-psd.ts";
import { mostPacked, packBits } from "./pack-bits.ts";
import { writePsd } from "./write-psd.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-psd-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = (name: string) => path.join(folder, name);

async function paint(name: string, width: number, height: number, channels: 1 | 3 | 4): Promise<Buffer> {
  const bytes = Buffer.from(Array.from({ length: width * height * channels }, (_, i) => (i % 97 < 40 ? 200 : (i * 31) % 256)));
  await sharp(bytes, { raw: { width, height, channels } }).png().toFile(file(name));
  return bytes;
}

const planeOf = (pixels: Buffer, channels: number, channel: number) => pixels.filter((_, i) => i % channels === channel);

describe("a Photoshop document", () => {
  it("has each layer at its place with every value, the mask it shows through, and the picture for those who read no layers", async () => {
    const [merged, small, grey] = [await paint("merged", 61, 40, 3), await paint("small", 33, 21, 4), await paint("grey", 61, 40, 1)];
    const told: number[] = [];
    const wrote = (written: number) => void told.push(written);
    const layers = [
      { name: "Original – 原图", path: file("small"), maskPath: null, x: 7, y: 3, isVisible: true },
      { name: "Result", path: file("merged"), maskPath: file("grey"), x: 0, y: 0, isVisible: false },
    ];
    await writePsd({ merged: file("merged"), layers, out: file("out.psd") }, { wrote });
    const bytes = await readFile(file("out.psd"));
    expect(told.at(-1)).toBe(bytes.length);
    const psd = readPsd(bytes);
    expect(psd).toMatchObject({ signature: "8BPS", version: 1, channels: 3, width: 61, height: 40, depth: 8, mode: 3, count: 2 });
    expect(psd.merged).toEqual(Buffer.concat([0, 1, 2].map((channel) => Buffer.from(planeOf(merged, 3, channel)))));
    const [below, above] = psd.layers;
    expect(below).toMatchObject({ name: "Original – 原图", top: 3, left: 7, bottom: 24, right: 40, isHidden: false, hasMask: false });
    expect(above).toMatchObject({ name: "Result", top: 0, left: 0, bottom: 40, right: 61, isHidden: true, hasMask: true });
    for (const channel of [0, 1, 2]) {
      expect(below?.planes.get(channel)).toEqual(planeOf(small, 4, channel));
      expect(above?.planes.get(channel)).toEqual(planeOf(merged, 3, channel));
    }
    expect(below?.planes.get(-1)).toEqual(planeOf(small, 4, 3));
    expect(above?.planes.get(-1)).toEqual(Buffer.alloc(61 * 40, 255));
    expect(above?.planes.get(-2)).toEqual(grey);
  });

  it("is written from its first byte to its last, and tells how much stands in the file", async () => {
    const noise = Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, i) => (i * i * 31 + (i >> 3)) % 251));
    await sharp(noise, { raw: { width: 300, height: 300, channels: 3 } })
      .png()
      .toFile(file("noise"));
    const layers = [{ name: "Edit", path: file("noise"), maskPath: null, x: 0, y: 0, isVisible: true }];
    const told: number[] = [];
    const lengths: number[] = [];
    const wrote = (written: number) => {
      told.push(written);
      lengths.push(statSync(file("noise.psd")).size);
    };
    await writePsd({ merged: file("noise"), layers, out: file("noise.psd") }, { wrote });
    const { size } = statSync(file("noise.psd"));
    expect(told).toEqual(lengths);
    expect(told).toEqual(lengths.toSorted((one, other) => one - other));
    expect(told.filter((written) => written < size / 2).length).toBeGreaterThan(2);
  });

  it.each<readonly [string, number]>([
    ["flat", 0],
    ["a photograph", 251],
  ])("has the same values whether a picture is worth packing or not: %s", async (name, span) => {
    const values = Buffer.from(Array.from({ length: 64 * 300 * 4 }, (_, i) => (span === 0 ? 90 : (i * i * 31 + (i >> 3)) % span)));
    await sharp(values, { raw: { width: 64, height: 300, channels: 4 } })
      .png()
      .toFile(file(name));
    const layers = [{ name: "Edit", path: file(name), maskPath: null, x: 0, y: 0, isVisible: true }];
    await writePsd({ merged: file(name), layers, out: file(`${name}.psd`) }, { wrote: () => undefined });
    const bytes = await readFile(file(`${name}.psd`));
    expect(bytes.length > values.length).toBe(span > 0);
    const { planes } = readPsd(bytes).layers[0] ?? {};
    for (const channel of [0, 1, 2]) expect(planes?.get(channel)).toEqual(planeOf(values, 4, channel));
    expect(planes?.get(-1)).toEqual(planeOf(values, 4, 3));
    expect(readPsd(bytes).merged).toEqual(Buffer.concat([0, 1, 2, 3].map((channel) => planeOf(values, 4, channel))));
  });

  it("says that what shows through is the first alpha", async () => {
    await paint("clear", 12, 9, 4);
    const layers = [{ name: "Edit", path: file("clear"), maskPath: null, x: 0, y: 0, isVisible: true }];
    await writePsd({ merged: file("clear"), layers, out: file("clear.psd") }, { wrote: () => undefined });
    expect(readPsd(await readFile(file("clear.psd")))).toMatchObject({ channels: 4, count: -1 });
  });

  it("is refused where a side is longer than the format knows", async () => {
    const long = { width: 30_001, height: 1, channels: 3, background: "#777" } as const;
    await sharp({ create: long }).png().toFile(file("long"));
    const asked = { merged: file("long"), layers: [], out: file("long.psd") };
    await expect(writePsd(asked, { wrote: () => undefined })).rejects.toMatchObject({ code: "picture_too_many_pixels" });
  });
});

describe("packed bits", () => {
  const unpack = (packed: Uint8Array) => {
    const values: number[] = [];
    for (let at = 0; at < packed.length; ) {
      const head = packed[at] ?? 0;
      if (head < 128) values.push(...packed.subarray(at + 1, at + 2 + head));
      else values.push(...Array(257 - head).fill(packed[at + 1]));
      at += head < 128 ? head + 2 : 2;
    }
    return values;
  };

  it.each<readonly [string, readonly number[]]>([
    ["nothing", []],
    ["one value", [9]],
    ["a run of 128 and one more", Array(129).fill(4)],
    ["a run of 130 at the end of others", [1, 2, 3, ...Array(130).fill(7)]],
    ["nothing alike, longer than one stretch", Array.from({ length: 300 }, (_, i) => (i * 7) % 256)],
    ["pairs, which are no run", Array.from({ length: 200 }, (_, i) => i >> 1)],
    ["runs of three between others", [5, 5, 5, 1, 2, 2, 2, 2, 8, 9, 9]],
  ])("come back as they were: %s", (_what, values) => {
    const out = new Uint8Array(mostPacked(values.length) + 4);
    const length = packBits(Uint8Array.from(values), out, 2);
    expect(length).toBeLessThanOrEqual(mostPacked(values.length));
    expect(unpack(out.subarray(2, 2 + length))).toEqual(values);
  });
});
