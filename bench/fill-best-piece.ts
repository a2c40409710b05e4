/**
 * How near a copy could come to what the hole hid: the picture's own pieces of the hole's shape, measured by one who sees the
 * truth, the best of them for each figure by itself. No tool that must guess can be asked for it; it says how hard a
 * photograph is, so that figures over one set of photographs can be read beside those over another.
 */
import type { Raster } from "#lib/pixels/raster.ts";
import { type FillFigures, measureFill } from "./fill-metrics.ts";

const step = 64;

/** Undefined where the hole's shape fits nowhere else in the picture. */
export function measureBestPieces(truth: Raster, mask: Raster): FillFigures | undefined {
  const pieces = offsetsThatFit(mask).map((offset) => measureFill(truth, copyBy(offset, truth, mask), mask));
  if (pieces.length === 0) return undefined;
  const nearest = (key: keyof FillFigures, ideal: number): number =>
    pieces.map((each) => each[key]).reduce((best, value) => (Math.abs(value - ideal) < Math.abs(best - ideal) ? value : best));
  return {
    psnr: Math.max(...pieces.map(({ psnr }) => psnr)),
    sharp: nearest("sharp", 1),
    bands: nearest("bands", 0),
    histogram: nearest("histogram", 0),
    patches: nearest("patches", 0),
    seam: nearest("seam", 1),
  };
}

/** As steps in the raster's pixels: those that move the whole hole onto what is known. */
function offsetsThatFit({ width, height, data }: Raster): number[] {
  const hole = [...data.keys()].filter((i) => data[i] === 255);
  const columns = hole.map((i) => i % width);
  const rows = hole.map((i) => Math.floor(i / width));
  const [left, right, top, bottom] = [least(columns), -least(columns.map((x) => -x)), least(rows), -least(rows.map((y) => -y))];
  const found: number[] = [];
  for (let dy = -step * Math.floor(top / step); bottom + dy < height; dy += step) {
    for (let dx = -step * Math.floor(left / step); right + dx < width; dx += step) {
      if (hole.every((i) => data[i + dy * width + dx] === 0)) found.push(dy * width + dx);
    }
  }
  return found;
}

function copyBy(offset: number, truth: Raster, mask: Raster): Raster {
  const data = truth.data.slice();
  mask.data.forEach((value, i) => {
    if (value !== 255) return;
    for (let c = 0; c < 3; c++) data[i * 3 + c] = truth.data[(i + offset) * 3 + c] as number;
  });
  return { ...truth, data };
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}
