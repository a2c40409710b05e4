/** How likely each pixel of a view is sky, water, plants, ground or skin, by colour, calm and where it lies. */
import { hueDistance } from "#lib/pixels/colour.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import type { View } from "#lib/pixels/segment/view.ts";
import { product } from "./masks.ts";
import { fitsOpenSky } from "./open-sky.ts";

/** Higher than any edge: behind a horizon. */
const blocked = 1000;

interface Sample {
  readonly lightness: number;
  readonly a: number;
  readonly b: number;
  readonly hue: number;
  readonly chroma: number;
  readonly slope: number;
  /** The strongest edge on the easiest way up to the picture's upper rim. */
  readonly wall: number;
  /** How much darker it is than the open sky over it. */
  readonly fall: number;
  /** 0 at the top, 1 at the bottom. */
  readonly y: number;
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

export type NaturalPlace = "sky" | "water" | "plants" | "skin";

const rules: Readonly<Record<NaturalPlace, (pixel: Sample) => number>> = {
  sky: ({ lightness, hue, chroma, slope, wall, fall, y, b }) => {
    const calm = ramp(slope, 14, 3);
    // What runs on from the upper rim without an edge is sky far down; what stands behind a ridge is less likely.
    const isOpen = ramp(wall, 15, 7);
    const isBehind = ramp(wall, 18, 36);
    const isHill = ramp(wall, 9, 15) * ramp(fall, 12, 24) * ramp(chroma, 34, 22);
    const isBlue = chroma > 5 ? ramp(hueDistance(hue, 215), 48, 24) : 0;
    const isCloud = ramp(chroma, 20, 6) * ramp(lightness, 38, 68);
    const isDusk = ramp(b, 4, 24) * ramp(lightness, 40, 66) * ramp(hueDistance(hue, 30), 46, 24) * 0.75;
    const isTwilight = (chroma > 5 ? ramp(hueDistance(hue, 290), 80, 55) : 0) * ramp(lightness, 12, 30) * isOpen;
    const isHeavyCloud = ramp(chroma, 26, 12) * ramp(lightness, 10, 30) * isOpen * 0.8;
    const own = Math.max(isBlue * ramp(lightness, 8, 30), isCloud, isDusk, isTwilight, isHeavyCloud);
    return own * (0.35 + 0.65 * calm) * Math.max(ramp(y, 1, 0.35), 0.95 * isOpen) * (1 - 0.28 * isBehind) * (1 - 0.8 * isHill);
  },
  water: ({ lightness, hue, chroma, slope, wall, y }) => {
    const isBlue = chroma > 4 ? ramp(hueDistance(hue, 200), 60, 34) : 0;
    const isDull = ramp(chroma, 16, 5) * ramp(lightness, 92, 70) * 0.55;
    // Below a horizon, still water has the colours of the evening above it.
    const isTwilight = chroma > 5 && wall === blocked ? ramp(hueDistance(hue, 290), 80, 55) * ramp(slope, 14, 5) * 0.8 : 0;
    return Math.max(isBlue, isDull, isTwilight) * (0.5 + 0.5 * ramp(slope, 26, 8)) * ramp(y, 0.2, 0.6);
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
  const wall = wallsAbove(view.slope);
  closeHorizon(wall, view);
  const own = guess(view, rules[name], wall);
  return name === "sky" ? product(own, fitsOpenSky(view, own, wall)) : own;
}

function guess(view: View, rule: (pixel: Sample) => number, wall: Float32Array): Plane {
  const { width, height, lab, hue, chroma, slope, raster } = view;
  const result = newPlane(width, height);
  const falls = fallsBelow(view, wall);
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
      wall: wall[i] as number,
      fall: falls[i] as number,
      y: (Math.floor(i / width) + 0.5) / height,
      red: raster.data[at] as number,
      green: raster.data[at + step] as number,
      blue: raster.data[at + 2 * step] as number,
    });
  }
  return result;
}

/** Of all ways from the upper rim to a pixel, the one whose highest step is lowest: that step. */
function wallsAbove({ width, height, data }: Plane): Float32Array {
  const wall = new Float32Array(width * height).fill(Infinity);
  for (let x = 0; x < width; x++) wall[x] = data[x] as number;
  const pass = (i: number, from: number): void => {
    const through = Math.max(wall[from] as number, data[i] as number);
    if (through < (wall[i] as number)) wall[i] = through;
  };
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < wall.length; i++) {
      if (i >= width) pass(i, i - width);
      if (i % width > 0) pass(i, i - 1);
    }
    for (let i = wall.length - 1; i >= 0; i--) {
      if (i + width < wall.length) pass(i, i + width);
      if (i % width < width - 1) pass(i, i + 1);
    }
  }
  return wall;
}

/** A hill is darker than the sky above its ridge; the shadow of a cloud seldom is by as much. */
function fallsBelow({ width, lab }: View, wall: Float32Array): Float32Array {
  const falls = new Float32Array(wall.length);
  const above = new Float32Array(width).fill(Number.NaN);
  for (let i = 0; i < wall.length; i++) {
    const x = i % width;
    const lightness = lab[i * 3] as number;
    const usual = above[x] as number;
    if (Number.isNaN(usual)) above[x] = lightness;
    else if ((wall[i] as number) < 12 && Math.abs(lightness - usual) < 9) above[x] = usual + 0.3 * (lightness - usual);
    falls[i] = Number.isNaN(usual) ? 0 : usual - lightness;
  }
  return falls;
}

const leastStep = 0.35;
const nearlyAll = 0.72;

/** A row where nearly all columns step the same way is a horizon, however faint: below it nothing runs on from above. */
function closeHorizon(wall: Float32Array, { width, height, lab }: View): void {
  const steps = Float32Array.from({ length: height - 2 }, (_, y) => {
    let [sum, up, down] = [0, 0, 0];
    for (let x = 0; x < width; x++) {
      const step = (lab[((y + 2) * width + x) * 3] as number) - (lab[(y * width + x) * 3] as number);
      sum += step;
      if (step > leastStep) up++;
      if (step < -leastStep) down++;
    }
    return Math.max(up, down) < nearlyAll * width ? 0 : Math.abs(sum / width);
  });
  const usual = steps.toSorted()[steps.length >> 1] ?? 0;
  const from = Math.floor(height * 0.25);
  let row = -1;
  for (let y = from; y < steps.length * 0.9; y++) if ((steps[y] as number) > (row < 0 ? 3 * usual + 1.2 : (steps[row] as number))) row = y;
  if (row < 0) return;
  for (let i = (row + 1) * width; i < wall.length; i++) wall[i] = blocked;
}
