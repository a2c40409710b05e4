import { describe, expect, it } from "vitest";
import { readPlace } from "#lib/engine/instructions/place.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { drawingOf, isDisc } from "#lib/testing/drawn-things.ts";
import { findMeant } from "./find-meant.ts";
import { findPlace } from "./find-place.ts";

const [width, height] = [240, 160];
const draw = drawingOf(width, height);

function find(picture: Raster, said: string): Plane | undefined {
  const place = readPlace(said);
  return place === undefined ? undefined : finish(findPlace(picture, place))?.mask;
}

const share = (mask: Plane | undefined, isIn: (x: number, y: number) => boolean): number => {
  const own = [...(mask?.data ?? []).entries()].filter(([i]) => isIn(i % width, Math.floor(i / width)));
  return own.reduce((sum, [, value]) => sum + value, 0) / Math.max(1, own.length);
};

const hash = (x: number, y: number): number => (((x * 73) ^ (y * 151) ^ (x * y * 7)) >>> 0) % 16;
const crowns = (x: number, y: number): Rgb => {
  const lit = hash(x >> 1, y >> 1);
  return [40 + 4 * lit, 84 + 6 * lit, 30 + 2 * lit];
};

describe("green seen from above and from near", () => {
  const fromAbove = draw((x, y) => (x < 150 ? crowns(x, y) : x < 185 ? [168, 160, 166] : [104, 150 + (x % 2), 62]));

  it("tells crowns from a calm lawn", () => {
    const [trees, lawn] = [find(fromAbove, "the trees"), find(fromAbove, "草地")];
    expect(share(trees, (x) => x < 140)).toBeGreaterThan(0.7);
    expect(share(trees, (x) => x > 195)).toBeLessThan(0.1);
    expect(share(lawn, (x) => x > 195)).toBeGreaterThan(0.8);
    expect(share(lawn, (x) => x < 140)).toBeLessThan(0.1);
  });
  it("finds the road beside them, and no trees at the lower side", () => {
    const road = find(fromAbove, "道路");
    expect(share(road, (x) => x > 156 && x < 180)).toBeGreaterThan(0.9);
    expect(share(road, (x) => x < 140)).toBeLessThan(0.05);
  });
  it("takes all blades for the grass, in the sun above and in shade below", () => {
    const picture = draw((x, y) => {
      const lit = hash(x >> 3, 5) / 16;
      const sun = (y < 80 ? 0.25 : 0) + lit;
      return [26 + 90 * sun, 62 + 110 * sun, 16 + 20 * sun];
    });
    const grass = find(picture, "草");
    expect(share(grass, (_x, y) => y < 60)).toBeGreaterThan(0.7);
    expect(share(grass, (_x, y) => y > 100)).toBeGreaterThan(0.7);
  });
});

describe("rocks on a shore", () => {
  const shore = (people: readonly (readonly [number, number])[]): Raster =>
    draw((x, y) => {
      if (y < 60) return [96, 150, 220];
      if (people.some(([cx, cy]) => isDisc(x, y, cx, cy, 13))) return [214, 40, 60];
      return y < 66 ? [40, 90, 130] : [120 + 2 * hash(x >> 2, y >> 2), 112, 100];
    });
  const rocks = readPlace("the rocks");

  it("are not the people on it", () => {
    if (rocks === undefined) throw new Error("Expected the rocks to be read as a place");
    const people = [
      [70, 110],
      [160, 100],
    ] as const;
    expect(finish(findMeant(shore(people), rocks, "recolour"))).toBeUndefined();
  });
});
