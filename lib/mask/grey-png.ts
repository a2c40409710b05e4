/** An 8-bit grey PNG written here, so that the values that arrive are exactly those that were drawn. Runs in browsers and Node. */
import { bandRows, joinBands } from "./join-bands.ts";
import { packBand } from "./png-band.ts";

export function encodeGreyPng(grey: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const bands = Array.from({ length: Math.ceil(height / bandRows) }, (_, band) => {
    return packBand(grey.subarray(band * bandRows * width, Math.min(height, (band + 1) * bandRows) * width), width);
  });
  return joinBands(bands, width, height);
}
