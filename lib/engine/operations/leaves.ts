/** The colours of what grows, turned to those of another season. */
import { hslToRgb, hueDistance, rgbToHsl } from "#lib/pixels/colour.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";

/** Turns what grows, green to yellow, to another hue; brighter greens to a warmer one, by `spread` degrees from dark to light. */
export function turnGreens(
  red: number,
  green: number,
  blue: number,
  { aim, vivid, spread }: { readonly aim: number; readonly vivid: number; readonly spread: number },
  out: Float64Array,
): void {
  const [hue, strength, lightness] = rgbToHsl(red, green, blue);
  const share = ramp(hueDistance(hue, 95), 62, 38) * ramp(strength, 0.06, 0.2);
  const varied = aim + (lightness - 0.4) * spread + (hue - 95) * 0.22;
  const turned = hslToRgb(varied, Math.min(1, strength * vivid + 0.08), lightness);
  const own = [red, green, blue];
  for (let c = 0; c < 3; c++) out[c] = (own[c] as number) + share * ((turned[c] as number) - (own[c] as number));
}

/** Turns the yellow, orange and brown of dry leaves to green; reds stay, for they are rather roofs and clothes. */
export function turnLeaves(red: number, green: number, blue: number, out: Float64Array): void {
  const [hue, strength, lightness] = rgbToHsl(red, green, blue);
  const share = ramp(hueDistance(hue, 55), 52, 34) * ramp(strength, 0.08, 0.26) * ramp(lightness, 0.93, 0.75);
  const turned = hslToRgb(92 + (hue - 55) * 0.35, Math.min(1, strength * 0.95 + 0.04), lightness * 0.92);
  const own = [red, green, blue];
  for (let c = 0; c < 3; c++) out[c] = (own[c] as number) + share * ((turned[c] as number) - (own[c] as number));
}
