import { describe, expect, it } from "vitest";
import { blend } from "./blend.ts";
import { boxBlur, gaussianBlur } from "./blur.ts";
import { fromLinear, hslToRgb, hueDistance, labToRgb, type Rgb, rgbToHsl, rgbToLab, toLinear } from "./colour.ts";
import { colourStatistics, transferColours } from "./colour-transfer.ts";
import { boxOfRatio, cover, crop } from "./crop.ts";
import { isSameRaster, largestDifference, meanDeltaE } from "./difference.ts";
import { smoothKeepingEdges } from "./edge-preserving.ts";
import { slopes } from "./edges.ts";
import { kuwahara } from "./kuwahara.ts";
import { mapChannelsSlowly } from "./map.ts";
import { fractalNoise, valueNoise } from "./noise.ts";
import { newPlane } from "./plane.ts";
import { createRandom, hashText } from "./random.ts";
import type { Raster } from "./raster.ts";
import { resize } from "./resample.ts";
import { mirror, rotateQuarters } from "./rotate.ts";
import { finish, part } from "./work.ts";

/** A 6×6 picture whose red is the column, green the row (in steps of 40) and blue constant. */
function ramp(): Raster {
  const data = new Uint8ClampedArray(6 * 6 * 3);
  for (let i = 0; i < 36; i++) data.set([(i % 6) * 40, Math.floor(i / 6) * 40, 100], i * 3);
  return { width: 6, height: 6, channels: 3, data };
}

const samples: readonly Rgb[] = [
  [0, 0, 0],
  [255, 128, 3],
  [17, 200, 90],
  [250, 250, 251],
];

function grey(width: number, values: readonly number[]): Raster {
  return { width, height: values.length / width, channels: 1, data: Uint8ClampedArray.from(values) };
}

function flat(width: number, height: number, colour: readonly number[]): Raster {
  return { width, height, channels: 3, data: Uint8ClampedArray.from({ length: width * height * 3 }, (_, i) => colour[i % 3] ?? 0) };
}

describe("resizing", () => {
  it("averages exactly the pixels an area covers", () => {
    const small = resize(grey(4, [0, 100, 10, 30, 20, 40, 50, 70]), 2, 1, "area");
    expect([...small.data]).toEqual([40, 40]);
  });
  it.each(["area", "bicubic", "lanczos"] as const)("keeps a flat picture flat to the border with %s", (kernel) => {
    for (const size of [3, 6, 13]) expect(new Set(resize(grey(6, Array(36).fill(77)), size, size, kernel).data)).toEqual(new Set([77]));
  });
  it("gives a copy back at the same size", () => {
    const picture = ramp();
    const copy = resize(picture, 6, 6);
    expect(copy.data).toEqual(picture.data);
    expect(copy.data).not.toBe(picture.data);
  });
});

describe("cropping", () => {
  it("takes out the box pixel by pixel", () => {
    const cut = crop(ramp(), { x: 1, y: 2, width: 2, height: 1 });
    expect([...cut.data]).toEqual([40, 80, 100, 80, 80, 100]);
  });
  it("places the largest box of a ratio in the middle and never outside", () => {
    expect(boxOfRatio(6, 6, 2)).toEqual({ x: 0, y: 2, width: 6, height: 3 });
    expect(boxOfRatio(6, 6, 0.5, 1, 0.5)).toEqual({ x: 3, y: 0, width: 3, height: 6 });
  });
  it("covers another shape wholly", () => {
    expect(cover(ramp(), 3, 7)).toMatchObject({ width: 3, height: 7 });
  });
});

describe("turning", () => {
  it("turns clockwise", () => {
    expect([...finish(rotateQuarters(grey(2, [1, 2, 3, 4]), 1)).data]).toEqual([3, 1, 4, 2]);
    expect([...finish(rotateQuarters(grey(2, [1, 2, 3, 4]), -1)).data]).toEqual([2, 4, 1, 3]);
    expect([...finish(rotateQuarters(grey(2, [1, 2, 3, 4]), 2)).data]).toEqual([4, 3, 2, 1]);
  });
  it("is undone by turning back, and mirroring by mirroring", () => {
    expect(finish(rotateQuarters(finish(rotateQuarters(ramp(), 1)), 3)).data).toEqual(ramp().data);
    expect(finish(mirror(finish(mirror(ramp(), "vertical")), "vertical")).data).toEqual(ramp().data);
  });
  it("mirrors left to right", () => {
    expect([...finish(mirror(grey(3, [1, 2, 3]), "horizontal")).data]).toEqual([3, 2, 1]);
  });
});

describe("blurring", () => {
  it("averages at the border over what exists, each sample once", () => {
    const plane = { width: 3, height: 1, data: Float32Array.from([0, 30, 60]) };
    expect([...boxBlur(plane, 1).data]).toEqual([15, 30, 45]);
  });
  it("leaves a flat plane flat however wide it is", () => {
    const plane = newPlane(6, 6);
    plane.data.fill(9);
    for (const sigma of [0.5, 2, 40]) for (const value of gaussianBlur(plane, sigma).data) expect(value).toBeCloseTo(9, 4);
  });
  it("smooths weak texture and keeps a strong edge", () => {
    const source = flat(6, 6, [100, 100, 100]);
    for (let i = 0; i < 36; i++) if (i % 6 > 2) source.data.fill(220, i * 3, i * 3 + 3);
    source.data.fill(110, 0, 3);
    const smooth = finish(smoothKeepingEdges(source, 4, 50));
    expect(smooth.data[0]).toBeLessThan(108);
    expect((smooth.data[9] ?? 0) - (smooth.data[6] ?? 0)).toBeGreaterThan(100);
    expect(finish(kuwahara(flat(6, 6, [9, 8, 7]), 2)).data).toEqual(flat(6, 6, [9, 8, 7]).data);
  });
  it("finds a slope where brightness changes and none where it does not", () => {
    const plane = { width: 6, height: 1, data: Float32Array.from([0, 0, 0, 80, 80, 80]) };
    expect([...slopes(plane).data]).toEqual([0, 0, 40, 40, 0, 0]);
  });
});

describe("colour", () => {
  it("knows the Lab values of the primaries", () => {
    expect(rgbToLab(255, 255, 255)[0]).toBeCloseTo(100, 1);
    const red = rgbToLab(255, 0, 0);
    expect(red[0]).toBeCloseTo(53.24, 1);
    expect(red[1]).toBeCloseTo(80.09, 1);
    expect(red[2]).toBeCloseTo(67.2, 1);
  });
  it("comes back from every space to within half a level", () => {
    for (const rgb of samples) {
      const lab = labToRgb(...rgbToLab(...rgb));
      const hsl = hslToRgb(...rgbToHsl(...rgb));
      for (let c = 0; c < 3; c++) {
        expect(lab[c]).toBeCloseTo(rgb[c] ?? 0, 0);
        expect(hsl[c]).toBeCloseTo(rgb[c] ?? 0, 0);
        expect(fromLinear(toLinear(rgb[c] ?? 0))).toBeCloseTo(rgb[c] ?? 0, 3);
      }
    }
  });
  it("goes the short way round the hue circle", () => {
    expect(hueDistance(350, 10)).toBe(20);
  });
  it("carries mean colour over", () => {
    const moved = finish(transferColours(ramp(), colourStatistics(flat(6, 6, [40, 120, 200]))));
    const [is, wanted] = [colourStatistics(moved).mean, colourStatistics(flat(6, 6, [40, 120, 200])).mean];
    for (let c = 0; c < 3; c++) expect(Math.abs((is[c] ?? 0) - (wanted[c] ?? 0))).toBeLessThan(6);
  });
});

describe("mixing and comparing", () => {
  it("lays one picture over another by the opacity", () => {
    expect([...blend(flat(1, 1, [0, 100, 200]), flat(1, 1, [100, 100, 100]), 0.5).data]).toEqual([50, 100, 150]);
    expect([...blend(flat(1, 1, [255, 128, 0]), flat(1, 1, [128, 128, 128]), 1, "multiply").data]).toEqual([128, 64, 0]);
  });
  it("keeps pixels of opacity 0 to the bit", () => {
    expect(blend(ramp(), flat(6, 6, [1, 2, 3]), newPlane(6, 6), "screen").data).toEqual(ramp().data);
  });
  it("maps each channel by its own curve", () => {
    expect([
      ...finish(
        mapChannelsSlowly(
          flat(1, 1, [10, 20, 30]),
          (v) => v + 1,
          (v) => v * 2,
          () => 7,
        ),
      ).data,
    ]).toEqual([11, 40, 7]);
  });
  it("measures no difference between equals and the right one between black and white", () => {
    expect(isSameRaster(ramp(), ramp())).toBe(true);
    expect(meanDeltaE(flat(2, 2, [0, 0, 0]), flat(2, 2, [255, 255, 255]))).toBeCloseTo(100, 1);
    expect(largestDifference(flat(1, 1, [0, 9, 0]), flat(1, 1, [5, 0, 0]))).toBe(9);
  });
});

describe("chance", () => {
  it("repeats for a seed and differs for another", () => {
    const [a, b, c] = [createRandom(7), createRandom(7), createRandom(8)];
    const draws = [a(), a(), a()];
    expect([b(), b(), b()]).toEqual(draws);
    expect([c(), c(), c()]).not.toEqual(draws);
    expect(hashText("a")).not.toBe(hashText("b"));
  });
  it("gives noise without jumps inside 0..1", () => {
    for (let x = 0; x < 5; x += 0.05) {
      expect(Math.abs(valueNoise(x, 1.3, 4) - valueNoise(x + 0.001, 1.3, 4))).toBeLessThan(0.01);
      expect(fractalNoise(x, 2, 4, 5)).toBeGreaterThanOrEqual(0);
      expect(fractalNoise(x, 2, 4, 5)).toBeLessThanOrEqual(1);
    }
  });
});

describe("work", () => {
  it("places the shares of a part inside the whole", () => {
    function* half(): Generator<number, string, void> {
      yield 0.5;
      return "done";
    }
    const whole = part(half(), 0.2, 0.6);
    expect(whole.next()).toEqual({ done: false, value: 0.4 });
    expect(whole.next()).toEqual({ done: true, value: "done" });
  });
});
