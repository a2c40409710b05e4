/** How far a picture is from the truth, on its luma. */
import { boxBlur } from "#lib/pixels/blur.ts";
import { lumaPlane, newPlane, type Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";

export function psnrOf(picture: Raster, truth: Raster): number {
  const [a, b] = [lumaPlane(picture).data, lumaPlane(truth).data];
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] as number) - (b[i] as number)) ** 2;
  return 10 * Math.log10((255 * 255 * a.length) / Math.max(sum, 1e-9));
}

export function ssimOf(picture: Raster, truth: Raster): number {
  const [a, b] = [lumaPlane(picture), lumaPlane(truth)];
  const product = (p: Plane, q: Plane): Plane => {
    const made = newPlane(p.width, p.height);
    for (let i = 0; i < made.data.length; i++) made.data[i] = (p.data[i] as number) * (q.data[i] as number);
    return boxBlur(made, 3);
  };
  const [ma, mb, aa, bb, ab] = [boxBlur(a, 3), boxBlur(b, 3), product(a, a), product(b, b), product(a, b)];
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) {
    const [x, y] = [ma.data[i] as number, mb.data[i] as number];
    const [vx, vy, cov] = [(aa.data[i] as number) - x * x, (bb.data[i] as number) - y * y, (ab.data[i] as number) - x * y];
    sum += ((2 * x * y + 6.5) * (2 * cov + 58.5)) / ((x * x + y * y + 6.5) * (vx + vy + 58.5));
  }
  return sum / a.data.length;
}

/** The mean strength of what the four neighbours do not explain. */
export function detailEnergy(picture: Raster): number {
  const { width, height, data } = lumaPlane(picture);
  let sum = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const around = (data[at - 1] as number) + (data[at + 1] as number) + (data[at - width] as number) + (data[at + width] as number);
      sum += ((data[at] as number) - around / 4) ** 2;
    }
  }
  return Math.sqrt(sum / ((width - 2) * (height - 2)));
}
