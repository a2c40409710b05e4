/** What film, lenses and layout leave on a picture: grain, dark corners, a gradient. */
import type { Rgb } from "#lib/pixels/colour.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import { valueNoise } from "#lib/pixels/noise.ts";
import { hashPoint } from "#lib/pixels/random.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import type { Work } from "#lib/pixels/work.ts";

/** Strongest in the middle tones, the same in all three channels. */
export function grain(source: Raster, strength: number, seed: number, sizePx?: number): Work<Raster> {
  const { width } = source;
  // Heavy grain is still a photograph: beyond the usual it grows slowly.
  const size = 24 * (strength <= 1 ? strength : 1 + 0.4 * (strength - 1));
  return mapPixelsSlowly(source, (red, green, blue, out, i) => {
    const x = i % width;
    const y = Math.floor(i / width);
    // The mean of a pixel's and its neighbours' noise is softer than single pixels: grains have a size.
    const fine =
      sizePx === undefined
        ? hashPoint(x, y, seed) + hashPoint(x + 1, y, seed) + hashPoint(x, y + 1, seed) - 1.5
        : clumps(x / sizePx, y / sizePx, seed);
    const luma = (red + green + blue) / 765;
    const shift = fine * size * (0.45 + 2.2 * luma * (1 - luma));
    out[0] = red + shift;
    out[1] = green + shift;
    out[2] = blue + shift;
  });
}

/** Softer than single grains, for larger ones show more: `x` and `y` in grains. */
function clumps(x: number, y: number, seed: number): number {
  return 1.8 * (valueNoise(x, y, seed) - 0.5) + 0.7 * (valueNoise(1.9 * x + 7.3, 1.9 * y + 3.1, seed + 1) - 0.5);
}

export function vignette(source: Raster, strength: number): Work<Raster> {
  const { width, height } = source;
  const share = Math.min(1, 0.62 * strength);
  return mapPixelsSlowly(source, (red, green, blue, out, i) => {
    const dx = (2 * ((i % width) + 0.5)) / width - 1;
    const dy = (2 * (Math.floor(i / width) + 0.5)) / height - 1;
    const far = Math.min(1, Math.max(0, (Math.hypot(dx, dy) - 0.45) / 0.95));
    const gain = 1 - share * far * far * (3 - 2 * far);
    out[0] = red * gain;
    out[1] = green * gain;
    out[2] = blue * gain;
  });
}

/** Nothing up to the middle, nearly all of the colour at the rim: lettering stands out on it. */
export function fadeInto(source: Raster, colour: Rgb, side: "top" | "bottom" | "left" | "right"): Work<Raster> {
  const { width, height } = source;
  return mapPixelsSlowly(source, (red, green, blue, out, i) => {
    const [x, y] = [((i % width) + 0.5) / width, (Math.floor(i / width) + 0.5) / height];
    const along = { top: 1 - y, bottom: y, left: 1 - x, right: x }[side];
    const share = 0.88 * ramp(along, 0.42, 1);
    out[0] = red + share * (colour[0] - red);
    out[1] = green + share * (colour[1] - green);
    out[2] = blue + share * (colour[2] - blue);
  });
}
