/** The two masks made from one selection: a hard one for the model, and a soft one for laying its result in. */
import { spread } from "#lib/mask/grow.ts";
import { growth, reachOf, scaleOf } from "#lib/models/choose-frame.ts";
import { crop } from "#lib/pixels/crop.ts";
import { type SparseMask, withSpans } from "#lib/pixels/paste/sparse-mask.ts";
import { bytesOf, newRaster, type Raster } from "#lib/pixels/raster.ts";
import type { Box, Frame } from "#lib/wire.ts";
import { almostBlack, readPixels } from "../decode.ts";
import { asSharp } from "./read-content.ts";

/** In the model's pixels and only black and white; of the content's size. */
export async function hardMask(selection: Raster, { content: [width, height] }: Frame): Promise<Raster> {
  const whole = { ...selection, data: blackAndWhite(bytesOf(selection), 1) };
  const isExact = selection.width === width && selection.height === height;
  const { data } = isExact ? whole : await readPixels(asSharp(whole).resize(width, height, { fit: "fill", kernel: "linear" }));
  return { width, height, channels: 1, data: growHard(blackAndWhite(bytesOf({ data }), almostBlack + 1), width, height, growth.opaque) };
}

export function growHard(mask: Uint8Array, width: number, height: number, by: number): Uint8Array {
  const grown = mask.slice();
  spread(grown, width, height, { opaque: by, seam: 1 });
  return blackAndWhite(grown, 128);
}

function blackAndWhite(values: Uint8Array, whiteFrom: number): Uint8Array {
  const levels = new Uint8Array(256).fill(255, whiteFrom);
  const result = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) result[i] = levels[values[i] as number] as number;
  return result;
}

/** In the picture's pixels, of the box's size: open over everything selected, the seam outside of that. */
export function softMask(selection: Raster, frame: Frame): SparseMask {
  const alpha = newRaster(selection.width, selection.height, 1);
  const window = windowAround(selection, reachOf(frame) + 1);
  if (window === null) return withSpans(alpha);
  const scale = Math.min(1, scaleOf(frame));
  const part = Uint8Array.from(crop(selection, window).data);
  spread(part, window.width, window.height, { opaque: growth.opaque / scale, seam: growth.seam / scale });
  for (let y = 0; y < window.height; y++) {
    alpha.data.set(part.subarray(y * window.width, (y + 1) * window.width), (window.y + y) * alpha.width + window.x);
  }
  return withSpans(alpha);
}

function windowAround(selection: Raster, margin: number): Box | null {
  const { width, height } = selection;
  const { buffer, byteOffset } = bytesOf(selection);
  const nothing = Buffer.alloc(width);
  const isNothing = (part: Buffer) => part.equals(nothing.subarray(0, part.length));
  let [left, top, right, bottom] = [width, -1, -1, -1];
  for (let y = 0; y < height; y++) {
    const row = Buffer.from(buffer, byteOffset + y * width, width);
    if (isNothing(row)) continue;
    // Whole runs are compared where nothing is to be found, which is nearly everywhere.
    if (!isNothing(row.subarray(0, left))) left = row.findIndex((level) => level !== 0);
    if (!isNothing(row.subarray(right + 1))) right = row.findLastIndex((level) => level !== 0);
    if (top < 0) top = y;
    bottom = y;
  }
  if (right < 0) return null;
  const [x, y] = [Math.max(0, left - margin), Math.max(0, top - margin)];
  return { x, y, width: Math.min(width, right + margin + 1) - x, height: Math.min(height, bottom + margin + 1) - y };
}
