/**
 * Which offset every pixel of a hole is copied from: the labelling whose copies join with the least visible cuts, by
 * alpha expansion (Boykov et al. 2001). A cut costs what the two copies differ by on both of its sides, and less where
 * the picture is busy.
 */
import type { Work } from "../work.ts";
import { type Level, unknownPixels } from "./level.ts";
import { FlowNetwork } from "./max-flow.ts";
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
/** What a grey level away from the smooth guess costs beside one of a cut: much less, and no more than so far away. */
const strayShare = 0.05;
const mostStray = 150;
/** And so much more on a line that has to go on. */
const lineShare = 0.6;
/** What it costs to come from the other end of the picture: what is near is more alike. */
const farCost = 40;
/** Copies must agree with what is known this far around, not only with the nearest pixel. */
const outlineReach = 3;

export interface Labelling {
  readonly energy: Energy;
  readonly offsets: readonly Offset[];
  /** The number of the offset for each of the energy's pixels. */
  readonly label: Int32Array;
  /** What it comes to: of two labellings of one hole the cheaper is the better. */
  readonly cost: number;
}

/** What is the same for any offsets. */
export interface Ground {
  readonly level: Level;
  readonly texture: Texture;
  /** How firmly a pixel's colour is expected. */
  readonly firmness: Float32Array;
  readonly busy: Float32Array;
  readonly soft: Float32Array;
}

/** Costs of one level's labelling; apart so that a test can add them up. */
export interface Energy {
  readonly pixels: Int32Array;
  /** Two a pair: indices into pixels. */
  readonly pairs: Int32Array;
  readonly data: (pixel: number, label: number) => number;
  readonly pair: (a: number, b: number, labelOfA: number, labelOfB: number) => number;
}

/** Expects the hole to hold a guess: between cuts that are as good, the copies nearest to it are taken. */
export function* prepareGround(level: Level, texture: Texture, firmness: Float32Array): Work<Ground> {
  return { level, texture, firmness, busy: busynessOf(level), soft: yield* softenColours(level) };
}

/** Offers every offset once: enough to tell which offsets suit a hole. */
export function* labelHole(ground: Ground, offsets: readonly Offset[]): Work<Labelling> {
  const energy = yield* describeEnergy(ground, offsets);
  const label = startCheapest(energy, offsets.length);
  const cost = yield* expand(energy, label, offsets.length, 1);
  return { energy, offsets, label, cost };
}

/** Offers every offset once more, now beside what the others have taken. */
export function* improve({ energy, offsets, label }: Labelling): Work<Labelling> {
  const cost = yield* expand(energy, label, offsets.length, 1);
  return { energy, offsets, label, cost };
}

/** Offers every label to all pixels at once, in turn and in rounds, as long as that lowers the energy. Returns what is left of it. */
export function* expand(energy: Energy, label: Int32Array, labels: number, rounds: number): Work<number> {
  const { pixels, pairs } = energy;
  const network = new FlowNetwork(pixels.length, pairs.length / 2);
  for (let n = 0; n < pairs.length; n += 2) network.connect(pairs[n] as number, pairs[n + 1] as number);
  let lowest = addUp(energy, label);
  for (let round = 0; round < rounds; round++) {
    const before = lowest;
    for (let alpha = 0; alpha < labels; alpha++) {
      yield (round + alpha / labels) / rounds;
      const moved = offer(energy, network, label, alpha);
      const sum = addUp(energy, moved);
      if (sum >= lowest) continue;
      lowest = sum;
      label.set(moved);
    }
    if (lowest === before) break;
  }
  return lowest;
}

function offer(energy: Energy, network: FlowNetwork, label: Int32Array, alpha: number): Int32Array {
  const { pixels, pairs, data, pair } = energy;
  network.empty();
  for (let n = 0; n < pixels.length; n++) network.lean(n, data(n, alpha) - data(n, label[n] as number));
  for (let n = 0; n < pairs.length; n += 2) {
    const a = pairs[n] as number;
    const b = pairs[n + 1] as number;
    const keep = pair(a, b, label[a] as number, label[b] as number);
    const takeA = pair(a, b, alpha, label[b] as number);
    const takeB = pair(a, b, label[a] as number, alpha);
    network.lean(a, takeA - keep);
    network.lean(b, -takeA);
    // Where the costs are no metric the edge is cut short; a move that then does not pay is not taken.
    network.widen(n / 2, Math.max(0, takeA + takeB - keep), 0);
  }
  network.cut();
  return label.map((old, n) => (network.isOnSinkSide(n) ? alpha : old));
}

export function addUp({ pixels, pairs, data, pair }: Energy, label: Int32Array): number {
  let sum = 0;
  for (let n = 0; n < pixels.length; n++) sum += data(n, label[n] as number);
  for (let n = 0; n < pairs.length; n += 2) {
    const a = pairs[n] as number;
    const b = pairs[n + 1] as number;
    sum += pair(a, b, label[a] as number, label[b] as number);
  }
  return sum;
}

function startCheapest({ pixels, data }: Energy, labels: number): Int32Array {
  const label = new Int32Array(pixels.length);
  for (let n = 0; n < pixels.length; n++) {
    let best = Infinity;
    for (let each = 0; each < labels; each++) {
      const cost = data(n, each);
      if (cost >= best) continue;
      best = cost;
      label[n] = each;
    }
  }
  return label;
}

export function* describeEnergy({ level, texture, firmness, busy, soft }: Ground, offsets: readonly Offset[]): Work<Energy> {
  const { width, height, hole } = level;
  const pixels = yield* unknownPixels(level);
  const indexOf = new Int32Array(hole.length).fill(-1);
  pixels.forEach((pixel, n) => {
    indexOf[pixel] = n;
  });
  const count = offsets.length;
  const sources = new Int32Array(pixels.length * count).fill(-1);
  const costs = new Int32Array(pixels.length * count).fill(impossible);
  const far = offsets.map(({ dx, dy }) => Math.round((scale * farCost * Math.hypot(dx, dy)) / Math.max(width, height)));
  const pairs: number[] = [];
  for (let n = 0; n < pixels.length; n++) {
    if (n % 100 === 0) yield 0;
    const pixel = pixels[n] as number;
    const x = pixel % width;
    const y = (pixel - x) / width;
    if (x + 1 < width && hole[pixel + 1]) pairs.push(n, indexOf[pixel + 1] as number);
    if (y + 1 < height && hole[pixel + width]) pairs.push(n, indexOf[pixel + width] as number);
    const isNearOutline = (level.depth[pixel] as number) <= 2 * outlineReach;
    for (let k = 0; k < count; k++) {
      const { dx, dy } = offsets[k] as Offset;
      const from = knownAt(level, x + dx, y + dy);
      if (from < 0) continue;
      sources[n * count + k] = from;
      const outline = isNearOutline ? outlineCost(level, busy, x, y, dx, dy) : 0;
      const stray = strayCost(level, soft, pixel, from, firmness[pixel] as number);
      costs[n * count + k] = outline + stray + Math.round(scale * textureCost(texture, pixel, from)) + (far[k] as number);
    }
  }
  return {
    pixels,
    pairs: Int32Array.from(pairs),
    data: (n, label) => costs[n * count + label] as number,
    pair: (a, b, labelOfA, labelOfB) => {
      if (labelOfA === labelOfB) return 0;
      const first = differ(level, busy, sources[a * count + labelOfA] as number, sources[a * count + labelOfB] as number);
      const second = differ(level, busy, sources[b * count + labelOfA] as number, sources[b * count + labelOfB] as number);
      return Math.round(scale * (first + second));
    },
  };
}

/** How far the copy's colour strays from what the hole is expected to hold: without its texture, except on a line. */
function strayCost({ colours }: Level, soft: Float32Array, pixel: number, source: number, firmness: number): number {
  let sum = 0;
  const of = firmness === 0 ? soft : colours;
  for (let c = 0; c < 3; c++) sum += Math.abs((of[source * 3 + c] as number) - (colours[pixel * 3 + c] as number));
  return Math.round(scale * (strayShare + firmness * lineShare) * Math.min(sum, mostStray));
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
