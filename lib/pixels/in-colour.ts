import { newRaster, type Raster } from "./raster.ts";

/** Grey becomes RGB; what shows through lies on white. */
export function inColour({ width, height, channels, data }: Raster): Raster {
  const result = newRaster(width, height, 3);
  for (let i = 0; i < width * height; i++) {
    const share = channels === 4 ? (data[i * 4 + 3] as number) / 255 : 1;
    for (let c = 0; c < 3; c++) result.data[i * 3 + c] = 255 + share * ((data[i * channels + (channels === 1 ? 0 : c)] as number) - 255);
  }
  return result;
}
