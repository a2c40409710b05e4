/**
 * What a labelling of a hole with copies costs. A cut costs what the two copies differ by on both of its sides, and less
 * where the picture is busy; a pixel what its copy differs by from all that is expected there.
 */
import type { Work } from "../work.ts";
import type { Leeway } from "./leeway.ts";
import { type Level, unknownPixels } from "./level.ts";
import type { Offset } from "./offsets.ts";
import { softenColours } from "./soft-colours.ts";
import type { Texture } from "./texture.ts";
import { textureCost } from "./texture-cost.ts";

const busyShare = 0.05;
const scale = 8;
/** For a source that is unknown or outside: worse than any cut, but never the only choice. */
const impossible = 60_000;
/** How much two pixels may differ that have no copy to compare. */
const unknownDifference = 200;
/** What is farther away from the smooth guess costs no more. */
const mostStray = 150;
/** What a grey level away from a line that has to go on costs above the rest. */
const lineShare = 0.6;
/** What it costs to come from the other end of the picture: what is near is more alike. */
const farCost = 40;
/** Copies must agree with what is known this far around, not only with the nearest pixel. */
const outlineReach = 3;

/** What is the same for any offsets. */
export interface Ground {
  readonly level: Level;
  readonly texture: Texture;
  /** How firmly a pixel's colour is expected. */
  readonly firmness: Float32Array;
  readonly busy: Float32Array;
  readonly soft: Float32Array;
  readonly leeway: Leeway;
  /** What patches alone would copy each pixel from, where that is one more label beside the offsets. */
  readonly matched: Int32Array | undefined;
}

/** Costs of one level's labelling; apart so that a test can add them up. */
export interface Energy {
  readonly pixels: Int32Array;
  readonly labels: number;
  /** Two a pair: indices into pixels. */
  readonly pairs: Int32Array;
  /** -1 where the copy is unknown. */
  readonly source: (pixel: number, label: number) => number;
  readonly data: (pixel: number, label: number) => number;
  readonly pair: (a: number, b: number, labelOfA: number, labelOfB: number) => number;
}

/** Expects the hole to hold a guess: between cuts that are as good, the copies nearest to it are taken. */
export function* prepareGround(level: Level, texture: Texture, firmness: Float32Array, leeway: Leeway, matched?: Int32Array): Work<Ground> {
  return { level, texture, firmness, leeway, matched, busy: busynessOf(level), soft: yield* softenColours(level) };
}

export function* describeEnergy(ground: Ground, offsets: readonly Offset[]): Work<Energy> {
  const { level, busy, matched } = ground;
  const { width, height, hole } = level;
  const pixels = yield* unknownPixels(level);
  const indexOf = new Int32Array(hole.length).fill(-1);
  pixels.forEach((pixel, n) => {
    indexOf[pixel] = n;
  });
  const patch = offsets.length;
  const count = matched === undefined ? patch : patch + 1;
  const sources = new Int32Array(pixels.length * count).fill(-1);
  const costs = new Int32Array(pixels.length * count).fill(impossible);
  const pairs: number[] = [];
  for (let n = 0; n < pixels.length; n++) {
    if (n % 100 === 0) yield 0;
    const pixel = pixels[n] as number;
    const x = pixel % width;
    const y = (pixel - x) / width;
    if (x + 1 < width && hole[pixel + 1]) pairs.push(n, indexOf[pixel + 1] as number);
    if (y + 1 < height && hole[pixel + width]) pairs.push(n, indexOf[pixel + width] as number);
    for (let k = 0; k < count; k++) {
      const from = k < patch ? shifted(level, x, y, offsets[k] as Offset) : (matched?.[pixel] ?? -1);
      if (from < 0) continue;
      sources[n * count + k] = from;
      costs[n * count + k] = costOf(ground, pixel, from);
    }
  }
  const source = (n: number, label: number): number => sources[n * count + label] as number;
  /** What a pixel is copied from where its neighbour's copy goes on over it. */
  const goneOn = (n: number, neighbour: number, label: number): number => {
    if (label !== patch) return source(n, label);
    const from = source(neighbour, label);
    if (from < 0) return -1;
    const [there, here] = [pixels[neighbour] as number, pixels[n] as number];
    const x = (from % width) + (here % width) - (there % width);
    return knownAt(level, x, Math.floor(from / width) + Math.floor(here / width) - Math.floor(there / width));
  };
  return {
    pixels,
    labels: count,
    pairs: Int32Array.from(pairs),
    source,
    data: (n, label) => costs[n * count + label] as number,
    pair: (a, b, labelOfA, labelOfB) => {
      if (labelOfA === labelOfB && labelOfA !== patch) return 0;
      const first = differ(level, busy, source(a, labelOfA), goneOn(a, b, labelOfB));
      const second = differ(level, busy, goneOn(b, a, labelOfA), source(b, labelOfB));
      return Math.round(scale * (first + second));
    },
  };
}

function shifted(level: Level, x: number, y: number, { dx, dy }: Offset): number {
  return knownAt(level, x + dx, y + dy);
}

function costOf({ level, texture, firmness, leeway, busy, soft }: Ground, pixel: number, from: number): number {
  const { width, height, depth } = level;
  const [x, y] = [pixel % width, Math.floor(pixel / width)];
  const [dx, dy] = [(from % width) - x, Math.floor(from / width) - y];
  const outline = (depth[pixel] as number) <= 2 * outlineReach ? outlineCost(level, busy, x, y, dx, dy) : 0;
  const far = Math.round((scale * farCost * Math.hypot(dx, dy)) / Math.max(width, height));
  const share = leeway.stray + (firmness[pixel] as number) * lineShare;
  const stray = share * strayOf(level, firmness[pixel] === 0 ? soft : level.colours, pixel, from);
  return outline + Math.round(scale * stray) + Math.round(scale * textureCost(texture, pixel, from, leeway)) + far;
}

/** How far the copy's colour strays from what the hole is expected to hold: without its texture, except on a line. */
function strayOf({ colours }: Level, of: Float32Array | Uint8ClampedArray, pixel: number, source: number): number {
  let sum = 0;
  for (let c = 0; c < 3; c++) sum += Math.abs((of[source * 3 + c] as number) - (colours[pixel * 3 + c] as number));
  return Math.min(sum, mostStray);
}

/** What the copy and the known pixels around would differ by, as much as a cut all around the pixel. */
function outlineCost(level: Level, busy: Float32Array, x: number, y: number, dx: number, dy: number): number {
  let sum = 0;
  for (let sy = -outlineReach; sy <= outlineReach; sy++) {
    for (let sx = -outlineReach; sx <= outlineReach; sx++) {
      const near = knownAt(level, x + sx, y + sy);
      if (near < 0) continue;
      const weight = Math.abs(sx) + Math.abs(sy) === 1 ? 2 : 1;
      sum += weight * differ(level, busy, near, knownAt(level, x + sx + dx, y + sy + dy));
    }
  }
  return Math.round(scale * sum);
}

const beside = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
] as const;

function differ({ colours }: Level, busy: Float32Array, a: number, b: number): number {
  if (a < 0 || b < 0) return unknownDifference;
  let sum = 0;
  for (let c = 0; c < 3; c++) sum += Math.abs((colours[a * 3 + c] as number) - (colours[b * 3 + c] as number));
  return sum / (1 + busyShare * ((busy[a] as number) + (busy[b] as number)));
}

/** How much each known pixel differs from its known neighbours, on the mean of the channels. */
function busynessOf(level: Level): Float32Array {
  const { width, height, colours } = level;
  return Float32Array.from({ length: width * height }, (_, i) => {
    const x = i % width;
    const y = (i - x) / width;
    if (level.hole[i]) return 0;
    let sum = 0;
    for (const [sx, sy] of beside) {
      const near = knownAt(level, x + sx, y + sy);
      if (near < 0) continue;
      for (let c = 0; c < 3; c++) sum += Math.abs((colours[i * 3 + c] as number) - (colours[near * 3 + c] as number));
    }
    return sum / 12;
  });
}

function knownAt(level: Level, x: number, y: number): number {
  if (x < 0 || y < 0 || x >= level.width || y >= level.height) return -1;
  const i = y * level.width + x;
  return level.hole[i] ? -1 : i;
}
