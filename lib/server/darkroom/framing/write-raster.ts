import type { Raster } from "#lib/pixels/raster.ts";
import { writePng } from "./write-png.ts";

export function writeRaster(path: string, { width, height, channels, data }: Raster): Promise<void> {
  const stride = width * channels;
  return writePng(path, {
    width,
    height,
    channels,
    writeRow(y, row) {
      row.set(data.subarray(y * stride, (y + 1) * stride));
      return true;
    },
  });
}

export function isSeenThrough({ channels, data }: Raster): boolean {
  if (channels !== 4) return false;
  for (let i = 3; i < data.length; i += 4) if ((data[i] as number) < 255) return true;
  return false;
}
