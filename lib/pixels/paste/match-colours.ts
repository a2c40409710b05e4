/** Brings a model's result back to the colours of the picture it was shown, judged by the pixels it should have kept. */
import { newRaster, type Raster } from "../raster.ts";
import { evenColours } from "./colour-field.ts";
import { readRing, stretchRing } from "./ring-field.ts";

export interface MatchRequest {
  /** RGB, both of one size. */
  readonly original: Raster;
  readonly result: Raster;
  /** Above 0 where the model painted, which includes the ground it bleeds into. */
  readonly painted: Raster;
  /** The same, wider: what lies between the two is the ring. */
  readonly ring: Raster;
}

export function matchColours({ original, result, painted, ring }: MatchRequest): Raster {
  const isKept = Uint8Array.from(painted.data, (value) => (value === 0 ? 1 : 0));
  const evened = evenColours(original, result, isKept, new Float32Array(result.data.length));
  if (evened === null) return result;
  const { width, height } = result;
  const isOnRing = isKept.map((value, pixel) => (value === 1 && (ring.data[pixel] as number) > 0 ? 1 : 0));
  const rest = stretchRing(original, { width, height, data: evened }, isOnRing);
  const matched = newRaster(width, height, 3);
  const left = new Float64Array(3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      readRing(rest, x, y, left);
      for (let c = 0; c < 3; c++) matched.data[at + c] = (evened[at + c] as number) + (left[c] as number);
    }
  }
  return matched;
}
