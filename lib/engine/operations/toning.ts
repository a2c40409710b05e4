/** One or two colours laid over a picture: over its shadows and its lights, in place of all others, as a tint. */
import { lumaOf, type Rgb } from "#lib/pixels/colour.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { contrast, saturation } from "./tone.ts";

/** Laid over softly it changes nothing. */
const neutral: Rgb = [127.5, 127.5, 127.5];

/** One colour into the shadows, another into the lights. */
export function splitTone(source: Raster, shadows: Rgb | undefined, lights: Rgb | undefined, share: number): Work<Raster> {
  const [dark, light, lift] = [shadows ?? neutral, lights ?? neutral, shadows === undefined ? 0 : 0.25];
  const muddied = mudWith(dark);
  return mapPixelsSlowly(source, (red, green, blue, out) => {
    const luma = lumaOf(red, green, blue) / 255;
    const laid = share * (1 - (1 - luma) * muddied(red, green, blue));
    for (let c = 0; c < 3; c++) {
      const tone = (dark[c] as number) * (1 - luma) + (light[c] as number) * luma;
      const under = c === 0 ? red : c === 1 ? green : blue;
      const soft = ((255 - 2 * tone) * under * under) / 65025 + (2 * tone * under) / 255;
      out[c] = under + laid * 1.6 * (soft - under) + laid * lift * (tone - under) * (1 - luma);
    }
  });
}

/** Two strong colours across from each other make mud: teal over skin or wood keeps back by so much, 0..1. */
function mudWith([shadeRed, shadeGreen, shadeBlue]: Rgb): (red: number, green: number, blue: number) => number {
  const mean = (shadeRed + shadeGreen + shadeBlue) / 3;
  const [r, g, b] = [shadeRed - mean, shadeGreen - mean, shadeBlue - mean];
  const strength = Math.hypot(r, g, b);
  if (strength < 1) return () => 0;
  return (red, green, blue) => {
    // Grey adds nothing to it, for the shade's own three add up to none.
    const across = -(red * r + green * g + blue * b) / strength;
    if (across <= 0) return 0;
    const own = (red + green + blue) / 3;
    const chroma = Math.sqrt((red - own) ** 2 + (green - own) ** 2 + (blue - own) ** 2);
    return chroma < 8 ? 0 : 0.9 * ramp(across / chroma, 0.1, 0.7) * ramp(chroma, 8, 34);
  };
}

export function* duotone(source: Raster, dark: Rgb, light: Rgb): Work<Raster> {
  const strong = yield* part(contrast(source, 0.2), 0, 0.3);
  return yield* mapPixelsSlowly(strong, (red, green, blue, out) => {
    const t = ramp(lumaOf(red, green, blue) / 255, -0.02, 0.95);
    for (let c = 0; c < 3; c++) out[c] = (dark[c] as number) + t * ((light[c] as number) - (dark[c] as number));
  });
}

export function* tint(source: Raster, colour: Rgb, strength: number): Work<Raster> {
  const share = Math.min(1, 0.45 * strength);
  const pale = yield* part(saturation(source, -0.25 * Math.min(1, strength)), 0, 0.3);
  return yield* mapPixelsSlowly(pale, (red, green, blue, out) => {
    const luma = lumaOf(red, green, blue);
    const own = [red, green, blue];
    const most = Math.max(60, lumaOf(...colour));
    for (let c = 0; c < 3; c++) {
      const dyed =
        luma <= most
          ? ((colour[c] as number) * luma) / most
          : (colour[c] as number) + ((255 - (colour[c] as number)) * (luma - most)) / (255 - most + 1);
      out[c] = (own[c] as number) + share * (dyed - (own[c] as number));
    }
  });
}
