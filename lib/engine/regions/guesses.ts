/** How likely each pixel of a view is sky, water, plants, ground or skin, by colour, calm and where it lies. */
import { hueDistance } from "#lib/pixels/colour.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { ramp, type View } from "#lib/pixels/segment/view.ts";

interface Sample {
  readonly lightness: number;
  readonly a: number;
  readonly b: number;
  readonly hue: number;
  readonly chroma: number;
  readonly slope: number;
  /** 0 at the top, 1 at the bottom. */
  readonly y: number;
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

export type NaturalPlace = "sky" | "water" | "plants" | "skin";

const rules: Readonly<Record<NaturalPlace, (pixel: Sample) => number>> = {
  sky: ({ lightness, hue, chroma, slope, y, b }) => {
    const calm = ramp(slope, 14, 3);
    const isBlue = chroma > 5 ? ramp(hueDistance(hue, 215), 48, 24) : 0;
    const isCloud = ramp(chroma, 20, 6) * ramp(lightness, 38, 68);
    const isDusk = ramp(b, 4, 24) * ramp(lightness, 40, 66) * ramp(hueDistance(hue, 30), 46, 24) * 0.75;
    return Math.max(isBlue * ramp(lightness, 8, 30), isCloud, isDusk) * (0.35 + 0.65 * calm) * ramp(y, 1, 0.35);
  },
  water: ({ lightness, hue, chroma, slope, y }) => {
    const isBlue = chroma > 4 ? ramp(hueDistance(hue, 200), 60, 34) : 0;
    const isDull = ramp(chroma, 16, 5) * ramp(lightness, 92, 70) * 0.55;
    return Math.max(isBlue, isDull) * (0.5 + 0.5 * ramp(slope, 26, 8)) * ramp(y, 0.2, 0.6);
  },
  plants: ({ hue, chroma, lightness, a, b }) => {
    const isGreen = ramp(hueDistance(hue, 95), 52, 30) * ramp(chroma, 7, 16) * ramp(a, 6, -3);
    const isDry = ramp(hueDistance(hue, 62), 18, 8) * ramp(b, 14, 30) * ramp(a, 9, 0) * ramp(lightness, 92, 75) * 0.8;
    return Math.max(isGreen, isDry);
  },
  skin: ({ red, green, blue, hue, chroma, slope, lightness }) => {
    const cb = 128 - 0.169 * red - 0.331 * green + 0.5 * blue;
    const cr = 128 + 0.5 * red - 0.419 * green - 0.081 * blue;
    const isInside = ramp(Math.abs(cb - 105), 30, 20) * ramp(Math.abs(cr - 152), 25, 16);
    return (
      isInside *
      ramp(hueDistance(hue, 20), 32, 20) *
      ramp(chroma, 6, 13) *
      ramp(chroma, 62, 46) *
      ramp(slope, 30, 12) *
      ramp(lightness, 15, 30)
    );
  },
};

export function guessNatural(view: View, name: NaturalPlace): Plane {
  return guess(view, rules[name]);
}

function guess(view: View, rule: (pixel: Sample) => number): Plane {
  const { width, height, lab, hue, chroma, slope, raster } = view;
  const result = newPlane(width, height);
  const step = raster.channels === 1 ? 0 : 1;
  for (let i = 0; i < result.data.length; i++) {
    const at = i * raster.channels;
    result.data[i] = rule({
      lightness: lab[i * 3] as number,
      a: lab[i * 3 + 1] as number,
      b: lab[i * 3 + 2] as number,
      hue: hue[i] as number,
      chroma: chroma[i] as number,
      slope: slope.data[i] as number,
      y: (Math.floor(i / width) + 0.5) / height,
      red: raster.data[at] as number,
      green: raster.data[at + step] as number,
      blue: raster.data[at + 2 * step] as number,
    });
  }
  return result;
}
