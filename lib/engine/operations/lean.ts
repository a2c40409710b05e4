/** "Redder", "更绿": hues turn towards a colour and grow stronger; light and shade stay, so that nothing is washed over. */
import { hueDistance, labToRgb, type Rgb, rgbToHsl, rgbToLab } from "#lib/pixels/colour.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import type { Work } from "#lib/pixels/work.ts";

/** In degrees: what is so near the named hue keeps its own, so that an azure sky grows bluer and not violet. */
const [kin, farKin] = [12, 26];

export function leanTowards(source: Raster, colour: Rgb, strength: number): Work<Raster> {
  const aim = rgbToLab(...colour);
  const aimChroma = Math.max(1, Math.hypot(aim[1], aim[2]));
  const aimHue = Math.atan2(aim[2], aim[1]);
  const [aimed] = rgbToHsl(...colour);
  const share = Math.min(0.85, 0.5 * strength);
  return mapPixelsSlowly(source, (red, green, blue, out) => {
    const [lightness, a, b] = rgbToLab(red, green, blue);
    const own = Math.hypot(a, b);
    // Black and white stay what they are; grey takes some of the colour, and what has one keeps its strength or gains.
    const body = Math.max(0, 1 - ((lightness - 52) / 54) ** 2);
    const chroma = Math.max(own * 1.12, 0.55 * aimChroma * body);
    const off = Math.atan2(aim[1] * b - aim[2] * a, aim[1] * a + aim[2] * b);
    const turn = off * ramp(hueDistance(rgbToHsl(red, green, blue)[0], aimed), farKin, kin) * ramp(own, 6, 14);
    const [toA, toB] = [Math.cos(aimHue + turn) * chroma, Math.sin(aimHue + turn) * chroma];
    const rgb = labToRgb(lightness, a + share * (toA - a), b + share * (toB - b));
    for (let c = 0; c < 3; c++) out[c] = rgb[c] as number;
  });
}

/** Of that colour's end of its axis (red against green, yellow against blue) so much goes at a strength of 1. */
const mostGone = 0.42;

/**
 * "Less red in the skin": only what makes it red goes, along one of the two axes we see colours on. Less of all colour would
 * make a face grey, and a turn away from the hue would make some of it violet.
 */
export function leanAway(source: Raster, colour: Rgb, strength: number): Work<Raster> {
  const [, aimA, aimB] = rgbToLab(...colour);
  const quarter = (Math.round(Math.atan2(aimB, aimA) / (Math.PI / 2)) + 4) % 4;
  const [isYellowBlue, sign] = [quarter % 2 === 1, quarter < 2 ? 1 : -1];
  const left = 1 - Math.min(0.9, mostGone * strength);
  const eased = (value: number): number => (value * sign > 0 ? value * left : value);
  return mapPixelsSlowly(source, (red, green, blue, out) => {
    const [lightness, a, b] = rgbToLab(red, green, blue);
    const rgb = isYellowBlue ? labToRgb(lightness, a, eased(b)) : labToRgb(lightness, eased(a), b);
    for (let c = 0; c < 3; c++) out[c] = rgb[c] as number;
  });
}
