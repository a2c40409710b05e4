/**
 * Finds the one coloured thing an instruction speaks of: everything of a named colour, or else the largest strongly
 * coloured patch near the middle. Searched for at a small size, followed at full size by colour.
 */
import { gaussianBlur } from "#lib/pixels/blur.ts";
import { type Lab, rgbToHsl } from "#lib/pixels/colour.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { refineMask } from "#lib/pixels/segment/refine.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { highlightsIn } from "./candidates.ts";
import { type Pieces, searchPieces, type Wish } from "./colour-search.ts";
import { completeThing } from "./complete-thing.ts";
import { isColoured, sampleAt } from "./likeness.ts";

export interface Region {
  /** 0..1 for each pixel. */
  readonly mask: Plane;
  readonly mean: Lab;
  /** Of the picture, 0..1. */
  readonly share: number;
  readonly isCentre: boolean;
  /** It runs on to sides of the picture as far as could be told: rather what a thing stands before. */
  readonly isGround?: boolean;
}

const leastShare = 0.002;
const leastOfSmall = 0.0003;
const strong = 35;

export function* findRegion(source: Raster, wish: Wish = {}): Work<Region | undefined> {
  const pieces = yield* part(searchPieces(source, wish), 0, 0.4);
  if (pieces === undefined) return undefined;
  const isAll = wish.named !== undefined && !wish.isThing;
  const gleams = isAll ? undefined : highlightsIn(pieces.gate, pieces.view);
  // What a table carries lies about it and is not of it.
  const isAsItIs = isAll || pieces.isCentre || wish.thing?.isBroad;
  const whole = isAsItIs ? undefined : yield* part(completeThing(pieces.view, pieces.gate, namedHue(wish)), 0.4, 0.5);
  const least = isAll || wish.thing?.isSmall ? leastOfSmall : leastShare;
  const region = yield* part(followColour(source, pieces, gleams, least), 0.5, 0.8);
  // The red of a ladybird is little and strong; as little of the brown of bark is no red.
  if (isAll && region !== undefined && region.share < leastShare && Math.hypot(region.mean[1], region.mean[2]) < strong) return undefined;
  if (whole === "ground") return region === undefined ? undefined : { ...region, isGround: true };
  return region === undefined || whole === undefined ? region : yield* part(joined(source, region, whole), 0.8, 1);
}

function namedHue({ named }: Wish): number | undefined {
  return named !== undefined && isColoured(named) ? rgbToHsl(...named)[0] : undefined;
}

/** The whole thing with the picture's own edges, and what was followed pixel by pixel. */
function* joined(source: Raster, region: Region, whole: Plane): Work<Region> {
  const mask = yield* part(refineMask(source, whole), 0, 0.8);
  const about = sampled(gaussianBlur(whole, 2), mask.width, mask.height, 4);
  let total = 0;
  for (let i = 0; i < mask.data.length; i++) {
    if (i % 200_000 === 0) yield 0.8 + (0.2 * i) / mask.data.length;
    const [edged, followed] = [mask.data[i] as number, region.mask.data[i] as number];
    const value = followed > edged ? Math.max(edged, followed * about(i)) : edged;
    mask.data[i] = value;
    total += value;
  }
  return { ...region, mask, share: total / mask.data.length };
}

/** From pieces at the view's size to every pixel of their colour about them; `gleams` belong to them whatever their colour. */
function* followColour(
  source: Raster,
  { gate, likeness, isCentre }: Pieces,
  gleams: Plane | undefined,
  least: number,
): Work<Region | undefined> {
  const { width, height } = source;
  const reach = sampled(gaussianBlur(gate, 2), width, height, 3);
  const gleam = gleams === undefined ? undefined : sampled(gaussianBlur(gleams, 0.7), width, height, 1.6);
  const rough = newPlane(width, height);
  const sum = [0, 0, 0];
  let total = 0;
  for (let i = 0; i < rough.data.length; i++) {
    if (i % 50_000 === 0) yield (0.7 * i) / rough.data.length;
    const near = reach(i);
    if (near === 0) continue;
    const sample = sampleAt(source, i);
    const weight = Math.max(likeness(sample) * near, gleam?.(i) ?? 0);
    rough.data[i] = weight;
    total += weight;
    for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + weight * (sample.lab[c] as number);
  }
  if (gleams !== undefined) yield* part(closeSpecks(rough), 0.7, 0.9);
  const share = total / rough.data.length;
  if (share < least) return undefined;
  const mean: Lab = [(sum[0] as number) / total, (sum[1] as number) / total, (sum[2] as number) / total];
  return { mask: yield* part(softened(rough), 0.9, 1), mean, share, isCentre };
}

const [side, middle] = [0.22, 0.56];

/** A blur of about a pixel, row by row. */
function* softened(mask: Plane): Work<Plane> {
  const { width, height, data } = mask;
  const result = newPlane(width, height);
  const across = (row: number, x: number): number =>
    middle * (data[row + x] as number) +
    side * ((data[row + Math.max(0, x - 1)] as number) + (data[row + Math.min(width - 1, x + 1)] as number));
  for (let y = 0; y < height; y++) {
    if (y % 32 === 0) yield y / height;
    const [above, own, below] = [Math.max(0, y - 1) * width, y * width, Math.min(height - 1, y + 1) * width];
    for (let x = 0; x < width; x++) result.data[own + x] = middle * across(own, x) + side * (across(above, x) + across(below, x));
  }
  return result;
}

const speckSide = 520;

/** What lies among pixels of the thing on all sides is of it: the pores of a peel. */
function* closeSpecks(mask: Plane): Work<void> {
  const { width, height, data } = mask;
  const scale = Math.min(1, speckSide / Math.max(width, height));
  const small = newPlane(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  const counts = new Uint32Array(small.data.length);
  for (let i = 0; i < data.length; i++) {
    if (i % 200_000 === 0) yield (0.4 * i) / data.length;
    const [x, y] = [Math.floor(((i % width) * small.width) / width), Math.floor((Math.floor(i / width) * small.height) / height)];
    const to = y * small.width + x;
    small.data[to] = (small.data[to] as number) + (data[i] as number);
    counts[to] = (counts[to] as number) + 1;
  }
  small.data.forEach((value, n) => {
    small.data[n] = value / Math.max(1, counts[n] as number);
  });
  const about = sampled(gaussianBlur(small, 1.8), width, height, 1);
  for (let i = 0; i < data.length; i++) {
    if (i % 200_000 === 0) yield 0.4 + (0.6 * i) / data.length;
    data[i] = Math.max(data[i] as number, ramp(about(i), 0.5, 0.8));
  }
}

/** A small plane read at the pixels of a larger one, between its samples, up to 1. */
function sampled(small: Plane, width: number, height: number, gain: number): (pixel: number) => number {
  const { data } = small;
  return (pixel) => {
    const x = Math.min(small.width - 1, Math.max(0, (((pixel % width) + 0.5) * small.width) / width - 0.5));
    const y = Math.min(small.height - 1, Math.max(0, ((Math.floor(pixel / width) + 0.5) * small.height) / height - 0.5));
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [right, bottom] = [Math.min(small.width - 1, left + 1), Math.min(small.height - 1, top + 1) * small.width];
    const [u, v, row] = [x - left, y - top, top * small.width];
    const upper = (data[row + left] as number) * (1 - u) + (data[row + right] as number) * u;
    const lower = (data[bottom + left] as number) * (1 - u) + (data[bottom + right] as number) * u;
    return Math.min(1, gain * (upper * (1 - v) + lower * v));
  };
}
