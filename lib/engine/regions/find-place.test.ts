import { describe, expect, it } from "vitest";
import { type Place, readPlace } from "#lib/engine/instructions/place.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { drawLawn, type LawnPart, lawnPartAt } from "#lib/testing/lawn-picture.ts";
import { findRegion } from "./colour-region.ts";
import { findPlace } from "./find-place.ts";

const place = (said: string): Place => {
  const read = readPlace(said);
  if (read === undefined) throw new Error(`Expected a place for ${said}`);
  return read;
};

/** How well a mask and some parts cover each other: common pixels over all pixels of either. */
function overlap(mask: Plane, parts: readonly LawnPart[]): number {
  let [common, either] = [0, 0];
  for (let i = 0; i < mask.data.length; i++) {
    const isIn = parts.includes(lawnPartAt(i));
    const isFound = (mask.data[i] as number) > 0.5;
    if (isIn && isFound) common++;
    if (isIn || isFound) either++;
  }
  return common / either;
}

/** 224 × 150: a sky from violet to pink, a horizon at row 100 that one hardly sees, and the same colours again below. */
function drawEvening(): Raster {
  const picture = newRaster(224, 150, 3);
  for (let i = 0; i < 224 * 150; i++) {
    const y = Math.floor(i / 224);
    const t = y < 100 ? y / 100 : 1 - (y - 100) / 50;
    const dim = y < 100 ? 1 : 0.9;
    picture.data.set([(80 + 140 * t) * dim, (70 + 100 * t) * dim, (165 + 35 * t) * dim], i * 3);
  }
  return picture;
}

/** 200 × 200: an orange suit, a dark collar, a face over it, before a pale wall with a dark box. */
function drawPortrait(): Raster {
  const picture = newRaster(200, 200, 3);
  for (let i = 0; i < 40_000; i++) {
    const [x, y] = [i % 200, Math.floor(i / 200)];
    const grain = ((x * 7 + y * 13) % 5) * 2;
    const isHead = Math.hypot((x - 100) / 22, (y - 54) / 28) < 1;
    const isCollar = y >= 80 && y < 98 && Math.abs(x - 100) < 24;
    const isSuit = y >= 98 && Math.abs(x - 100) < 42 + (y - 98) * 0.2;
    const isBox = x > 165 && y > 150;
    const colour = isHead ? [214, 160, 130] : isCollar || isBox ? [14, 14, 18] : isSuit ? [226, 92 + grain, 30] : [205, 203, 200];
    picture.data.set(colour, i * 3);
  }
  return picture;
}

describe("finding places", () => {
  const lawn = drawLawn();
  it.each<[string, LawnPart[]]>([
    ["sky", ["sky"]],
    ["天空", ["sky"]],
    ["grass", ["lawn"]],
    ["草地", ["lawn"]],
    ["red ball", ["ball"]],
    ["blue box", ["box"]],
    ["蓝色的箱子", ["box"]],
    ["the subject", ["ball", "box"]],
    ["background", ["sky", "lawn"]],
    ["the person on the left", ["ball"]],
  ])("finds %s", (said, parts) => {
    const found = finish(findPlace(lawn, place(said)));
    expect(found && overlap(found.mask, parts)).toBeGreaterThan(0.85);
  });
  it("knows a side without looking", () => {
    const found = finish(findPlace(lawn, place("the left side")));
    expect(found?.share).toBeCloseTo(0.5, 1);
    expect(found?.mask.data[0]).toBe(1);
    expect(found?.mask.data[191]).toBe(0);
  });
  it.each(["water", "yellow flower", "skin"])("finds no %s where there is none", (said) => {
    expect(finish(findPlace(lawn, place(said)))).toBeUndefined();
  });
  it.each([
    ["sky", 0, 96],
    ["water", 100, 150],
  ])("finds the %s of an evening that is violet above and pink at a faint horizon", (said, from, to) => {
    const found = finish(findPlace(drawEvening(), place(said)));
    const meanOfRows = (first: number, last: number): number =>
      (found?.mask.data.subarray(first * 224, last * 224).reduce((sum, value) => sum + value, 0) ?? 0) / ((last - first) * 224);
    expect(meanOfRows(from, to)).toBeGreaterThan(0.9);
    expect(meanOfRows(said === "sky" ? 105 : 0, said === "sky" ? 150 : 90)).toBeLessThan(0.1);
  });
  it("finds a sky down to the lower rim where nothing bounds it", () => {
    const picture = newRaster(200, 200, 3);
    for (let i = 0; i < 40_000; i++) {
      const isHouse = i % 200 > 120 && i > 40 * 200;
      picture.data.set(isHouse ? [214, 190, 120] : [40, 110 + Math.floor(i / 2000), 200], i * 3);
    }
    const { mask } = finish(findPlace(picture, place("sky"))) ?? {};
    expect(mask?.data[190 * 200 + 30]).toBeGreaterThan(0.9);
    expect(mask?.data[150 * 200 + 170]).toBeLessThan(0.1);
  });
  it("takes the thing in focus for the one that is to be coloured, not more of another colour behind it", () => {
    const picture = newRaster(240, 160, 3);
    for (let i = 0; i < 240 * 160; i++) {
      const [x, y] = [i % 240, Math.floor(i / 240)];
      const isThing = Math.hypot(x - 140, y - 90) < 15;
      const shade = isThing && (x + y) % 6 < 3 ? 40 : 0;
      picture.data.set(isThing ? [210 - shade, 30, 36] : [236, 176 + (y % 16), 40], i * 3);
    }
    const { mask } = finish(findRegion(picture)) ?? {};
    expect(mask?.data[90 * 240 + 140]).toBeGreaterThan(0.8);
    expect(mask?.data[20 * 240 + 60]).toBeLessThan(0.1);
  });
  it("finds the head that belongs to a bright suit, over a collar as dark as what stands behind", () => {
    const { mask } = finish(findPlace(drawPortrait(), place("the woman"))) ?? {};
    const at = (x: number, y: number): number => mask?.data[y * 200 + x] ?? 0;
    expect(Math.min(at(100, 150), at(100, 50), at(90, 64), at(100, 88))).toBeGreaterThan(0.8);
    expect(Math.max(at(20, 30), at(180, 60), at(186, 190))).toBeLessThan(0.1);
  });
  it("finds nothing in an even picture, nor in a single pixel", () => {
    const grey = { ...newRaster(40, 30, 3), data: newRaster(40, 30, 3).data.fill(120) };
    expect(finish(findPlace(grey, place("subject")))).toBeUndefined();
    expect(finish(findPlace(newRaster(1, 1, 3), place("sky")))).toBeUndefined();
  });
});

describe("reading places", () => {
  it.each([
    ["her red dress", "colour"],
    ["the old house", "subject"],
    ["背景", "background"],
    ["the woman's face", "subject"],
    ["the bottom", "side"],
  ])("reads %s as %s", (said, name) => expect(readPlace(said)?.name).toBe(name));
  it.each(["her eyes", "the picture", "the headlights", "它的轮子"])("reads no place from %s", (said) =>
    expect(readPlace(said)).toBeUndefined(),
  );
});
