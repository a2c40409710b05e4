import { readFileSync } from "node:fs";
import sharp from "sharp";
import type { Raster } from "#lib/pixels/raster.ts";

/** One of the pictures that come with the studio, 480 across. */
export async function samplePicture(name: string): Promise<Raster> {
  const bytes = readFileSync(new URL(`../../public/samples/${name}.webp`, import.meta.url));
  const { data, info } = await sharp(bytes).removeAlpha().resize(480).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 3, data: new Uint8ClampedArray(data) };
}
