import { describe, expect, it } from "vitest";
import type { Rgb } from "#lib/pixels/colour.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { newRaster } from "#lib/pixels/raster.ts";
import { lookAt, type View } from "#lib/pixels/segment/view.ts";
import { finish } from "#lib/pixels/work.ts";
import { shedGround } from "./shed-ground.ts";

const [width, height] = [160, 110];

function viewOf(colourAt: (x: number, y: number) => Rgb): View {
  const picture = newRaster(width, height, 3);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const grain = (((x * 7 + y * 13) % 11) - 5) * 2;
    picture.data.set(
      colourAt(x, y).map((value) => value + grain),
      i * 3,
    );
  }
  return finish(lookAt(picture, width));
}

function maskWhere(isInside: (x: number, y: number) => boolean): Plane {
  const mask = newPlane(width, height);
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = isInside(i % width, Math.floor(i / width)) ? 1 : 0;
  return mask;
}

const at = ({ data }: Plane, x: number, y: number): number => data[y * width + x] as number;
const [fur, rock, pale, water]: readonly Rgb[] = [
  [104, 70, 46],
  [198, 176, 146],
  [190, 166, 138],
  [40, 70, 78],
];
const isBody = (x: number, y: number): boolean => Math.hypot((x - 80) / 36, (y - 52) / 17) < 1;
const isHead = (x: number, y: number): boolean => Math.hypot(x - 112, y - 32) < 10;
const view = viewOf((x, y) => (isHead(x, y) ? pale : isBody(x, y) ? fur : y > 66 ? rock : water) as Rgb);

describe("shedGround", () => {
  it("takes off the rock that goes on beside the animal, and leaves the head of the rock's colour", () => {
    const own = finish(
      shedGround(
        view,
        maskWhere((x, y) => isBody(x, y) || isHead(x, y) || (y > 66 && x > 40 && x < 130)),
      ),
    );
    expect([at(own, 80, 52), at(own, 112, 30)]).toEqual([1, 1]);
    expect([at(own, 60, 95), at(own, 120, 95)]).toEqual([0, 0]);
  });
  it("leaves what has no ground with it as it is", () => {
    const body = maskWhere((x, y) => isBody(x, y) || isHead(x, y));
    const kept = finish(shedGround(view, body));
    expect(kept.data.reduce((sum, value) => sum + value, 0)).toBeGreaterThan(0.95 * body.data.reduce((sum, value) => sum + value, 0));
  });
});
