import { describe, expect, it } from "vitest";
import type { Raster } from "../raster.ts";
import { selectColourRange } from "./colour-range.ts";
import { cutPieces, selectThing } from "./smart-select.ts";
import { selectByWand } from "./wand.ts";

type Rgb = readonly [number, number, number];

function paint(width: number, height: number, colourAt: (x: number, y: number) => Rgb): Raster {
  const data = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at += 1) data.set(colourAt(at % width, Math.floor(at / width)), at * 3);
  return { width, height, channels: 3, data };
}

function lines(levels: Uint8Array, width: number): string[] {
  return Array.from({ length: levels.length / width }, (_, row) =>
    [...levels.subarray(row * width, (row + 1) * width)].map((level) => (level === 255 ? "#" : level === 0 ? "." : "+")).join(""),
  );
}

const red: Rgb = [200, 30, 30];
const grey: Rgb = [120, 120, 120];
/** Two red squares apart from each other. */
const squares = paint(12, 5, (x, y) => (y > 0 && y < 4 && ((x > 0 && x < 4) || (x > 7 && x < 11)) ? red : grey));

describe("the magic wand", () => {
  it("marks what hangs together with the place, or the colour everywhere", () => {
    const wand = { x: 2, y: 2, tolerance: 20 };
    expect(lines(selectByWand(squares, { ...wand, isContiguous: true }), 12)[2]).toBe(".###........");
    expect(lines(selectByWand(squares, { ...wand, isContiguous: false }), 12)[2]).toBe(".###....###.");
  });

  it("goes around corners and leaves holes open", () => {
    const around = lines(selectByWand(squares, { x: 6, y: 2, tolerance: 20, isContiguous: true }), 12);
    expect(around).toEqual(["############", "#...####...#", "#...####...#", "#...####...#", "############"]);
  });

  it("takes in more with more tolerance", () => {
    const ramp = paint(20, 3, (x) => [x * 10, x * 10, x * 10]);
    const share = (tolerance: number) => selectByWand(ramp, { x: 0, y: 1, tolerance, isContiguous: true }).filter(Boolean).length;
    expect([share(20), share(60), share(255)]).toEqual([9, 21, 60]);
  });

  it("reads grey pictures", () => {
    const picture: Raster = { width: 3, height: 3, channels: 1, data: Uint8Array.from([9, 9, 200, 9, 9, 200, 9, 9, 200]) };
    expect(lines(selectByWand(picture, { x: 0, y: 1, tolerance: 5, isContiguous: true }), 3)).toEqual(["##.", "##.", "##."]);
  });
});

describe("the colour range", () => {
  it("marks the colours of all places, wherever they are, and nothing else", () => {
    const marked = lines(selectColourRange(squares, [{ x: 2, y: 2 }], 24), 12);
    expect(marked[2]).toBe(".###....###.");
    expect(
      lines(
        selectColourRange(
          squares,
          [
            { x: 2, y: 2 },
            { x: 6, y: 2 },
          ],
          24,
        ),
        12,
      )[2],
    ).toBe("############");
  });

  it("fades where colours are only alike", () => {
    const ramp = paint(64, 3, (x) => [60 + x, 60 + x, 60 + x]);
    expect(lines(selectColourRange(ramp, [{ x: 1, y: 1 }], 24), 64)[1]).toMatch(/^#+\++\.+$/);
  });
});

describe("selecting a thing", () => {
  const grain = (x: number, y: number) => ((x * 7 + y * 13) % 11) - 5;
  const disc = (x: number, y: number) => Math.hypot(x - 70, y - 60) < 30;
  const scene = paint(160, 120, (x, y) => {
    const n = grain(x, y);
    return disc(x, y) ? [210 + n, 90 + n, 40 + n] : [60 + n, 110 + n, 70 + n];
  });
  const pieces = cutPieces(scene);
  /** Common pixels of both over the pixels of either. */
  const overlap = (marked: Uint8Array) => {
    const truth = Uint8Array.from(marked, (_, at) => (disc(at % 160, Math.floor(at / 160)) ? 255 : 0));
    const both = marked.filter((level, at) => level > 0 && (truth[at] ?? 0) > 0).length;
    return both / marked.filter((level, at) => level > 0 || (truth[at] ?? 0) > 0).length;
  };

  it("finds it from a click", () => {
    expect(overlap(selectThing(pieces, { left: 72, top: 62, right: 72, bottom: 62 }))).toBeGreaterThan(0.95);
  });

  it("finds it in a box drawn around it", () => {
    expect(overlap(selectThing(pieces, { left: 30, top: 20, right: 112, bottom: 100 }))).toBeGreaterThan(0.95);
  });

  it("marks nothing outside of the box", () => {
    const marked = selectThing(pieces, { left: 40, top: 30, right: 70, bottom: 90 });
    expect(marked.filter((level, at) => level > 0 && at % 160 > 90).length).toBe(0);
  });
});
