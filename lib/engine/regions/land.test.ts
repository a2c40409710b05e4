import { describe, expect, it } from "vitest";
import { readPlace } from "#lib/engine/instructions/place.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { finish } from "#lib/pixels/work.ts";
import { drawingOf, isDisc } from "#lib/testing/drawn-things.ts";
import { valueAt as at } from "#lib/testing/meant-thing.ts";
import { findPlace } from "./find-place.ts";

const [width, height] = [240, 160];
const draw = drawingOf(width, height);

function find(picture: Raster, said: string): Plane | undefined {
  const place = readPlace(said);
  return place === undefined ? undefined : finish(findPlace(picture, place))?.mask;
}

const blue: Rgb = [110, 160, 225];
const rock = (x: number, y: number): Rgb => (((x >> 2) * 5 + (y >> 2) * 3) % 7 < 3 ? [104, 92, 84] : [66, 60, 58]);
/** Two peaks over a lake that begins at row 110. */
const isPeak = (x: number, y: number): boolean => y < 110 && y > Math.min(40 + 0.7 * Math.abs(x - 70), 60 + 0.6 * Math.abs(x - 180));
const drawLake = (): Raster => draw((x, y) => (y >= 110 ? [52, 92, 120] : isPeak(x, y) ? rock(x, y) : blue));

describe("land under a sky", () => {
  it.each(["the mountains", "山", "the buildings", "高楼"])("takes what stands between the sky and level water for %s", (said) => {
    const mask = find(drawLake(), said);
    expect(Math.min(at(mask, 70, 60), at(mask, 180, 80), at(mask, 120, 104))).toBeGreaterThan(0.9);
    expect(Math.max(at(mask, 20, 20), at(mask, 70, 130), at(mask, 200, 150))).toBeLessThan(0.1);
  });
  it("reaches the lower side where nothing level ends it", () => {
    const mask = find(
      draw((x, y) => (y > 50 + 0.3 * Math.abs(x - 120) ? rock(x, y) : blue)),
      "the hills",
    );
    expect(Math.min(at(mask, 120, 70), at(mask, 30, 150))).toBeGreaterThan(0.9);
    expect(at(mask, 20, 20)).toBeLessThan(0.1);
  });
  it("leaves a lawn before the hills, and takes hills that are green all over", () => {
    const onLawn = draw((x, y) =>
      y > 120 + 10 * Math.sin(x / 20) ? [90, 150 + ((x + y) % 4) * 5, 50] : y > 50 + 0.3 * Math.abs(x - 120) ? rock(x, y) : blue,
    );
    expect(at(find(onLawn, "the hills"), 120, 80)).toBeGreaterThan(0.9);
    expect(at(find(onLawn, "the hills"), 120, 150)).toBeLessThan(0.1);
    const green = draw((x, y) => (y > 50 + 0.3 * Math.abs(x - 120) ? [60, 110 + ((x * 3 + y) % 5) * 6, 40] : blue));
    expect(at(find(green, "the hills"), 120, 100)).toBeGreaterThan(0.9);
  });
  it("counts a last calm strip above level ground to the sky", () => {
    const picture = draw((x, y) => (y < 90 ? [110, 160 + 30 * ramp(y, 40, 75), 225 - 65 * ramp(y, 40, 75)] : rock(x, y)));
    const mask = find(picture, "the hills");
    expect(at(mask, 120, 130)).toBeGreaterThan(0.9);
    expect(at(mask, 120, 75)).toBeLessThan(0.1);
  });
  it("finds no land without a sky", () => {
    expect(find(draw(rock), "the mountains")).toBeUndefined();
  });
});

describe("what lies on the land and hangs in the sky", () => {
  const isCloud = (x: number, y: number): boolean => isDisc(x, y, 60, 40, 14) || isDisc(x, y, 170, 30, 18);

  it("takes clouds and not the blue about them", () => {
    const mask = find(
      draw((x, y) => (y > 110 ? rock(x, y) : isCloud(x, y) ? [240, 240, 242] : blue)),
      "the clouds",
    );
    expect(Math.min(at(mask, 60, 40), at(mask, 170, 30))).toBeGreaterThan(0.8);
    expect(Math.max(at(mask, 110, 60), at(mask, 10, 10), at(mask, 120, 140))).toBeLessThan(0.1);
  });
  it("takes soft clouds in the evening and not the run of its colours", () => {
    const picture = draw((x, y) => {
      if (y > 110) return rock(x, y);
      const cloud = Math.exp(-(((x - 60) / 26) ** 2) - ((y - 40) / 14) ** 2) + Math.exp(-(((x - 170) / 30) ** 2) - ((y - 30) / 13) ** 2);
      return [150 + y / 2 - x / 12 + 60 * cloud, 140 + y / 3 + 20 * cloud, 190 - y / 2];
    });
    const mask = find(picture, "云");
    expect(Math.min(at(mask, 60, 40), at(mask, 170, 30))).toBeGreaterThan(0.8);
    expect(Math.max(at(mask, 110, 60), at(mask, 230, 90), at(mask, 120, 140))).toBeLessThan(0.2);
  });
  it("takes clouds that the evening has lit up so that they are no sky", () => {
    const picture = draw((x, y) =>
      y > 110 ? rock(x, y) : isCloud(x, y) ? [226, 110, 112] : [170 + y / 2 - x / 12, 128 + y / 2, 170 - y / 2],
    );
    const mask = find(picture, "the clouds");
    expect(Math.min(at(mask, 60, 40), at(mask, 170, 30))).toBeGreaterThan(0.8);
    expect(Math.max(at(mask, 110, 60), at(mask, 230, 90), at(mask, 120, 140))).toBeLessThan(0.2);
  });
  it("finds no clouds in a clear sky", () => {
    expect(
      find(
        draw((x, y) => (y > 110 ? rock(x, y) : blue)),
        "the clouds",
      ),
    ).toBeUndefined();
  });
  it("takes snow on a mountain and leaves its rocks and the cloud above", () => {
    const picture = draw((x, y) => {
      if (!isPeak(x, y) && y < 110) return isDisc(x, y, 125, 24, 12) ? [240, 240, 242] : blue;
      return y > 95 || !isPeak(x, y - 8) ? rock(x, y) : ((x >> 3) + (y >> 2)) % 3 === 0 ? [176, 186, 206] : [226, 230, 236];
    });
    const mask = find(picture, "the snow");
    expect(Math.min(at(mask, 70, 60), at(mask, 180, 80))).toBeGreaterThan(0.9);
    expect(Math.max(at(mask, 125, 24), at(mask, 120, 130))).toBeLessThan(0.1);
  });
  it("takes the sand and not the sea beside it", () => {
    const picture = draw((x, y) => (y < 70 ? blue : x > 90 + 8 * Math.sin(y / 9) ? [206, 182, 140] : [40, 120, 140]));
    const mask = find(picture, "the sand");
    expect(at(mask, 200, 140)).toBeGreaterThan(0.9);
    expect(Math.max(at(mask, 40, 90), at(mask, 40, 150), at(mask, 120, 20))).toBeLessThan(0.1);
  });
  it("takes sand that is seen from above at one side", () => {
    const picture = draw((x, y) =>
      x < 120 + 10 * Math.sin(y / 15) ? [30, 110 + ((x >> 2) % 3) * 12, 110] : x < 150 ? [230, 232, 230] : [204, 172, 124],
    );
    const mask = find(picture, "the sand");
    expect(Math.min(at(mask, 200, 30), at(mask, 200, 130))).toBeGreaterThan(0.9);
    expect(Math.max(at(mask, 40, 130), at(mask, 60, 30))).toBeLessThan(0.1);
  });
  it("takes water with the lights that are mirrored in it", () => {
    const picture = draw((x, y) => {
      if (y >= 110) return x > 150 && x < 170 ? [214, 170, 90] : [40, 70, 120];
      return isPeak(x, y) ? rock(x, y) : blue;
    });
    const mask = find(picture, "the water");
    expect(Math.min(at(mask, 40, 130), at(mask, 160, 135))).toBeGreaterThan(0.8);
    expect(Math.max(at(mask, 70, 80), at(mask, 20, 20))).toBeLessThan(0.1);
  });
  it("takes trees whose leaves have turned", () => {
    const mask = find(
      draw((x, y) => (y < 50 ? blue : ((x >> 2) * 7 + (y >> 2) * 11) % 13 < 7 ? [176, 112, 40] : [116, 70, 26])),
      "the trees",
    );
    expect(at(mask, 120, 110)).toBeGreaterThan(0.6);
    expect(at(mask, 120, 20)).toBeLessThan(0.1);
  });
  it("takes a sky that smoke and a low sun have turned brown", () => {
    const mask = find(
      draw((x, y) => (y > 80 ? (x % 20 < 10 ? [40, 30, 24] : [66, 50, 40]) : [150 + x / 4, 128 + x / 8, 104])),
      "the sky",
    );
    expect(Math.min(at(mask, 10, 30), at(mask, 200, 30))).toBeGreaterThan(0.9);
    expect(at(mask, 120, 120)).toBeLessThan(0.1);
  });
});
