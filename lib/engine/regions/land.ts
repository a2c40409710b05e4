/**
 * Mountains and towns: what stands under the sky, from its outline against that down to level ground or water. No form of
 * theirs is known here; where they begin and end is.
 */
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { cutOut } from "#lib/pixels/segment/cut-out.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import type { View } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { inverse, product, shareOf } from "./masks.ts";
import { findNatural, findSky } from "./natural.ts";
import { keepLargest } from "./pieces.ts";

const leastSky = 0.04;
/** So much of the land must be left without its green: a wooded hill is a hill. */
const leastBare = 0.35;
const leastPiece = 0.03;

/** Undefined where there is no sky to tell it from; rocks lie before a level line as well, and are not told there. */
export function* findUnderSky(view: View, isRock = false): Work<Plane | undefined> {
  const horizon = yield* part(findHorizon(view), 0, 0.3);
  if (horizon === undefined || (isRock && horizon.line < view.height)) return undefined;
  const { outline, line } = horizon;
  const guess = newPlane(view.width, view.height);
  for (let i = 0; i < guess.data.length; i++) {
    const [x, y] = [i % view.width, Math.floor(i / view.width)];
    const depth = (y - (outline[x] as number)) / view.height;
    guess.data[i] = depth >= 0 && y < line ? 0.55 + 0.37 * ramp(depth, 0.35, 0.05) : 0.03;
  }
  const land = yield* part(cutOut(view, guess, { trustColours: 0.25, smoothness: 1.6, rounds: 2 }), 0.3, 0.7);
  const plants = yield* part(findNatural(view, "plants"), 0.7, 1);
  const bare = plants === undefined ? land : product(land, inverse(plants));
  const kept = shareOf(bare) > leastBare * shareOf(land) ? bare : land;
  return keepLargest(kept, guess, leastPiece);
}

export interface Horizon {
  /** In each column, the row under the sky. */
  readonly outline: Int32Array;
  /** The row from which on all is level ground or water; the picture's height where none is seen. */
  readonly line: number;
}

export function* findHorizon(view: View): Work<Horizon | undefined> {
  const sky = yield* part(findSky(view), 0, 0.9);
  if (sky === undefined || shareOf(sky) < leastSky) return undefined;
  yield 0.9;
  const outline = skylineOf(sky);
  const line = levelLine(view, outline);
  yield 1;
  if (line === view.height || !isSkyBetween(view, outline)) return { outline, line };
  return { outline: outline.map((top) => Math.max(top, line)), line: view.height };
}

/** In levels a pixel: where the sky seems to end and hardly an edge is. */
const calm = 10;

/** Whether nothing parts the sky from what lies between it and a level line: that is the rest of it. */
function isSkyBetween({ width, height, slope }: View, outline: Int32Array): boolean {
  const edges = Float32Array.from(outline, (top, x) =>
    Math.max(...around.map((n) => slope.data[Math.max(0, Math.min(height - 1, top + n)) * width + x] as number)),
  );
  return (edges.sort()[width >> 1] as number) < calm;
}

const around = [-2, -1, 0, 1, 2];

/** In each column, the row under the lowest of the sky that reaches down from above. */
export function skylineOf({ width, height, data }: Plane): Int32Array {
  return Int32Array.from({ length: width }, (_, x) => {
    let y = height - 1;
    while (y >= 0 && (data[y * width + x] as number) < 0.5) y--;
    return y + 1;
  });
}

/** In Lab: what a level line steps by, on average and against what lies a little above and below it. */
const [leastStep, leastPeak] = [3, 2.2];
const [mostlySo, mostlyUnder] = [0.82, 0.85];
/** Of the picture's height, the land over a shore. */
const leastLand = 0.02;
const beside = 4;

/** The row, under nearly all of the outline, at which nearly all columns step the same way, and only there; the last one where there is none. */
function levelLine({ width, height, lab }: View, outline: Int32Array): number {
  let [best, line] = [0, height];
  const steps = [0, 1, 2].map((c) =>
    Array.from({ length: height - 3 }, (_, y) => stepOf({ lab, width }, y + 1, c, outline, leastLand * height)),
  );
  for (const rows of steps)
    rows.forEach(({ mean, same, under }, n) => {
      if (under < mostlyUnder || same < mostlySo || mean < leastStep || mean <= best) return;
      const about = Math.max(rows[n - beside]?.mean ?? 0, rows[n + beside]?.mean ?? 0);
      if (mean < leastPeak * about) return;
      [best, line] = [mean, n + 2];
    });
  return line;
}

interface Step {
  readonly mean: number;
  /** Of the columns that count, how many step the way of most. */
  readonly same: number;
  /** Of the width, how many columns have land above. */
  readonly under: number;
}

function stepOf({ lab, width }: Pick<View, "lab" | "width">, y: number, channel: number, outline: Int32Array, land: number): Step {
  const at = (x: number, row: number): number => lab[(row * width + x) * 3 + channel] as number;
  const steps: number[] = [];
  outline.forEach((top, x) => {
    if (y - top >= land) steps.push(at(x, y + 1) - at(x, y - 1));
  });
  const mean = steps.reduce((sum, value) => sum + value, 0) / Math.max(1, steps.length);
  const same = steps.filter((value) => value * mean > 0).length / Math.max(1, steps.length);
  return { mean: Math.abs(mean), same, under: steps.length / width };
}
