import type { Plane } from "./plane.ts";
import { newRaster, type Raster } from "./raster.ts";

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
  const result = newRaster(under.width, under.height, 3);
  const mix = modes[mode];
  for (let i = 0; i < under.width * under.height; i++) {
    const share = typeof opacity === "number" ? opacity : (opacity.data[i] as number);
    for (let c = 0; c < 3; c++) {
      const a = under.data[i * under.channels + c] as number;
      const b = over.data[i * over.channels + c] as number;
      result.data[i * 3 + c] = share === 0 ? a : a + share * (255 * mix(a / 255, b / 255) - a);
    }
  }
  return result;
}
