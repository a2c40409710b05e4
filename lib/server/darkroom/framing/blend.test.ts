import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { blend } from "./blend.ts";

const [width, height] = [120, 80];
let folder = "";
const file = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-blend-"));
  const noise = { type: "gaussian", mean: 120, sigma: 20 } as const;
  await sharp({ create: { width, height, channels: 3, background: "#000", noise } })
    .png()
    .toFile(file("picture"));
  await sharp({ create: { width, height, channels: 4, background: "#c02000" } })
    .png()
    .toFile(file("result"));
  const grey = Buffer.alloc(width * height);
  for (let y = 20; y < 60; y++) grey.fill(255, y * width + 30, y * width + 90);
  await sharp(grey, { raw: { width, height, channels: 1 } })
    .png()
    .toFile(file("alpha"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const values = async (name: string) => sharp(file(name)).raw().toBuffer();
const request = (name: string) => ({
  ...{ picture: file("picture"), result: file("result"), alpha: file("alpha"), softnessPx: 0, colourMatch: 0 },
  out: { picture: file(`${name}.png`), alpha: file(`${name}-alpha.png`) },
});

describe("joining a result with its original again", () => {
  it("takes the result under the mask and keeps every other value", async () => {
    const told = await blend(request("hard"));
    const [before, after] = [await values("picture"), await values("hard.png")];
    expect([...after.subarray((40 * width + 60) * 3, (40 * width + 60) * 3 + 3)]).toEqual([0xc0, 0x20, 0]);
    expect(after.subarray(0, 20 * width * 3).equals(before.subarray(0, 20 * width * 3))).toBe(true);
    expect(told.outside).toEqual({ pixels: width * height - 40 * 60, changed: 0 });
    expect(told.changed).toBeGreaterThan(2300);
  });

  it("softens the edge to both sides, and still changes nothing beyond", async () => {
    const told = await blend({ ...request("soft"), softnessPx: 12 });
    const alpha = await sharp(file("soft-alpha.png")).extractChannel(0).raw().toBuffer();
    expect(alpha[40 * width + 30]).toBeGreaterThan(60);
    expect(alpha[40 * width + 30]).toBeLessThan(200);
    expect(alpha[40 * width + 5]).toBe(0);
    expect(told.outside.changed).toBe(0);
  });

  it("is all of the result without a mask", async () => {
    const told = await blend({ ...request("whole"), alpha: null });
    expect(told.outside.pixels).toBe(0);
    expect([...(await values("whole.png")).subarray(0, 3)]).toEqual([0xc0, 0x20, 0]);
  });
});
