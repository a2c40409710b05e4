/** Brings a model's result back to the colours of the picture it was shown, judged by the pixels it should have kept. */
import { bytesOf, newRaster, type Raster } from "../raster.ts";
import { evenColours } from "./colour-field.ts";
import { openRing, stretchRing } from "./ring-field.ts";

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
  const isKept = markKept(bytesOf(painted));
  const evened = evenColours(original, result, isKept, new Float32Array(result.data.length));
  if (evened === null) return result;
  const { width, height } = result;
  const rest = stretchRing(original, { width, height, data: evened }, markRing(isKept, bytesOf(ring)));
  const matched = newRaster(width, height, 3);
  const addRest = openRing(rest, width);
  for (let y = 0; y < height; y++) {
    const row = y * width * 3;
    addRest(y, evened.subarray(row, row + width * 3), matched.data as Uint8ClampedArray, row);
  }
  return matched;
}

function markKept(painted: Uint8Array): Uint8Array {
  const isKept = new Uint8Array(painted.length);
  for (let i = 0; i < painted.length; i++) if (painted[i] === 0) isKept[i] = 1;
  return isKept;
}

function markRing(isKept: Uint8Array, ring: Uint8Array): Uint8Array {
  const isOnRing = new Uint8Array(isKept.length);
  for (let i = 0; i < ring.length; i++) if (ring[i] !== 0) isOnRing[i] = isKept[i] as number;
  return isOnRing;
}
