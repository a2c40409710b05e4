/**
 * Brings a small result and its soft mask to a large picture's pixels: each value is read once, through size and placement
 * together, a row at a time, because all rows of a large picture are not always wanted, nor all at once.
 */
import { newRaster, type Raster } from "../raster.ts";
import { type Placement, shownWindow, type Taps, tapsFor } from "./placement.ts";

export interface PlaceRequest {
  /** RGB. */
  readonly result: Raster;
  readonly placement: Placement;
  readonly width: number;
  readonly height: number;
}

/** Writes the pixels `from` to `to` (not with) of a row to the same places of `row`, three values each. */
export type PlacedRows = (y: number, row: Uint8ClampedArray, from: number, to: number) => void;

/** Weights are counted in 4096ths, values between the two passes in 64ths: whole numbers are twice as fast. */
const weightBits = 12;
const betweenBits = 6;
/** Four rows of the result, drawn out to the picture's width: each serves many rows of a large picture. */
const keptRows = 4;

export function openPlaced({ result, placement, width, height }: PlaceRequest): PlacedRows {
  const shown = shownWindow(result, placement);
  const across = inWholes(tapsFor(width, ...throughSize(placement.scaleX, placement.shiftX, result.width, width), shown.across), 3);
  const down = inWholes(tapsFor(height, ...throughSize(placement.scaleY, placement.shiftY, result.height, height), shown.down), 1);
  const kept = Array.from({ length: keptRows }, () => ({ row: -1, values: new Int16Array(width * 3) }));
  // Four neighbours never share a place.
  const wideRow = (row: number): Int16Array => {
    const place = kept[row % keptRows] as (typeof kept)[number];
    if (place.row !== row) drawOut(result, row, across, place.values);
    place.row = row;
    return place.values;
  };
  return (y, row, from, to) => {
    const [a, b, c, d] = [0, 1, 2, 3].map((tap) => wideRow(down.at[y * 4 + tap] as number)) as [
      Int16Array,
      Int16Array,
      Int16Array,
      Int16Array,
    ];
    mixRows({ a, b, c, d, weights: down.weights.subarray(y * 4, y * 4 + 4) }, row, from * 3, to * 3);
  };
}

export function placeResult(request: PlaceRequest): Raster {
  const { width, height } = request;
  const placed = newRaster(width, height, 3);
  const readRow = openPlaced(request);
  for (let y = 0; y < height; y++) readRow(y, (placed.data as Uint8ClampedArray).subarray(y * width * 3, (y + 1) * width * 3), 0, width);
  return placed;
}

interface WholeTaps {
  readonly at: Int32Array;
  readonly weights: Int32Array;
}

/** The four of a place are one whole together, so that an even area stays as it is. */
function inWholes({ at, weights }: Taps, step: number): WholeTaps {
  const whole = {
    at: at.map((place) => place * step),
    weights: Int32Array.from(weights, (weight) => Math.round(weight * (1 << weightBits))),
  };
  for (let tap = 0; tap < whole.weights.length; tap += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = whole.weights.subarray(tap, tap + 4);
    const rest = (1 << weightBits) - a - b - c - d;
    const largest = b >= c ? tap + 1 : tap + 2;
    whole.weights[largest] = (whole.weights[largest] as number) + rest;
  }
  return whole;
}

function drawOut({ width, data }: Raster, y: number, { at, weights }: WholeTaps, out: Int16Array): void {
  const start = y * width * 3;
  const bits = weightBits - betweenBits;
  const half = 1 << (bits - 1);
  for (let tap = 0, to = 0; tap < at.length; tap += 4) {
    const a = start + (at[tap] as number);
    const b = start + (at[tap + 1] as number);
    const c = start + (at[tap + 2] as number);
    const d = start + (at[tap + 3] as number);
    const wa = weights[tap] as number;
    const wb = weights[tap + 1] as number;
    const wc = weights[tap + 2] as number;
    const wd = weights[tap + 3] as number;
    for (let k = 0; k < 3; k++, to++) {
      const outer = Math.imul(wa, data[a + k] as number) + Math.imul(wd, data[d + k] as number);
      out[to] = (outer + Math.imul(wb, data[b + k] as number) + Math.imul(wc, data[c + k] as number) + half) >> bits;
    }
  }
}

interface FourRows {
  readonly a: Int16Array;
  readonly b: Int16Array;
  readonly c: Int16Array;
  readonly d: Int16Array;
  readonly weights: Int32Array;
}

function mixRows({ a, b, c, d, weights }: FourRows, row: Uint8ClampedArray, from: number, to: number): void {
  const bits = weightBits + betweenBits;
  const half = 1 << (bits - 1);
  const wa = weights[0] as number;
  const wb = weights[1] as number;
  const wc = weights[2] as number;
  const wd = weights[3] as number;
  for (let i = from; i < to; i++) {
    const outer = Math.imul(wa, a[i] as number) + Math.imul(wd, d[i] as number);
    row[i] = (outer + Math.imul(wb, b[i] as number) + Math.imul(wc, c[i] as number) + half) >> bits;
  }
}

function throughSize(scale: number, shift: number, from: number, to: number): readonly [number, number] {
  return [(scale * from) / to, scale * (from / to / 2 - 0.5) + shift];
}
