/** Lays the changed parts of a small result into a large picture: only what comes over is ever drawn at the picture's size. */

import { blendIn } from "../paste/blend-in.ts";
import type { Raster } from "../raster.ts";
import { filledSpan, openPlaced, type PlaceRequest } from "./place-result.ts";

export interface LayIn {
  /** RGB or RGBA; written to, and only where `alpha` is above 0. */
  readonly picture: Raster;
  /** Grey, of the same size. */
  readonly alpha: Raster;
  readonly result: PlaceRequest["result"];
  readonly placement: PlaceRequest["placement"];
}

export function layIn({ picture, alpha, result, placement }: LayIn): void {
  const { width, height } = picture;
  const readRow = openPlaced({ result, placement, width, height });
  const values = new Uint8ClampedArray(width * 3);
  for (let y = 0; y < height; y++) {
    const { from, to } = filledSpan(alpha, y);
    if (to <= from) continue;
    readRow(y, values, from, to);
    const [size, channels] = [to - from, 3] as const;
    blendIn({
      picture,
      box: { x: from, y, width: size, height: 1 },
      result: { width: size, height: 1, channels, data: values.subarray(from * channels, to * channels) },
      alpha: { width: size, height: 1, channels: 1, data: alpha.data.subarray(y * width + from, y * width + to) },
    });
  }
}
