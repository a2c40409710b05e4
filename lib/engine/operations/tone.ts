/** Brightness, contrast, colour strength: curves and per-pixel mixes whose amount is −1..1, 0 changing nothing. */
import type { ToneName } from "#lib/engine/instructions/operation.ts";
import { gaussianBlurSlowly } from "#lib/pixels/blur.ts";
import { fromLinear, lumaOf, toLinear } from "#lib/pixels/colour.ts";
import { mapChannelsSlowly, mapPixelsSlowly } from "#lib/pixels/map.ts";
import { lumaPlane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { part, type Work } from "#lib/pixels/work.ts";

export const toneOperations: Readonly<Record<ToneName, (source: Raster, amount: number) => Work<Raster>>> = {
  brightness,
  // Stops of light: half the scale is one.
  exposure: (source, amount) => mapChannelsSlowly(source, (v) => fromLinear(roll(toLinear(v) * 4 ** amount))),
  contrast,
  saturation,
  vibrance,
  warmth,
  "green–magenta": (source, amount) =>
    mapChannelsSlowly(
      source,
      (v) => v * (1 + 0.12 * amount),
      (v) => v * (1 - 0.2 * amount),
      (v) => v * (1 + 0.12 * amount),
    ),
  gamma: (source, amount) => mapChannelsSlowly(source, (v) => 255 * (v / 255) ** (1 / (1 + amount * (amount < 0 ? 0.6 : 1.2)))),
  // What is nearly black is lifted most: nothing is seen in it before.
  shadows: (source, amount) => lift(source, amount, (luma) => (1 - luma) ** 3 * luma * (amount < 0 ? 4 : 4 + 4.8 * Math.exp(-luma / 0.06))),
  highlights: (source, amount) => lift(source, amount, (luma) => luma ** 3 * (1 - luma) * 4),
  clarity,
};

/** Black stays black and white white; the middle moves most. */
function brightness(source: Raster, amount: number): Work<Raster> {
  if (amount < 0) return mapChannelsSlowly(source, (v) => v * (1 + amount));
  return mapChannelsSlowly(source, (v) => 255 * (1 - (1 - v / 255) ** (1 + 1.5 * amount)));
}

export function contrast(source: Raster, amount: number): Work<Raster> {
  if (amount < 0) return mapChannelsSlowly(source, (v) => 128 + (v - 128) * (1 + amount));
  return mapChannelsSlowly(source, (v) => {
    const t = v / 255;
    const curve = t * t * (3 - 2 * t);
    return v + Math.min(1, amount * 1.6) * (255 * curve - v);
  });
}

export function saturation(source: Raster, amount: number): Work<Raster> {
  return mapPixelsSlowly(source, (red, green, blue, out) => mixWithLuma(red, green, blue, 1 + amount, out));
}

/** Saturation that leaves strong colours nearly alone. */
function vibrance(source: Raster, amount: number): Work<Raster> {
  return mapPixelsSlowly(source, (red, green, blue, out) => {
    const max = Math.max(red, green, blue);
    const strength = max === 0 ? 0 : (max - Math.min(red, green, blue)) / max;
    mixWithLuma(red, green, blue, 1 + amount * 1.5 * (1 - strength), out);
  });
}

/** Above nine tenths light is pressed together, so that whites are not cut off. */
function roll(light: number): number {
  return light <= 0.9 ? light : 1 - 0.1 * Math.exp((0.9 - light) * 4);
}

/** Moves along the line from blue to amber and keeps each pixel's luma. */
export function warmth(source: Raster, amount: number): Work<Raster> {
  return mapPixelsSlowly(source, (red, green, blue, out) => {
    const r = red * (1 + 0.35 * amount);
    const g = green * (1 + 0.06 * amount);
    const b = blue * (1 - 0.45 * amount);
    const keep = lumaOf(red, green, blue) / Math.max(1, lumaOf(r, g, b));
    out[0] = r * keep;
    out[1] = g * keep;
    out[2] = b * keep;
  });
}

function lift(source: Raster, amount: number, weight: (luma: number) => number): Work<Raster> {
  return mapPixelsSlowly(source, (red, green, blue, out) => {
    const luma = lumaOf(red, green, blue) / 255;
    const gain = 1 + (amount * weight(luma) * 0.9) / Math.max(amount > 0 ? 0.01 : 0.08, luma);
    out[0] = red * gain;
    out[1] = green * gain;
    out[2] = blue * gain;
  });
}

/** Contrast against the wider surroundings: lifts haze, or with less lays a glow over. */
function* clarity(source: Raster, amount: number): Work<Raster> {
  const luma = lumaPlane(source);
  const around = yield* part(gaussianBlurSlowly(luma, Math.max(source.width, source.height) / 40), 0, 0.6);
  return yield* mapPixelsSlowly(source, (red, green, blue, out, i) => {
    const detail = (luma.data[i] as number) - (around.data[i] as number);
    const shift = amount * 1.6 * detail - (amount < 0 ? amount * 12 : 0);
    mixWithLuma(red + shift, green + shift, blue + shift, 1 + 0.35 * amount, out);
  });
}

function mixWithLuma(red: number, green: number, blue: number, share: number, out: Float64Array): void {
  const luma = lumaOf(red, green, blue);
  out[0] = luma + share * (red - luma);
  out[1] = luma + share * (green - luma);
  out[2] = luma + share * (blue - luma);
}
