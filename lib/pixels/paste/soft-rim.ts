/**
 * In the soft rim of what comes over, two pictures that show the same would be mixed, and what is fine in either would fade:
 * there the fine structure stays the picture's own, and only what is slow in their difference comes over.
 */
import { boxBlur } from "../blur.ts";
import { newPlane, type Plane } from "../plane.ts";
import type { Raster } from "../raster.ts";

/** How far a result is from its picture, slowly: a plane a channel, at half the size. */
export type Drift = readonly [Plane, Plane, Plane];

export interface RimRow {
  readonly y: number;
  /** Three values a pixel of what comes over; written to. */
  readonly values: Uint8ClampedArray;
  /** The picture's row. */
  readonly own: Uint8Array;
  readonly channels: number;
  readonly shares: Raster["data"];
  readonly from: number;
  readonly to: number;
}

export type RimRows = (row: RimRow) => void;

/** In pixels of half the size; two passes. */
const slowRadius = 2;
/** Farther apart than this, of 255, the two no longer show the same, but an edge. */
const another = { least: 12, most: 30 } as const;
/** Shares from here on take the result's own structure, more and more. */
const mostOwn = 230;

/** RGB, lying on each other at one size; what comes over wholly tells nothing about what lies beside it. */
export function measureDrift(picture: Raster, placed: Raster, alpha: Raster): Drift {
  const [width, height] = [Math.ceil(picture.width / 2), Math.ceil(picture.height / 2)];
  const weight = newPlane(width, height);
  const drift: Drift = [newPlane(width, height), newPlane(width, height), newPlane(width, height)];
  const [red, green, blue] = [drift[0].data, drift[1].data, drift[2].data];
  for (let y = 0, i = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++, i++) {
      if (alpha.data[i] === 255) continue;
      const to = (y >> 1) * width + (x >> 1);
      const at = i * 3;
      weight.data[to] = (weight.data[to] as number) + 1;
      red[to] = (red[to] as number) + (placed.data[at] as number) - (picture.data[at] as number);
      green[to] = (green[to] as number) + (placed.data[at + 1] as number) - (picture.data[at + 1] as number);
      blue[to] = (blue[to] as number) + (placed.data[at + 2] as number) - (picture.data[at + 2] as number);
    }
  }
  const known = soften(weight).data;
  for (const plane of drift) {
    const { data } = soften(plane);
    for (let i = 0; i < data.length; i++) data[i] = (known[i] as number) > 0.01 ? (data[i] as number) / (known[i] as number) : 0;
  }
  return drift;
}

/** For rows of a picture of any size that the drift was measured on. A rim that lies on edges mixes them: else each pixel of the mask would show as a tooth. */
export function openRim([red, green, blue]: Drift, width: number, height: number, isOnEdges = false): RimRows {
  const columns = Float32Array.from({ length: width }, (_, x) => placeOf(x, width, red.width));
  const mixed = new Float32Array(3);
  return ({ y, values, own, channels, shares, from, to }) => {
    const down = placeOf(y, height, red.height);
    const top = Math.floor(down);
    const above = top * red.width;
    const below = Math.min(red.height - 1, top + 1) * red.width;
    const t = down - top;
    for (let x = from; x < to; x++) {
      const share = shares[x] as number;
      const at = x * channels;
      // What is clear has no structure to keep.
      if (share === 0 || share === 255 || (channels === 4 && own[at + 3] !== 255)) continue;
      const across = columns[x] as number;
      const left = Math.floor(across);
      const right = Math.min(red.width - 1, left + 1);
      const s = across - left;
      for (const [c, { data }] of [red, green, blue].entries()) {
        const upper = (data[above + left] as number) * (1 - s) + (data[above + right] as number) * s;
        const lower = (data[below + left] as number) * (1 - s) + (data[below + right] as number) * s;
        mixed[c] = upper * (1 - t) + lower * t;
      }
      let given = Math.max(0, (share - mostOwn) / (255 - mostOwn));
      for (let c = 0; isOnEdges && c < 3; c++) {
        const apart = Math.abs((values[x * 3 + c] as number) - (own[at + c] as number) - (mixed[c] as number));
        const differing = Math.min(1, (apart - another.least) / (another.most - another.least));
        if (differing > given) given = differing;
      }
      for (let c = 0; c < 3; c++) {
        const kept = (own[at + c] as number) + (mixed[c] as number);
        values[x * 3 + c] = kept + given * ((values[x * 3 + c] as number) - kept);
      }
    }
  };
}

function soften(plane: Plane): Plane {
  return boxBlur(boxBlur(plane, slowRadius, plane), slowRadius, plane);
}

function placeOf(i: number, length: number, halved: number): number {
  return Math.max(0, Math.min(halved - 1, ((i + 0.5) * halved) / length - 0.5));
}
