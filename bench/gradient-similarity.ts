/** How alike the edges of a picture and of the truth are: 1 where every gradient is as steep as it should be, blur or stairs are below. */
import { lumaPlane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";

/** Keeps places without any edge from counting as unlike; the one of Xue et al., for Prewitt gradients of 0..255. */
const calm = 170;

export function gradientSimilarity(picture: Raster, truth: Raster): number {
  const [a, b] = [steepness(picture), steepness(truth)];
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] as number, b[i] as number];
    sum += (2 * x * y + calm) / (x * x + y * y + calm);
  }
  return sum / a.length;
}

function steepness(picture: Raster): Float32Array {
  const { width, height, data } = lumaPlane(picture);
  const result = new Float32Array((width - 2) * (height - 2));
  const three = (at: number, step: number): number =>
    ((data[at - step] as number) + (data[at] as number) + (data[at + step] as number)) / 3;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const across = three(at + 1, width) - three(at - 1, width);
      const down = three(at + width, 1) - three(at - width, 1);
      result[(y - 1) * (width - 2) + x - 1] = Math.hypot(across, down);
    }
  }
  return result;
}
