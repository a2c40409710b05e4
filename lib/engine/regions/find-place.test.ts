import { describe, expect, it } from "vitest";
import { type Place, readPlace } from "#lib/engine/instructions/place.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import { newRaster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { drawLawn, type LawnPart, lawnPartAt } from "#lib/testing/lawn-picture.ts";
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
