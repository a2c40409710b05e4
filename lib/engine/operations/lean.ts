/** "Redder", "更绿": hues turn towards a colour and grow stronger; light and shade stay, so that nothing is washed over. */
import { labToRgb, type Rgb, rgbToLab } from "#lib/pixels/colour.ts";
import { mapPixels } from "#lib/pixels/map.ts";
import type { Raster } from "#lib/pixels/raster.ts";

export function leanTowards(source: Raster, colour: Rgb, strength: number): Raster {
  const aim = rgbToLab(...colour);
  const aimChroma = Math.max(1, Math.hypot(aim[1], aim[2]));
  const share = Math.min(0.85, 0.5 * strength);
  return mapPixels(source, (red, green, blue, out) => {
    const [lightness, a, b] = rgbToLab(red, green, blue);
    const own = Math.hypot(a, b);
    // Black and white stay what they are; grey takes some of the colour, and what has one keeps its strength or gains.
    const body = Math.max(0, 1 - ((lightness - 52) / 54) ** 2);
    const chroma = Math.max(own * 1.12, 0.55 * aimChroma * body);
    const to = chroma / aimChroma;
    const rgb = labToRgb(lightness, a + share * (aim[1] * to - a), b + share * (aim[2] * to - b));
    for (let c = 0; c < 3; c++) out[c] = rgb[c] as number;
  });
}
