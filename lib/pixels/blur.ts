/** Blurs whose border pixels average over what exists: no sample is counted twice and nothing outside is invented. */
import { channelPlane, joinPlanes, newPlane, type Plane } from "./plane.ts";
import type { Raster } from "./raster.ts";
import { finish, part, type Work } from "./work.ts";

const pixelsPerPause = 1_000_000;

/** Kept from one blur to the next: new memory costs more than what is done in it. */
let between = new Float32Array(0);

/** Mean over the window of 2 × radius + 1, cut off at the borders; may be written over the source. */
export function boxBlur(source: Plane, radius: number, result: Plane = newPlane(source.width, source.height)): Plane {
  const pixels = source.width * source.height;
  if (between.length < pixels) between = new Float32Array(pixels);
  return finish(boxBlurSlowly(source, radius, result, between.subarray(0, pixels)));
}

/** Pauses after every stripe. `across` is memory to work in: who pauses must not share it. */
function* boxBlurSlowly(source: Plane, radius: number, result: Plane, across: Float32Array): Work<Plane> {
  const { width, height } = source;
  const rowsPerPause = Math.max(1, Math.floor(pixelsPerPause / width));
  for (let y = 0; y < height; y++) {
    if (y % rowsPerPause === 0) yield y / height / 2;
    slide(source.data, across, y * width, width, radius);
  }
  const columns = new Float64Array(width);
  for (let y = 0; y <= Math.min(radius, height - 1); y++) addRow(columns, across, y * width, 1);
  for (let y = 0; y < height; y++) {
    if (y % rowsPerPause === 0) yield (1 + y / height) / 2;
    const share = 1 / (Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1);
    const [row, next, last] = [y * width, (y + radius + 1) * width, (y - radius) * width];
    if (last >= 0 && next < across.length) moveRow({ columns, across, result: result.data, row, next, last, share });
    else {
      for (let x = 0; x < width; x++) result.data[row + x] = (columns[x] as number) * share;
      if (next < across.length) addRow(columns, across, next, 1);
      if (last >= 0) addRow(columns, across, last, -1);
    }
  }
  return result;
}

interface Move {
  readonly columns: Float64Array;
  readonly across: Float32Array;
  readonly result: Float32Array;
  readonly row: number;
  readonly next: number;
  readonly last: number;
  readonly share: number;
}

/** Writes a row and lets the window down by one, in one go: most of the rows of most blurs. */
function moveRow({ columns, across, result, row, next, last, share }: Move): void {
  for (let x = 0; x < columns.length; x++) {
    const sum = columns[x] as number;
    result[row + x] = sum * share;
    columns[x] = sum + ((across[next + x] as number) - (across[last + x] as number));
  }
}

/** Three boxes whose variance sums to sigma², the usual stand-in for a Gaussian. */
export function gaussianBlur(source: Plane, sigma: number): Plane {
  let plane = source;
  for (const radius of radiiFor(sigma)) plane = boxBlur(plane, radius);
  return plane === source ? { ...source, data: source.data.slice() } : plane;
}

export function* gaussianBlurSlowly(source: Plane, sigma: number): Work<Plane> {
  const { width, height } = source;
  const across = new Float32Array(width * height);
  let plane = source;
  for (const [n, radius] of radiiFor(sigma).entries())
    plane = yield* part(boxBlurSlowly(plane, radius, newPlane(width, height), across), n / 3, (n + 1) / 3);
  return plane === source ? { ...source, data: source.data.slice() } : plane;
}

function radiiFor(sigma: number): readonly number[] {
  if (sigma <= 0) return [];
  const ideal = Math.sqrt(4 * sigma * sigma + 1);
  const low = Math.max(1, Math.floor(ideal) - ((Math.floor(ideal) + 1) % 2));
  const lowCount = Math.round((12 * sigma * sigma - 3 * low * low - 12 * low - 9) / (-4 * low - 4));
  return [0, 1, 2].map((pass) => ((pass < lowCount ? low : low + 2) - 1) / 2);
}

export function blurRaster(source: Raster, sigma: number): Raster {
  return finish(blurRasterSlowly(source, sigma));
}

export function* blurRasterSlowly(source: Raster, sigma: number): Work<Raster> {
  const soft: Plane[] = [];
  for (const channel of [0, 1, 2]) {
    yield channel / 3;
    soft.push(yield* part(gaussianBlurSlowly(channelPlane(source, channel), sigma), channel / 3, (channel + 1) / 3));
  }
  yield 0.99;
  return joinPlanes(soft as [Plane, Plane, Plane]);
}

/** Grows, moves while it is whole, shrinks. No closure holds the sum: it would be kept in memory, and every step cost an allocation. */
function slide(from: Float32Array, to: Float32Array, start: number, length: number, radius: number): void {
  let sum = 0;
  let count = Math.min(radius, length - 1) + 1;
  for (let i = 0; i < count; i++) sum += from[start + i] as number;
  const whole = Math.min(length, radius);
  const shrinking = Math.max(whole, length - radius - 1);
  for (let i = 0; i < whole; i++) {
    to[start + i] = sum / count;
    if (i + radius + 1 >= length) continue;
    sum += from[start + i + radius + 1] as number;
    count++;
  }
  const share = 1 / (2 * radius + 1);
  for (let at = start + whole, next = at + radius + 1, last = at - radius; at < start + shrinking; at++, next++, last++) {
    to[at] = sum * share;
    sum += (from[next] as number) - (from[last] as number);
  }
  count = Math.min(length, shrinking + radius + 1) - Math.max(0, shrinking - radius);
  for (let i = shrinking; i < length; i++) {
    to[start + i] = sum / count;
    if (i - radius < 0) continue;
    sum -= from[start + i - radius] as number;
    count--;
  }
}

function addRow(columns: Float64Array, data: Float32Array, start: number, sign: 1 | -1): void {
  for (let x = 0; x < columns.length; x++) columns[x] = (columns[x] as number) + sign * (data[start + x] as number);
}
