import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fractalNoise } from "#lib/pixels/noise.ts";
import { merge } from "./merge.ts";

const [width, height] = [840, 680];
let folder = "";
const file = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-merge-"));
  const half = { width: width / 2, height: height / 2 };
  const scene = Buffer.alloc(half.width * half.height * 3);
  for (let i = 0; i < scene.length; i++) {
    const pixel = Math.floor(i / 3);
    scene[i] = 40 + 160 * fractalNoise((pixel % half.width) / 30 + (i % 3) * 0.2, Math.floor(pixel / half.width) / 30, 3, 5);
  }
  const raw = { raw: { ...half, channels: 3 } } as const;
  await sharp(scene, raw).resize(width, height).png().toFile(file("picture"));
  const painted = Buffer.from(scene);
  for (let pixel = 0; pixel < half.width * half.height; pixel++) {
    const isIn = Math.hypot((pixel % half.width) - 200, Math.floor(pixel / half.width) - 150) < 50;
    if (isIn) painted.set([0xd0, 0x30, 0x20], pixel * 3);
  }
  await sharp(painted, raw).png().toFile(file("result"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const values = async (name: string) => (await sharp(file(name)).raw().toBuffer({ resolveWithObject: true })).data;
const request = (name: string) => ({
  ...{ picture: file("picture"), result: file("result") },
  out: { picture: file(`${name}.png`), alpha: file(`${name}-alpha.png`), placed: file(`${name}-placed.png`) },
});

describe("merging a small result into a large picture", () => {
  it("brings over what changed, keeps every other value, and writes all of the placed result", async () => {
    const merged = await merge(request("whole"));
    if (!merged.isMerged) throw new Error(`Expected a merge but received ${merged.reason}`);
    expect(merged.outside.changed).toBe(0);
    const [before, after, placed] = [await values("picture"), await values("whole.png"), await values("whole-placed.png")];
    const alpha = await sharp(file("whole-alpha.png")).extractChannel(0).raw().toBuffer();
    expect([before.length, after.length, placed.length]).toEqual([3, 3, 3].map((channels) => width * height * channels));
    const middle = (300 * width + 400) * 3;
    for (const picture of [after, placed]) expect(Math.abs((picture[middle] ?? 0) - 0xd0)).toBeLessThan(8);
    let counted = 0;
    for (let pixel = 0; pixel < width * height; pixel++) {
      const isSame = before.subarray(pixel * 3, pixel * 3 + 3).equals(after.subarray(pixel * 3, pixel * 3 + 3));
      if (!isSame) counted++;
      if (alpha[pixel] === 0 && !isSame) throw new Error(`Expected pixel ${pixel} to be kept`);
      const at = pixel * 3;
      if (alpha[pixel] === 255 && !after.subarray(at, at + 3).equals(placed.subarray(at, at + 3)))
        throw new Error("Expected the placed one");
    }
    expect(counted).toBe(merged.changed);
  });

  it("fails where one of its files cannot be written, whichever that is", async () => {
    for (const missing of ["picture", "alpha", "placed"] as const) {
      const { out, ...rest } = request("missing");
      await expect(merge({ ...rest, out: { ...out, [missing]: file("nowhere/out.png") } })).rejects.toMatchObject({ name: "AppError" });
    }
  });
});
