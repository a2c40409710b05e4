/**
 * Finds the one coloured thing an instruction speaks of: everything of a named colour, or else the largest strongly
 * coloured patch near the middle. Searched for at a small size, followed at full size by colour.
 */
import { gaussianBlur } from "#lib/pixels/blur.ts";
import type { Lab } from "#lib/pixels/colour.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { resize } from "#lib/pixels/resample.ts";
import { ramp } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { highlightsIn } from "./candidates.ts";
import { type Pieces, searchPieces, type Wish } from "./colour-search.ts";
import { sampleAt } from "./likeness.ts";

export interface Region {
  /** 0..1 for each pixel. */
  readonly mask: Plane;
  readonly mean: Lab;
  /** Of the picture, 0..1. */
  readonly share: number;
  readonly isCentre: boolean;
}

const leastShare = 0.002;
const leastOfSmall = 0.0003;

export function* findRegion(source: Raster, wish: Wish = {}): Work<Region | undefined> {
  const pieces = yield* part(searchPieces(source, wish), 0, 0.4);
  if (pieces === undefined) return undefined;
  const isAll = wish.named !== undefined && !wish.isThing;
  const gleams = isAll ? undefined : highlightsIn(pieces.gate, pieces.view);
  return yield* part(followColour(source, pieces, gleams, wish.thing?.isSmall ? leastOfSmall : leastShare), 0.4, 1);
}

/** From pieces at the view's size to every pixel of their colour about them; `gleams` belong to them whatever their colour. */
function* followColour(
  source: Raster,
  { gate, likeness, isCentre }: Pieces,
  gleams: Plane | undefined,
  least: number,
): Work<Region | undefined> {
  const { width, height } = source;
  const reach = resize(asRaster(gaussianBlur(gate, 2), 3), width, height, "bicubic").data;
  const gleam = gleams === undefined ? undefined : resize(asRaster(gaussianBlur(gleams, 0.7), 1.6), width, height, "bicubic").data;
  const rough = newPlane(width, height);
  const sum = [0, 0, 0];
  let total = 0;
  for (let i = 0; i < rough.data.length; i++) {
    if (i % 50_000 === 0) yield i / rough.data.length;
    if (reach[i] === 0) continue;
    const sample = sampleAt(source, i);
    const weight = Math.max(likeness(sample) * ((reach[i] as number) / 255), (gleam?.[i] ?? 0) / 255);
    rough.data[i] = weight;
    total += weight;
    for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + weight * (sample.lab[c] as number);
  }
  if (gleams !== undefined) closeSpecks(rough, Math.max(1.5, Math.max(width, height) / 260));
  const share = total / rough.data.length;
  if (share < least) return undefined;
  const mean: Lab = [(sum[0] as number) / total, (sum[1] as number) / total, (sum[2] as number) / total];
  return { mask: gaussianBlur(rough, 0.8), mean, share, isCentre };
}

/** What lies among pixels of the thing on all sides is of it: the pores of a peel. */
function closeSpecks(mask: Plane, radius: number): void {
  const about = gaussianBlur(mask, radius).data;
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = Math.max(mask.data[i] as number, ramp(about[i] as number, 0.5, 0.8));
}

function asRaster({ width, height, data }: Plane, gain: number): Raster {
  return { width, height, channels: 1, data: Uint8ClampedArray.from(data, (v) => 255 * Math.min(1, v * gain)) };
}
