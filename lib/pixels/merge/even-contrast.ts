/** Luma as matching sees it: without slow light, and with the contrast of every neighbourhood alike, so that tints do not count. */
import { boxBlur } from "../blur.ts";
import { newPlane, type Plane } from "../plane.ts";

/** Of 255: a neighbourhood of less contrast than `leastContrast` is flat, and stays so. */
export function evenContrast(luma: Plane, radius: number, leastContrast = 4): Plane {
  const slow = boxBlur(luma, radius);
  const detail = newPlane(luma.width, luma.height);
  const power = newPlane(luma.width, luma.height);
  for (let i = 0; i < detail.data.length; i++) {
    const value = (luma.data[i] as number) - (slow.data[i] as number);
    detail.data[i] = value;
    power.data[i] = value * value;
  }
  const mean = boxBlur(power, radius, power);
  for (let i = 0; i < detail.data.length; i++) {
    const contrast = Math.sqrt(Math.max(0, mean.data[i] as number) + leastContrast * leastContrast);
    detail.data[i] = (detail.data[i] as number) / contrast;
  }
  return detail;
}

/** Means of four. */
export function halve({ width, height, data }: Plane): Plane {
  const half = newPlane(Math.max(1, width >> 1), Math.max(1, height >> 1));
  for (let y = 0; y < half.height; y++) {
    for (let x = 0; x < half.width; x++) {
      const at = y * 2 * width + x * 2;
      const [right, below] = [width > 1 ? 1 : 0, height > 1 ? width : 0];
      const sum = (data[at] as number) + (data[at + right] as number) + (data[at + below] as number) + (data[at + below + right] as number);
      half.data[y * half.width + x] = sum / 4;
    }
  }
  return half;
}
