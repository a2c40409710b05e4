import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Area, CombineMode, MaskOperation } from "./mask-document.ts";
import { wholeWindow } from "./mask-window.ts";
import { applyOperations, rasterise } from "./rasterise.ts";
import { packRuns, rowsOfRuns } from "./runs.ts";

function areaOf(levels: readonly number[], columns: number, over: Partial<Area> = {}): Area {
  const rows = levels.length / columns;
  const runs = packRuns(Uint8Array.from(levels), columns, rows);
  return { kind: "area", mode: "add", x: 0, y: 0, width: columns, height: rows, columns, rows, runs, isSharp: true, ...over };
}

describe("packed rows", () => {
  it("give every level back, of any row", () => {
    const raster = fc.integer({ min: 1, max: 300 }).chain((columns) =>
      fc.array(fc.array(fc.constantFrom(0, 0, 0, 7, 255, 255), { minLength: columns, maxLength: columns }), {
        minLength: 1,
        maxLength: 9,
      }),
    );
    fc.assert(
      fc.property(raster, (lines) => {
        const columns = lines[0]?.length ?? 0;
        const packed = rowsOfRuns(packRuns(Uint8Array.from(lines.flat()), columns, lines.length), columns, lines.length);
        for (const [row, line] of lines.entries()) {
          const levels = new Uint8Array(columns);
          packed.unpackRow(row, levels);
          expect([...levels]).toEqual(line);
        }
      }),
    );
  });

  it("are small where areas are flat", () => {
    expect(packRuns(new Uint8Array(4000 * 1000), 4000, 1000).length).toBe(3000);
  });
});

describe("an area", () => {
  it("keeps every level at the picture's own size", () => {
    const levels = [0, 1, 127, 128, 254, 255];
    expect([...rasterise({ width: 3, height: 2, operations: [areaOf(levels, 3)] })]).toEqual(levels);
  });

  it("is added, taken away and intersected", () => {
    const draw = (mode: CombineMode) => {
      const box: MaskOperation = { kind: "rectangle", mode: "add", x: 0, y: 0, width: 2, height: 1 };
      return [...rasterise({ width: 4, height: 1, operations: [box, areaOf([255, 255], 2, { mode, x: 1 })] })];
    };
    expect(draw("add")).toEqual([255, 255, 255, 0]);
    expect(draw("subtract")).toEqual([255, 0, 0, 0]);
    expect(draw("intersect")).toEqual([0, 255, 0, 0]);
  });

  it("is averaged where the screen is coarser", () => {
    const mask = new Uint8Array(2);
    applyOperations(mask, wholeWindow(4, 2, 0.5), [areaOf([255, 255, 0, 0, 255, 0, 0, 0], 4)]);
    expect([...mask]).toEqual([191, 0]);
  });

  it("has a sharp edge where the picture is finer, and a soft one where it knew greys", () => {
    const enlarged = { width: 40, height: 40 };
    const levels = [0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 255, 255];
    const row = (isSharp: boolean) => [
      ...rasterise({ ...enlarged, operations: [areaOf(levels, 4, { ...enlarged, isSharp })] }).subarray(0, 40),
    ];
    expect(row(true).filter((level) => level > 0 && level < 255).length).toBeLessThanOrEqual(2);
    expect(row(false).filter((level) => level > 0 && level < 255).length).toBe(10);
    expect(row(true).indexOf(255)).toBe(20);
  });

  it("has between its cells at every pixel what lies between them, in flat stretches and beside them", () => {
    const columns = 24;
    const cells = fc.array(fc.tuple(fc.constantFrom(0, 0, 255, 255, 60), fc.integer({ min: 1, max: 20 })), {
      minLength: 24,
      maxLength: 24,
    });
    const stretches = cells.map((runs) => runs.flatMap(([level, count]) => Array<number>(count).fill(level)));
    const place = fc.record({ across: fc.integer({ min: 25, max: 90 }), down: fc.integer({ min: 4, max: 20 }), isSharp: fc.boolean() });
    fc.assert(
      fc.property(stretches, place, (levels, { across, down, isSharp }) => {
        const rows = Math.floor(levels.length / columns);
        fc.pre(rows > 0);
        const known = levels.slice(0, rows * columns);
        const [width, height] = [across, Math.max(rows + 1, down)];
        const drawn = rasterise({ width, height, operations: [areaOf(known, columns, { width, height, isSharp })] });
        const steep = isSharp ? Math.max(1, width / columns, height / rows) : 1;
        const at = (column: number, row: number) => known[row * columns + column] ?? 0;
        for (let pixel = 0; pixel < drawn.length; pixel += 1) {
          const [x, upper, lower] = between((pixel % width) + 0.5, width, columns);
          const [y, above, below] = between(Math.floor(pixel / width) + 0.5, height, rows);
          const high = at(upper, above) * (1 - x) + at(lower, above) * x;
          const low = at(upper, below) * (1 - x) + at(lower, below) * x;
          const level = ((high * (1 - y) + low * y) / 255 - 0.5) * steep + 0.5;
          const wanted = 255 * Math.min(1, Math.max(0, level));
          expect(Math.abs((drawn[pixel] ?? 0) - wanted)).toBeLessThan(0.501);
        }
      }),
    );
  });
});

/** How far a place lies from one cell's middle to the next one's, and which two they are. */
function between(place: number, size: number, cells: number): readonly [number, number, number] {
  const cell = Math.min(cells - 1, Math.max(0, (place * cells) / size - 0.5));
  const first = Math.floor(cell);
  return [cell - first, first, Math.min(cells - 1, first + 1)];
}

describe("smoothing", () => {
  const box: MaskOperation = { kind: "rectangle", mode: "add", x: 10, y: 10, width: 30, height: 30 };
  const hair: MaskOperation = { kind: "rectangle", mode: "add", x: 40, y: 24, width: 10, height: 1 };
  const mask = rasterise({ width: 60, height: 60, operations: [box, hair, { kind: "smooth", radius: 6 }] });

  it("takes away what is thin and rounds the corners", () => {
    expect(mask[24 * 60 + 46]).toBe(0);
    expect(mask[10 * 60 + 10]).toBe(0);
    expect(mask[25 * 60 + 25]).toBe(255);
  });

  it("leaves a straight edge where it was", () => {
    expect([mask[18 * 60 + 8], mask[18 * 60 + 11]]).toEqual([0, 255]);
  });
});
