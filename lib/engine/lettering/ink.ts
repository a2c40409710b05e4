/** What letters are drawn in so that they stand out from what lies beneath: light or dark, and how much shade around them. */
import { lumaOf, type Rgb, toLinear } from "#lib/pixels/colour.ts";
import type { TextArea } from "./place-text.ts";

/** Red, green and blue of each pixel, 0 to 255. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray | Float32Array;
}

export interface Inking {
  readonly ink: Rgb;
  /** What is laid softly around the letters, and how strongly. */
  readonly shade: Rgb;
  readonly strength: number;
}

const light: Rgb = [255, 252, 246];
const dark: Rgb = [24, 26, 34];
const black: Rgb = [8, 10, 16];
const white: Rgb = [255, 255, 255];
/** What print asks of letters that are to be read without effort. */
const wantedContrast = 4.5;
/** What large letters need. */
const plainContrast = 3;
/** Less around letters of our own choice: those of a wanted colour may lie on the very same. */
const mostShade = { own: 0.72, wanted: 0.94 } as const;
/** White letters that differ less from most of the ground are left for dark ones, where those do. */
const leastContrast = 2.1;

/** `isPrinted`: on plain or softly coloured ground, where letters have no shade unless nothing else makes them stand out. */
export function chooseInk(sheet: Sheet, box: TextArea, wanted: Rgb | undefined, isPrinted = false): Inking {
  const ground = sample(sheet, box);
  const at = (share: number): Rgb => ground[Math.min(ground.length - 1, Math.floor(share * ground.length))] as Rgb;
  // White is what one expects on a photograph.
  const isTooBright = contrastOf(light, at(0.6)) < leastContrast && contrastOf(dark, at(0.15)) > wantedContrast;
  const isDarker = isPrinted ? contrastOf(dark, at(0.15)) > contrastOf(light, at(0.85)) : isTooBright;
  const ink = wanted ?? (isDarker ? dark : light);
  const shade = contrastOf(ink, white) > contrastOf(ink, black) ? white : black;
  const worst = at(shade === black ? 0.9 : 0.1);
  if (isPrinted && contrastOf(ink, worst) >= plainContrast) return { ink, shade, strength: 0 };
  const most = wanted === undefined ? mostShade.own : mostShade.wanted;
  return { ink, shade, strength: Math.min(most, Math.max(neededShade(ink, worst, shade), Math.min(0.4, (busyness(ground) - 12) / 60))) };
}

/** As much as brings the contrast up to what is wanted. */
function neededShade(ink: Rgb, ground: Rgb, shade: Rgb): number {
  let strength = 0;
  while (strength < 1 && contrastOf(ink, between(ground, shade, strength)) < wantedContrast) strength += 0.04;
  return strength;
}

/** Colours under the text, from dark to light. */
function sample({ width, height, data }: Sheet, box: TextArea): readonly Rgb[] {
  const colours: Rgb[] = [];
  const steps = 40;
  for (let v = 0; v < steps; v++) {
    for (let u = 0; u < steps; u++) {
      const x = Math.max(0, Math.min(width - 1, Math.floor(box.left + ((u + 0.5) / steps) * box.width)));
      const y = Math.max(0, Math.min(height - 1, Math.floor(box.top + ((v + 0.5) / steps) * box.height)));
      const i = (y * width + x) * 3;
      colours.push([data[i] as number, data[i + 1] as number, data[i + 2] as number]);
    }
  }
  return colours.sort((a, b) => lumaOf(...a) - lumaOf(...b));
}

/** The spread of brightness. */
function busyness(colours: readonly Rgb[]): number {
  const lumas = colours.map((colour) => lumaOf(...colour));
  const mean = lumas.reduce((sum, value) => sum + value, 0) / lumas.length;
  return Math.sqrt(lumas.reduce((sum, value) => sum + (value - mean) ** 2, 0) / lumas.length);
}

function luminanceOf([red, green, blue]: Rgb): number {
  return lumaOf(toLinear(red), toLinear(green), toLinear(blue));
}

export function contrastOf(a: Rgb, b: Rgb): number {
  const [high, low] = [Math.max(luminanceOf(a), luminanceOf(b)), Math.min(luminanceOf(a), luminanceOf(b))];
  return (high + 0.05) / (low + 0.05);
}

function between(a: Rgb, b: Rgb, share: number): Rgb {
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]), a[2] + share * (b[2] - a[2])];
}
