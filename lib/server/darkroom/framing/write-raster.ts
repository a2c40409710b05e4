import type { Raster } from "#lib/pixels/raster.ts";
import { rowsOf } from "./png-bands.ts";
import { writePng } from "./write-png.ts";

export function writeRaster(path: string, raster: Raster): Promise<void> {
  return writePng(path, rowsOf(raster));
}

export function isSeenThrough({ channels, data }: Raster): boolean {
  if (channels !== 4) return false;
  for (let i = 3; i < data.length; i += 4) if ((data[i] as number) < 255) return true;
  return false;
}
