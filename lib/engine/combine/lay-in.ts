/** A part of a picture replaced. */
import type { Box } from "#lib/pixels/crop.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";

/** In three channels; `part` has three as well, and lies wholly within. */
export function laidIn(ground: Raster, part: Raster, at: Box): Raster {
  const picture = newRaster(ground.width, ground.height, 3);
  if (ground.channels === 3) picture.data.set(ground.data);
  else {
    const step = ground.channels === 1 ? 0 : 1;
    for (let i = 0; i < ground.width * ground.height; i++)
      for (let c = 0; c < 3; c++) picture.data[i * 3 + c] = ground.data[i * ground.channels + c * step] as number;
  }
  for (let y = 0; y < at.height; y++) {
    const row = part.data.subarray(y * at.width * 3, (y + 1) * at.width * 3);
    picture.data.set(row, ((at.y + y) * ground.width + at.x) * 3);
  }
  return picture;
}
