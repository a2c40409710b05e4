import { describe, expect, it } from "vitest";
import { finish } from "../work.ts";
import { placeDrift } from "./drift.ts";
import { easeOutline, newOutline } from "./ease-outline.ts";

const [width, height] = [20, 30];
const fromTop = 5;

/** All of the grid below its fifth row is open; each cell of the first open row misses its known neighbour by `miss`. */
function ease(miss: number, drifted: number): Float32Array {
  const places = Int32Array.from({ length: width * (height - fromTop) }, (_, n) => n + width * fromTop);
  const drift = finish(placeDrift(width, height, places, 0));
  const depth = Uint8Array.from({ length: width * height }, (_, i) => Math.max(0, Math.floor(i / width) - fromTop + 1));
  const outline = newOutline(places.length);
  outline.pull.fill(miss, 0, width * 3);
  outline.count.fill(1, 0, width);
  const values = new Float32Array(places.length * 3 + 3);
  values.fill(drifted, 0, width * 3);
  finish(easeOutline(drift, depth, outline, values));
  return values;
}

const rowOf = (values: Float32Array, row: number): number => values[(row * width + 7) * 3] ?? Number.NaN;

describe("what a step across the outline still misses", () => {
  it("is shared by the first three pixels, less and less, and by none further in", () => {
    const values = ease(8, 0);
    expect([0, 1, 2, 3, 10].map((row) => rowOf(values, row))).toEqual([4, 2, 1, 0, 0]);
  });
  it("counts from where the drift has brought the pixel", () => {
    expect([0, 1].map((row) => rowOf(ease(8, 8), row))).toEqual([8, 0]);
    expect([0, 1].map((row) => rowOf(ease(8, 6), row))).toEqual([7, 0.5]);
  });
});
