import { newRaster, type Raster } from "./raster.ts";
import { resizeSlowly } from "./resample.ts";
import { finish, type Work } from "./work.ts";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function crop(source: Raster, box: Box): Raster {
  const result = newRaster(box.width, box.height, source.channels);
  const stride = box.width * source.channels;
  for (let y = 0; y < box.height; y++) {
    const start = ((box.y + y) * source.width + box.x) * source.channels;
    result.data.set(source.data.subarray(start, start + stride), y * stride);
  }
  return result;
}

/** As much more on all sides, as far as a picture goes. */
export function grown(box: Box, more: number, { width, height }: Pick<Raster, "width" | "height">): Box {
  const [x, y] = [Math.max(0, Math.floor(box.x - more)), Math.max(0, Math.floor(box.y - more))];
  return {
    x,
    y,
    width: Math.min(width, Math.ceil(box.x + box.width + more)) - x,
    height: Math.min(height, Math.ceil(box.y + box.height + more)) - y,
  };
}

/** The largest box of a ratio (width / height) around a centre given as shares of the sides. */
export function boxOfRatio(width: number, height: number, ratio: number, centreX = 0.5, centreY = 0.5): Box {
  const boxWidth = Math.max(1, Math.min(width, Math.round(height * ratio)));
  const boxHeight = Math.max(1, Math.min(height, Math.round(width / ratio)));
  return {
    x: place(centreX * width - boxWidth / 2, width - boxWidth),
    y: place(centreY * height - boxHeight / 2, height - boxHeight),
    width: boxWidth,
    height: boxHeight,
  };
}

/** Fills the size wholly, cutting what stands over. */
export function cover(source: Raster, width: number, height: number, centreX = 0.5, centreY = 0.5): Raster {
  return finish(coverSlowly(source, width, height, centreX, centreY));
}

export function* coverSlowly(source: Raster, width: number, height: number, centreX = 0.5, centreY = 0.5): Work<Raster> {
  const box = boxOfRatio(source.width, source.height, width / height, centreX, centreY);
  return yield* resizeSlowly(crop(source, box), width, height);
}

function place(start: number, room: number): number {
  return Math.max(0, Math.min(room, Math.round(start)));
}
