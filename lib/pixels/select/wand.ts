/** The magic wand: pixels whose colour is near that of one place, all around it or everywhere. */
import type { Raster } from "../raster.ts";

export interface WandOptions {
  readonly x: number;
  readonly y: number;
  /** 0..255: how far each channel may be off. */
  readonly tolerance: number;
  readonly isContiguous: boolean;
}

/** 255 where it holds, 0 elsewhere. */
export function selectByWand(picture: Raster, { x, y, tolerance, isContiguous }: WandOptions): Uint8Array {
  const { width, height } = picture;
  const near = nearColour(picture, meanAround(picture, x, y), tolerance);
  if (!isContiguous) return near;
  // The place itself counts even where the grain there is stronger than the tolerance.
  near[y * width + x] = 255;
  return connectedTo(near, width, height, x, y);
}

/** What of a marked area hangs together with one of its pixels, by sides. */
export function connectedTo(marked: Uint8Array, width: number, height: number, x: number, y: number): Uint8Array {
  const connected = new Uint8Array(marked.length);
  const waiting = [y * width + x];
  for (let seed = waiting.pop(); seed !== undefined; seed = waiting.pop()) {
    if (connected[seed] || !marked[seed]) continue;
    const start = seed - (seed % width);
    let left = seed;
    while (left > start && marked[left - 1]) left -= 1;
    let right = seed + 1;
    while (right < start + width && marked[right]) right += 1;
    connected.fill(255, left, right);
    if (start > 0) pushStarts(waiting, marked, connected, left - width, right - width);
    if (start + width < width * height) pushStarts(waiting, marked, connected, left + width, right + width);
  }
  return connected;
}

function pushStarts(waiting: number[], marked: Uint8Array, connected: Uint8Array, from: number, to: number): void {
  let isInside = false;
  for (let at = from; at < to; at += 1) {
    const isOpen = marked[at] !== 0 && connected[at] === 0;
    if (isOpen && !isInside) waiting.push(at);
    isInside = isOpen;
  }
}

/** Over nine pixels: one alone may be noise. */
export function meanAround({ width, height, channels, data }: Raster, x: number, y: number): readonly [number, number, number] {
  const sums: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1) {
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
      const at = (row * width + column) * channels;
      for (let channel = 0; channel < 3; channel += 1) {
        sums[channel as 0 | 1 | 2] += data[at + (channels === 1 ? 0 : channel)] ?? 0;
      }
      count += 1;
    }
  }
  return [sums[0] / count, sums[1] / count, sums[2] / count];
}

function nearColour({ width, height, channels, data }: Raster, [red, green, blue]: readonly [number, number, number], tolerance: number) {
  const near = new Uint8Array(width * height);
  const [greenAt, blueAt] = channels === 1 ? [0, 0] : [1, 2];
  for (let pixel = 0, at = 0; pixel < near.length; pixel += 1, at += channels) {
    const isNear =
      Math.abs((data[at] ?? 0) - red) <= tolerance &&
      Math.abs((data[at + greenAt] ?? 0) - green) <= tolerance &&
      Math.abs((data[at + blueAt] ?? 0) - blue) <= tolerance;
    if (isNear) near[pixel] = 255;
  }
  return near;
}
