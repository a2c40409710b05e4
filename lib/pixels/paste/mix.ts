/** Joins a result with its original again, under a mask that somebody has changed; colours are shifted by a slow field where wanted. */
import { newRaster, type Raster } from "../raster.ts";
import { matchColours } from "./match-colours.ts";

export interface MixRequest {
  /** RGB or RGBA. */
  readonly original: Raster;
  /** RGBA of the same size: clear where there is no result. */
  readonly result: Raster;
  /** Grey of the same size; written to: 0 where there is no result. */
  readonly alpha: Raster;
  /** What is added to the result's colours, or null. */
  readonly shift: ColourShift | null;
}

export interface ColourShift {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
  readonly strength: number;
}

/** A new picture; where nothing comes over not one value differs. */
export function mix({ original, result, alpha, shift }: MixRequest): Raster {
  const { width, height, channels } = original;
  const mixed: Raster = { width, height, channels, data: original.data.slice() };
  const added = new Float64Array(3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      const share = ((alpha.data[pixel] as number) * (result.data[pixel * 4 + 3] as number)) / 65_025;
      alpha.data[pixel] = Math.round(share * 255);
      if (share === 0) continue;
      if (shift) readShift(shift, (x + 0.5) / width, (y + 0.5) / height, added);
      const at = pixel * channels;
      const below = channels === 4 ? (1 - share) * ((original.data[at + 3] as number) / 255) : 1 - share;
      const whole = below + share;
      for (let c = 0; c < 3; c++) {
        const over = Math.min(255, Math.max(0, (result.data[pixel * 4 + c] as number) + (added[c] as number)));
        mixed.data[at + c] = Math.round(((original.data[at + c] as number) * below + over * share) / whole);
      }
      if (channels === 4) mixed.data[at + 3] = Math.round(255 * whole);
    }
  }
  return mixed;
}

const ringWidth = 24;

/** From small copies of one size: what brings the result's colours to those of the original around what comes over. */
export function colourShift({ original, result, alpha }: Omit<MixRequest, "shift">, strength: number): ColourShift {
  const { width, height } = result;
  const [below, above] = [newRaster(width, height, 3), newRaster(width, height, 3)];
  const painted = newRaster(width, height, 1);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const isThere = (result.data[pixel * 4 + 3] as number) > 250;
    if ((alpha.data[pixel] as number) > 0) painted.data[pixel] = 255;
    for (let c = 0; c < 3; c++) {
      const under = original.data[pixel * original.channels + c] as number;
      below.data[pixel * 3 + c] = under;
      above.data[pixel * 3 + c] = isThere ? (result.data[pixel * 4 + c] as number) : under;
    }
  }
  const matched = matchColours({ original: below, result: above, painted, ring: widen(painted, ringWidth) });
  const values = Float32Array.from(matched.data, (value, at) => value - (above.data[at] as number));
  return { width, height, values, strength };
}

/** Between the middles of four places. */
function readShift({ width, height, values, strength }: ColourShift, across: number, down: number, out: Float64Array): void {
  const x = Math.min(width - 1, Math.max(0, across * width - 0.5));
  const y = Math.min(height - 1, Math.max(0, down * height - 0.5));
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, bottom] = [Math.min(width - 1, left + 1), Math.min(height - 1, top + 1)];
  const [dx, dy] = [x - left, y - top];
  for (let c = 0; c < 3; c++) {
    const at = (column: number, row: number) => values[(row * width + column) * 3 + c] as number;
    const upper = at(left, top) * (1 - dx) + at(right, top) * dx;
    const lower = at(left, bottom) * (1 - dx) + at(right, bottom) * dx;
    out[c] = (upper * (1 - dy) + lower * dy) * strength;
  }
}

/** Square growth, one direction after the other. */
function widen({ width, height, data }: Raster, reach: number): Raster {
  const wide = { width, height, channels: 1, data: new Uint8Array(data) } as const;
  const pass = (lines: number, length: number, lineStep: number, step: number) => {
    for (let line = 0; line < lines; line++) {
      const source = Uint8Array.from({ length }, (_, at) => wide.data[line * lineStep + at * step] as number);
      let last = Number.NEGATIVE_INFINITY;
      let next = source.findIndex((value) => value > 0);
      for (let at = 0; at < length; at++) {
        if ((source[at] as number) > 0) last = at;
        if (next >= 0 && next < at) next = source.findIndex((value, index) => index >= at && value > 0);
        if (at - last <= reach || (next >= 0 && next - at <= reach)) wide.data[line * lineStep + at * step] = 255;
      }
    }
  };
  pass(height, width, width, 1);
  pass(width, height, 1, width);
  return wide;
}
