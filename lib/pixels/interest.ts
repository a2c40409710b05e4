/** Where a picture's interest lies, so that cutting to another shape keeps it: the middle, drawn towards detail and strong colour. */
import { slopes } from "./edges.ts";
import { lumaPlane } from "./plane.ts";
import type { Raster } from "./raster.ts";
import { resize } from "./resample.ts";

/** As shares of width and height. */
export function centreOfInterest(source: Raster): readonly [number, number] {
  const scale = Math.min(1, 96 / Math.max(source.width, source.height));
  const small = resize(source, Math.max(1, Math.round(source.width * scale)), Math.max(1, Math.round(source.height * scale)), "area");
  const detail = slopes(lumaPlane(small));
  let [sumX, sumY, total] = [0, 0, 0];
  for (let i = 0; i < detail.data.length; i++) {
    const x = ((i % small.width) + 0.5) / small.width;
    const y = (Math.floor(i / small.width) + 0.5) / small.height;
    const at = i * small.channels;
    const [r, g, b] = [small.data[at] as number, small.data[at + 1] as number, small.data[at + 2] as number];
    const colour = Math.max(r, g, b) - Math.min(r, g, b);
    const central = Math.exp(-((x - 0.5) ** 2 + (y - 0.5) ** 2) / 0.12);
    const weight = central * ((detail.data[i] as number) ** 1.5 + 0.15 * colour + 1);
    sumX += weight * x;
    sumY += weight * y;
    total += weight;
  }
  // The mean of a spread-out weight leans to the middle; lean back a little.
  return [away(sumX / total), away(sumY / total)];
}

function away(share: number): number {
  return Math.min(1, Math.max(0, 0.5 + 1.6 * (share - 0.5)));
}
