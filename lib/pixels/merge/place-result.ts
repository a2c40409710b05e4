/**
 * Brings a small result and its soft mask to a large picture's pixels: each value is read once, through size and placement
 * together, a row at a time, because all rows of a large picture are not always wanted, nor all at once.
 */
import { bytesOf, newRaster, type Raster } from "../raster.ts";
import { loopsOf } from "../wasm/open-loops.ts";
import { placeLoops } from "./place-loops.ts";
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

/** Weights are counted in 4096ths, values between the two passes in 64ths: whole numbers, eight of which are mixed at a time. */
const weightBits = 12;
/** Of the result, drawn out to the picture's width: each serves many rows of a large picture. */
const keptRows = 4;
/** Four places and four weights. */
const tapBytes = 24;
const openLoops = loopsOf(placeLoops, ["drawOut", "mixRows"]);

export function openPlaced({ result, placement, width, height }: PlaceRequest): PlacedRows {
  const shown = shownWindow(result, placement);
  const across = tapsFor(width, ...throughSize(placement.scaleX, placement.shiftX, result.width, width), shown.across);
  const down = tapsFor(height, ...throughSize(placement.scaleY, placement.shiftY, result.height, height), shown.down);
  const downWeights = inWholes(down.weights);
  const stride = result.width * 3;
  // Loops may read and write a little beyond the end of what is theirs.
  const [wideBytes, outBytes] = [roomFor(width * 6), roomFor(width * 3)];
  const taps = roomFor(result.data.length);
  const kept = taps + roomFor(width * tapBytes);
  const out = kept + keptRows * wideBytes;
  const { memory, run } = openLoops(out + outBytes);
  memory.set(bytesOf(result));
  writeTaps(new DataView(memory.buffer, taps), across);
  const rowsKept = new Int32Array(keptRows).fill(-1);
  // Four neighbours never share a place.
  const wideRow = (row: number): number => {
    const place = row % keptRows;
    const at = kept + place * wideBytes;
    if (rowsKept[place] !== row) run.drawOut(row * stride, taps, at, at + width * 6);
    rowsKept[place] = row;
    return at;
  };
  return (y, row, from, to) => {
    if (to <= from) return;
    const tap = y * 4;
    // Eight values at a time, and from a whole place.
    const first = (from * 3) & ~7;
    const [a, b, c, d] = [0, 1, 2, 3].map((k) => wideRow(down.at[tap + k] as number) + first * 2) as [number, number, number, number];
    const upper = twoHalves(downWeights[tap] as number, downWeights[tap + 1] as number);
    const lower = twoHalves(downWeights[tap + 2] as number, downWeights[tap + 3] as number);
    run.mixRows(a, b, c, d, upper, lower, out + first, out + to * 3);
    row.set(memory.subarray(out + from * 3, out + to * 3), from * 3);
  };
}

export function placeResult(request: PlaceRequest): Raster {
  const { width, height } = request;
  const placed = newRaster(width, height, 3);
  const readRow = openPlaced(request);
  for (let y = 0; y < height; y++) readRow(y, (placed.data as Uint8ClampedArray).subarray(y * width * 3, (y + 1) * width * 3), 0, width);
  return placed;
}

/** The four of a place are one whole together, so that an even area stays as it is. */
function inWholes(weights: Float32Array): Int16Array {
  const whole = Int16Array.from(weights, (weight) => Math.round(weight * (1 << weightBits)));
  for (let tap = 0; tap < whole.length; tap += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = whole.subarray(tap, tap + 4);
    const rest = (1 << weightBits) - a - b - c - d;
    const largest = b >= c ? tap + 1 : tap + 2;
    whole[largest] = (whole[largest] as number) + rest;
  }
  return whole;
}

function writeTaps(to: DataView, { at, weights }: Taps): void {
  const whole = inWholes(weights);
  for (let tap = 0; tap < at.length; tap++) {
    const start = (tap >> 2) * tapBytes;
    to.setInt32(start + (tap & 3) * 4, (at[tap] as number) * 3, true);
    to.setInt16(start + 16 + (tap & 3) * 2, whole[tap] as number, true);
  }
}

function twoHalves(low: number, high: number): number {
  return (low & 0xffff) | (high << 16);
}

/** In whole vectors, and one more. */
function roomFor(bytes: number): number {
  return ((bytes + 15) & ~15) + 16;
}

function throughSize(scale: number, shift: number, from: number, to: number): readonly [number, number] {
  return [(scale * from) / to, scale * (from / to / 2 - 0.5) + shift];
}
