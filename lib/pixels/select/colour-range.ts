/** Everything in the colours of a few places, wherever it is: fully what is near to them, less what is farther. */
import { rgbToLab } from "../colour.ts";
import type { Raster } from "../raster.ts";
import { toLabPlanes } from "./lab-planes.ts";
import { meanAround } from "./wand.ts";

interface Place {
  readonly x: number;
  readonly y: number;
}

const mostColours = 24;
/** Lightness counts less than hue: a thing in the sun and in the shade is one thing. */
const lightnessWeight = 0.6;

/** `tolerance` is 0..255 as for the wand; levels 0..255. */
export function selectColourRange(picture: Raster, places: readonly Place[], tolerance: number): Uint8Array {
  const colours = thinOut(places).map(({ x, y }) => rgbToLab(...meanAround(picture, x, y)));
  const { lightness, a, b } = toLabPlanes(picture);
  const levels = new Uint8Array(picture.width * picture.height);
  const inner = tolerance / 2.5;
  const outer = inner * 1.5 + 1;
  for (let at = 0; at < levels.length; at += 1) {
    let nearest = Number.POSITIVE_INFINITY;
    for (const [colourLightness, colourA, colourB] of colours) {
      const light = ((lightness[at] ?? 0) - colourLightness) * lightnessWeight;
      nearest = Math.min(nearest, light ** 2 + ((a[at] ?? 0) - colourA) ** 2 + ((b[at] ?? 0) - colourB) ** 2);
    }
    const distance = Math.sqrt(nearest);
    if (distance < outer) levels[at] = Math.round(255 * Math.min(1, (outer - distance) / (outer - inner)));
  }
  return levels;
}

function thinOut(places: readonly Place[]): readonly Place[] {
  const step = Math.max(1, Math.ceil(places.length / mostColours));
  return places.filter((_, at) => at % step === 0);
}
