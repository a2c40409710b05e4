import { describe, expect, it } from "vitest";
import { channelPlane } from "../plane.ts";
import { newRaster, type Raster } from "../raster.ts";
import { resize } from "../resample.ts";
import { finish } from "../work.ts";
import { enlarge } from "./enlarge.ts";
import { half, twice } from "./halves.ts";

/** Discs, bars that lean and a ramp: edges of every direction. */
function drawn(width: number, height: number): Raster {
  const raster = newRaster(width, height, 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const disc = Math.max(0, Math.min(1, 0.5 + (Math.hypot((x % 60) - 30, (y % 60) - 30) - 20) * -0.7));
      const bars = Math.max(0, Math.min(1, 0.5 + Math.sin((x * 0.8 + y * 0.45) * 0.35) * 3));
      const at = (y * width + x) * 3;
      raster.data[at] = 30 + 180 * disc;
      raster.data[at + 1] = 40 + 60 * (x / width) + 120 * disc * bars;
      raster.data[at + 2] = 60 + 130 * bars;
    }
  }
  return raster;
}

/** A dark disc with a soft edge; what lies hidden around it is white. */
function cutOut(width: number, height: number): Raster {
  const raster = newRaster(width, height, 4);
  for (let i = 0; i < width * height; i++) {
    const away = Math.hypot((i % width) - width / 2, Math.floor(i / width) - height / 2);
    const alpha = Math.round(255 * Math.max(0, Math.min(1, 18.5 - away)));
    raster.data.set(alpha === 0 ? [255, 255, 255, 0] : [40, 30, 20, alpha], i * 4);
  }
  return raster;
}

function premultiplied({ data, ...rest }: Raster): Raster {
  return { ...rest, data: data.map((value, i) => (i % 4 === 3 ? value : Math.round((value * (data[i - (i % 4) + 3] as number)) / 255))) };
}

function distance(a: Raster, b: Raster): number {
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) sum += ((a.data[i] as number) - (b.data[i] as number)) ** 2;
  return Math.sqrt(sum / a.data.length);
}

describe("enlarge", () => {
  it("gives back more of a shrunk picture than Lanczos does", () => {
    const truth = drawn(320, 240);
    const small = resize(truth, 160, 120, "lanczos");
    expect(distance(finish(enlarge(small, 2)), truth)).toBeLessThan(0.96 * distance(resize(small, 320, 240, "lanczos"), truth));
  });

  it("shrinks to the picture it came from", () => {
    const source = drawn(90, 70);
    const again = resize(finish(enlarge(source, 2)), 90, 70, "lanczos");
    expect(distance(again, source)).toBeLessThan(2);
  });

  it.each([2, 4] as const)("keeps a cut-out's outline and its colours, %i times as large: what is hidden does not show", (times) => {
    const source = cutOut(60, 50);
    const again = resize(premultiplied(finish(enlarge(source, times))), 60, 50, "area");
    expect(distance(again, premultiplied(source))).toBeLessThan(3);
    // The hidden colour is bright, the shown one dark: nothing that shows may be brighter than the brightest shown.
    const { data } = finish(enlarge(source, times));
    const shown = Array.from({ length: data.length / 4 }, (_, i) => i * 4).filter((at) => (data[at + 3] as number) > 0);
    expect(Math.max(...shown.map((at) => data[at] as number))).toBeLessThan(70);
  });

  it("has no seams where its strips meet", () => {
    // The drawing repeats every 60 rows but for its bars, so a copy that begins lower meets its seams elsewhere.
    const source = drawn(40, 260);
    const lower: Raster = { ...source, height: 200, data: source.data.slice(60 * 120) };
    const [whole, part] = [finish(enlarge(source, 2)), finish(enlarge(lower, 2))];
    const error = (raster: Raster, of: Raster): number => distance(resize(raster, of.width, of.height, "lanczos"), of);
    const rows = (raster: Raster, from: number, to: number): Raster => ({
      ...raster,
      height: to - from,
      data: raster.data.slice(from * raster.width * 3, to * raster.width * 3),
    });
    // Around row 96 there is a seam in the whole and none in the lower part (36 there), and the other way round at 156.
    for (const seam of [96, 156]) {
      expect(distance(rows(whole, seam * 2 - 6, seam * 2 + 6), rows(part, (seam - 60) * 2 - 6, (seam - 60) * 2 + 6))).toBeLessThan(6);
    }
    expect(error(whole, source)).toBeLessThan(2);
  });

  it("leaves plain colour plain, and transparency as it is", () => {
    const plain = newRaster(12, 10, 4);
    for (let i = 0; i < 120; i++) plain.data.set([200, 100, 50, 128], i * 4);
    const result = finish(enlarge(plain, 4));
    expect(result).toMatchObject({ width: 48, height: 40, channels: 4 });
    expect([...new Set(result.data)].sort((a, b) => a - b)).toEqual([50, 100, 128, 200]);
  });

  it.each([
    [1, 1],
    [2, 1],
    [5, 3],
  ])("takes pictures as small as %i × %i", (width, height) => {
    expect(finish(enlarge(drawn(width, height), 2))).toMatchObject({ width: width * 2, height: height * 2 });
  });

  it("is the same every time, and says how far it is", () => {
    const shares: number[] = [];
    const work = enlarge(drawn(64, 200), 4);
    let step = work.next();
    while (!step.done) {
      shares.push(step.value);
      step = work.next();
    }
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(Buffer.from(step.value.data).equals(Buffer.from(finish(enlarge(drawn(64, 200), 4)).data))).toBe(true);
  });

  it("halves what it doubled to what it was, but for the finest waves", () => {
    const plane = channelPlane(drawn(30, 30), 0);
    const again = half(twice(plane));
    const worst = plane.data.reduce((most, value, i) => Math.max(most, Math.abs(value - (again.data[i] as number))), 0);
    expect(worst).toBeLessThan(25);
  });
});
