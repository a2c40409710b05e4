import type { Plane } from "./plane.ts";
import { newRaster, type Raster } from "./raster.ts";
import { finish, type Work } from "./work.ts";

const rowsPerPause = 64;

export type BlendMode = "normal" | "multiply" | "screen" | "overlay" | "soft-light";

const modes: Readonly<Record<BlendMode, (under: number, over: number) => number>> = {
  normal: (_under, over) => over,
  multiply: (under, over) => under * over,
  screen: (under, over) => under + over - under * over,
  overlay: (under, over) => (under < 0.5 ? 2 * under * over : 1 - 2 * (1 - under) * (1 - over)),
  "soft-light": (under, over) => (1 - 2 * over) * under * under + 2 * over * under,
};

/** Lays one picture over another of the same size; opacity is a number, or a plane of 0..1 pixel by pixel. */
export function blend(under: Raster, over: Raster, opacity: number | Plane, mode: BlendMode = "normal"): Raster {
  return finish(blendSlowly(under, over, opacity, mode));
}

/** Pauses every few rows. */
export function* blendSlowly(under: Raster, over: Raster, opacity: number | Plane, mode: BlendMode = "normal"): Work<Raster> {
  const { width, height } = under;
  const result = newRaster(width, height, 3);
  const row = new Float32Array(width);
  if (typeof opacity === "number") row.fill(opacity);
  for (let y = 0; y < height; y++) {
    if (y % rowsPerPause === 0) yield y / height;
    if (typeof opacity !== "number") row.set(opacity.data.subarray(y * width, (y + 1) * width));
    blendRow(under, over, row, modes[mode], result.data, y * width);
  }
  return result;
}

/** Row by row: a short function that is called often is made fast at once. */
function blendRow(
  under: Raster,
  over: Raster,
  opacity: Float32Array,
  mix: (under: number, over: number) => number,
  out: Raster["data"],
  start: number,
): void {
  for (let x = 0; x < opacity.length; x++) {
    const share = opacity[x] as number;
    for (let c = 0; c < 3; c++) {
      const a = under.data[(start + x) * under.channels + c] as number;
      const b = over.data[(start + x) * over.channels + c] as number;
      out[(start + x) * 3 + c] = share === 0 ? a : a + share * (255 * mix(a / 255, b / 255) - a);
    }
  }
}
