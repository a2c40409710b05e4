/** Blurs whose border pixels average over what exists: no sample is counted twice and nothing outside is invented. */
import { joinPlanes, newPlane, type Plane, rgbPlanes } from "./plane.ts";
import type { Raster } from "./raster.ts";
import { finish, type Work } from "./work.ts";

/** Mean over the window of 2 × radius + 1, cut off at the borders. */
export function boxBlur(source: Plane, radius: number): Plane {
  const { width, height } = source;
  const across = newPlane(width, height);
  for (let y = 0; y < height; y++) slide(source.data, across.data, y * width, 1, width, radius);
  const result = newPlane(width, height);
  const columns = new Float64Array(width);
  const reach = Math.min(radius, height - 1);
  for (let y = 0; y <= reach; y++) addRow(columns, across.data, y * width, 1);
  for (let y = 0; y < height; y++) {
    const count = Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1;
    const row = y * width;
    for (let x = 0; x < width; x++) result.data[row + x] = (columns[x] as number) / count;
    if (y + radius + 1 < height) addRow(columns, across.data, (y + radius + 1) * width, 1);
    if (y - radius >= 0) addRow(columns, across.data, (y - radius) * width, -1);
  }
  return result;
}

/** Three boxes whose variance sums to sigma², the usual stand-in for a Gaussian. */
export function gaussianBlur(source: Plane, sigma: number): Plane {
  if (sigma <= 0) return { ...source, data: source.data.slice() };
  const ideal = Math.sqrt(4 * sigma * sigma + 1);
  const low = Math.max(1, Math.floor(ideal) - ((Math.floor(ideal) + 1) % 2));
  const lowCount = Math.round((12 * sigma * sigma - 3 * low * low - 12 * low - 9) / (-4 * low - 4));
  let plane = source;
  for (let pass = 0; pass < 3; pass++) plane = boxBlur(plane, ((pass < lowCount ? low : low + 2) - 1) / 2);
  return plane;
}

export function blurRaster(source: Raster, sigma: number): Raster {
  return finish(blurRasterSlowly(source, sigma));
}

/** Pauses before each plane. */
export function* blurRasterSlowly(source: Raster, sigma: number): Work<Raster> {
  const soft: Plane[] = [];
  for (const plane of rgbPlanes(source)) {
    yield soft.length / 3;
    soft.push(gaussianBlur(plane, sigma));
  }
  yield 0.99;
  return joinPlanes(soft as [Plane, Plane, Plane]);
}

function slide(from: Float32Array, to: Float32Array, start: number, step: number, length: number, radius: number): void {
  let sum = 0;
  let count = 0;
  for (let i = 0; i <= Math.min(radius, length - 1); i++) {
    sum += from[start + i * step] as number;
    count++;
  }
  for (let i = 0; i < length; i++) {
    to[start + i * step] = sum / count;
    if (i + radius + 1 < length) {
      sum += from[start + (i + radius + 1) * step] as number;
      count++;
    }
    if (i - radius >= 0) {
      sum -= from[start + (i - radius) * step] as number;
      count--;
    }
  }
}

function addRow(columns: Float64Array, data: Float32Array, start: number, sign: 1 | -1): void {
  for (let x = 0; x < columns.length; x++) columns[x] = (columns[x] as number) + sign * (data[start + x] as number);
}
