/** What differs between two pictures of one size. */
import type { Raster } from "../raster.ts";

/**
 * 255 where the colours around a pixel differ by more than the threshold (0 to 255, of the channel that differs most). The mean
 * of three by three pixels decides: grain and a codec's noise come and go within it, an edit does not.
 */
export function selectChanged(one: Raster, other: Raster, threshold: number): Uint8Array {
  const { width, height } = one;
  const differences = differencesOf(one, other);
  const rows = new Uint16Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    for (let x = 0; x < width; x++) {
      const left = differences[start + Math.max(0, x - 1)] as number;
      const right = differences[start + Math.min(width - 1, x + 1)] as number;
      rows[start + x] = left + (differences[start + x] as number) + right;
    }
  }
  const marked = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const [above, below] = [Math.max(0, y - 1) * width, Math.min(height - 1, y + 1) * width];
    for (let x = 0, at = y * width; x < width; x++, at++) {
      if ((rows[above + x] as number) + (rows[at] as number) + (rows[below + x] as number) > threshold * 9) marked[at] = 255;
    }
  }
  return marked;
}

function differencesOf(one: Raster, other: Raster): Uint8Array {
  const differences = new Uint8Array(one.width * one.height);
  const colours = (channels: number) => (channels === 1 ? 1 : 3);
  for (let pixel = 0; pixel < differences.length; pixel++) {
    let largest = 0;
    for (let channel = 0; channel < 3; channel++) {
      const first = one.data[pixel * one.channels + Math.min(channel, colours(one.channels) - 1)] as number;
      const second = other.data[pixel * other.channels + Math.min(channel, colours(other.channels) - 1)] as number;
      largest = Math.max(largest, Math.abs(first - second));
    }
    differences[pixel] = largest;
  }
  return differences;
}
