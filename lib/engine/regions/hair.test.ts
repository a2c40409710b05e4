import { describe, expect, it } from "vitest";
import type { NamedBox } from "#lib/pixels/network/read-boxes.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { newRaster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { findHair, isHair } from "./hair.ts";

const [width, height] = [200, 260];
const [wall, brown, skin, blue] = [
  [176, 184, 190],
  [84, 52, 34],
  [224, 172, 144],
  [48, 74, 140],
] as const;

/** Brown hair that falls beside a face, over a blue shirt; seen from behind, there is no face. */
function head(x: number, y: number, top: number, hasFace: boolean): readonly [number, number, number] {
  const isFace = Math.hypot((x - 100) / 27, (y - top - 52) / 36) < 1 || (Math.abs(x - 100) < 13 && y > top + 75 && y < top + 112);
  if (isFace && hasFace) return skin;
  if (Math.hypot((x - 100) / 40, (y - top - 48) / 48) < 1) return brown;
  if (y > top + 48 && y < top + 104 && Math.abs(x - 100) < 40 && Math.abs(x - 100) > 18) return brown;
  if (y > top + 100 && Math.abs(x - 100) < 70) return blue;
  return wall;
}

function hairOf(top = 24, hasFace = true): Plane | undefined {
  const picture = newRaster(width, height, 3);
  const person = newPlane(width, height);
  for (let i = 0; i < width * height; i++) {
    const colour = head(i % width, Math.floor(i / width), top, hasFace);
    picture.data.set(colour, i * 3);
    if (colour !== wall) person.data[i] = 1;
  }
  const box: NamedBox = { kind: 0, score: 0.8, left: 0.15, right: 0.85, top: Math.max(0, top) / height, bottom: 1 };
  return finish(findHair(picture, person, box));
}

describe("somebody's hair", () => {
  it("is what lies about the crown and falls beside the face, and neither face nor shirt", () => {
    const hair = hairOf() as Plane;
    const at = (x: number, y: number): number => hair.data[y * width + x] as number;
    for (const [x, y] of [
      [100, 30],
      [66, 80],
      [134, 110],
    ] as const)
      expect(at(x, y)).toBeGreaterThan(0.8);
    for (const [x, y] of [
      [100, 80],
      [100, 200],
      [20, 60],
    ] as const)
      expect(at(x, y)).toBeLessThan(0.2);
  });
  it("is not looked for where no face is seen, or where the picture cuts the head off", () => {
    expect(hairOf(24, false)).toBeUndefined();
    expect(hairOf(-20)).toBeUndefined();
  });
  it("is told by its name", () => {
    for (const said of ["her hair", "头发", "man on the left's hair"]) expect(isHair(said)).toBe(true);
    for (const said of ["hair band", "chair", "发夹"]) expect(isHair(said)).toBe(false);
  });
});
