import type { FilterDetails, FilterName } from "#lib/engine/instructions/operation.ts";
import { blurRasterSlowly } from "#lib/pixels/blur.ts";
import { lumaOf } from "#lib/pixels/colour.ts";
import { smoothKeepingEdges } from "#lib/pixels/edge-preserving.ts";
import { mapChannelsSlowly, mapPixelsSlowly } from "#lib/pixels/map.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { balanceWhite, enhance } from "./balance.ts";
import { clearHaze, pressRange } from "./haze.ts";
import { flattenTo } from "./inks.ts";
import { glow, motionBlur, tiltShift } from "./lens.ts";
import { grain, vignette } from "./texture.ts";

interface Filter extends FilterDetails {
  readonly name: FilterName;
  readonly strength: number;
}

export function applyFilter(source: Raster, { name, strength, ...details }: Filter, seed: number): Work<Raster> {
  const scale = Math.max(source.width, source.height) / 1024;
  switch (name) {
    case "sharpening":
      return sharpen(source, strength, Math.max(0.6, scale));
    case "blur":
      return blurRasterSlowly(source, Math.max(0.7, 5 * strength * scale));
    case "vignette":
      return vignette(source, strength);
    case "grain":
      return grain(source, strength, seed, details.sizePx);
    case "noise reduction":
      return smoothKeepingEdges(source, Math.max(2, 4 * scale * strength), 28);
    case "motion blur":
      return motionBlur(source, strength);
    case "glow":
      return glow(source, strength, scale);
    case "haze removal":
      return clearHaze(source, strength);
    case "HDR look":
      return pressRange(source, strength);
    case "white balance":
      return balanceWhite(source, strength);
    case "automatic levels":
      return enhance(source, strength);
    case "tilt-shift":
      return tiltShift(source, strength, details.row);
    case "posterising": {
      if (details.colours !== undefined) return flattenTo(source, details.colours, seed);
      if (details.levels === undefined) return flattenSteps(source, Math.max(2, Math.round(5 / strength)));
      const steps = details.levels;
      return mapChannelsSlowly(source, (v) => (Math.round((v / 255) * (steps - 1)) * 255) / (steps - 1));
    }
  }
}

/** Unsharp mask on brightness alone, so that edges gain no coloured fringes. */
function* sharpen(source: Raster, strength: number, sigma: number): Work<Raster> {
  const soft = yield* part(blurRasterSlowly(source, sigma * 1.2), 0, 0.6);
  return yield* mapPixelsSlowly(source, (red, green, blue, out, i) => {
    const around = lumaOf(soft.data[i * 3] as number, soft.data[i * 3 + 1] as number, soft.data[i * 3 + 2] as number);
    const shift = 1.1 * strength * (lumaOf(red, green, blue) - around);
    out[0] = red + shift;
    out[1] = green + shift;
    out[2] = blue + shift;
  });
}

/** Light in so many steps, and what each colour has beyond it in steps of its own: grey stone stays grey, where each channel for itself would speckle it. */
function* flattenSteps(source: Raster, steps: number): Work<Raster> {
  const scale = Math.max(source.width, source.height) / 1024;
  const calm = yield* part(smoothKeepingEdges(source, Math.max(2, 7 * scale), 30, 2), 0, 0.6);
  const step = 255 / (steps - 1);
  const toStep = (value: number, size: number): number => Math.round(value / size) * size;
  return yield* mapPixelsSlowly(calm, (red, green, blue, out) => {
    const luma = lumaOf(red, green, blue);
    const flat = toStep(luma, step);
    out[0] = flat + toStep(red - luma, step / 2.2);
    out[1] = flat + toStep(green - luma, step / 2.2);
    out[2] = flat + toStep(blue - luma, step / 2.2);
  });
}
