/**
 * Finds the one coloured thing an instruction speaks of: everything of a named colour, or else the largest strongly
 * coloured patch near the middle. Searched for at a small size, followed at full size by colour.
 */
import { gaussianBlur } from "#lib/pixels/blur.ts";
import { hueDistance, type Lab, type Rgb, rgbToHsl, rgbToLab } from "#lib/pixels/colour.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { resize } from "#lib/pixels/resample.ts";
import { findSaliencySlowly } from "#lib/pixels/segment/saliency.ts";
import { lookAt, ramp } from "#lib/pixels/segment/view.ts";
import type { Work } from "#lib/pixels/work.ts";
import { componentsOf } from "./components.ts";

export interface Region {
  /** 0..1 for each pixel. */
  readonly mask: Plane;
  readonly mean: Lab;
  /** Of the picture, 0..1. */
  readonly share: number;
  readonly isCentre: boolean;
}

/** A pixel's colour, and its hue as HSL has it: Lab's hues put blue beside purple. */
interface Sample {
  readonly lab: Lab;
  readonly hue: number;
}

type Likeness = (sample: Sample) => number;

const searchSide = 320;
const leastShare = 0.002;

/** `isThing`: of what has the colour only that which stands out; a blue box is not the sky. */
export function* findRegion(source: Raster, named: Rgb | undefined, isThing = false): Work<Region | undefined> {
  const view = lookAt(source, searchSide);
  const small = view.raster;
  const salient = named === undefined || isThing ? yield* findSaliencySlowly(view) : undefined;
  yield 0.1;
  const samples: Sample[] = [];
  for (let i = 0; i < small.width * small.height; i++) samples.push(sampleAt(small, i));
  const peak = named === undefined ? strongestHue(samples, small, salient) : undefined;
  yield 0.2;
  const likeness = named !== undefined ? likeNamed(named) : peak !== undefined ? likeHue(peak, 34) : likeCentre(samples, small);
  const gate = chooseParts(samples.map(likeness), small, named !== undefined, salient);
  if (gate === undefined) return undefined;
  const spread = gaussianBlur(gate, 2);
  const grown: Raster = {
    width: small.width,
    height: small.height,
    channels: 1,
    data: Uint8ClampedArray.from(spread.data, (v) => 255 * Math.min(1, v * 3)),
  };
  yield 0.3;
  const reach = resize(grown, source.width, source.height, "bicubic");
  const rough = newPlane(source.width, source.height);
  const sum = [0, 0, 0];
  let total = 0;
  for (let i = 0; i < rough.data.length; i++) {
    if (i % 50_000 === 0) yield 0.4 + (0.6 * i) / rough.data.length;
    if (reach.data[i] === 0) continue;
    const sample = sampleAt(source, i);
    const { lab } = sample;
    const weight = likeness(sample) * ((reach.data[i] as number) / 255);
    rough.data[i] = weight;
    total += weight;
    for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + weight * (lab[c] as number);
  }
  const share = total / rough.data.length;
  if (share < leastShare) return undefined;
  const mean: Lab = [(sum[0] as number) / total, (sum[1] as number) / total, (sum[2] as number) / total];
  return { mask: gaussianBlur(rough, 0.8), mean, share, isCentre: named === undefined && peak === undefined };
}

/** Like a named colour: its hue when it has one, else its lightness and lack of colour. */
function likeNamed(named: Rgb): Likeness {
  const [hue, , lightness] = rgbToHsl(...named);
  const lab = rgbToLab(...named);
  // From red to lime the names lie close together on the circle.
  if (Math.hypot(lab[1], lab[2]) > 14) return likeHue(hue, hue > 18 && hue < 80 ? 20 : 34);
  return (sample) =>
    ramp(0.32 - Math.abs(sample.lab[0] / 100 - lightness), 0, 0.14) * ramp(18 - Math.hypot(sample.lab[1], sample.lab[2]), 0, 8);
}

function likeHue(hue: number, width: number): Likeness {
  return (sample) => {
    const chroma = Math.hypot(sample.lab[1], sample.lab[2]);
    if (chroma < 8) return 0;
    const turn = hueDistance(sample.hue, hue);
    return ramp(width - turn, 0, 12) * ramp(chroma, 9, 22);
  };
}

function likeCentre(samples: readonly Sample[], small: Raster): Likeness {
  const mean = [0, 0, 0];
  let count = 0;
  samples.forEach(({ lab }, i) => {
    const x = (i % small.width) / small.width - 0.5;
    const y = Math.floor(i / small.width) / small.height - 0.5;
    if (Math.abs(x) > 0.08 || Math.abs(y) > 0.08) return;
    count++;
    for (let c = 0; c < 3; c++) mean[c] = (mean[c] as number) + (lab[c] as number);
  });
  const [l, a, b] = mean.map((value) => value / Math.max(1, count)) as [number, number, number];
  return ({ lab }) => ramp(30 - Math.hypot(0.7 * (lab[0] - l), lab[1] - a, lab[2] - b), 0, 14);
}

/** The hue with the most colour near the middle, or undefined in a picture without colour. */
function strongestHue(samples: readonly Sample[], small: Raster, salient: Plane | undefined): number | undefined {
  const bins = new Float64Array(36);
  samples.forEach(({ lab, hue }, i) => {
    const chroma = Math.hypot(lab[1], lab[2]);
    if (chroma < 20) return;
    const bin = Math.floor(hue / 10) % 36;
    bins[bin] = (bins[bin] as number) + chroma * chroma * centrality(i, small) * (0.01 + (salient?.data[i] ?? 1) ** 3);
  });
  const smooth = bins.map((value, n) => value + 0.7 * ((bins[(n + 35) % 36] as number) + (bins[(n + 1) % 36] as number)));
  const best = smooth.reduce((top, value, n) => (value > (smooth[top] as number) ? n : top), 0);
  return (smooth[best] as number) < samples.length * 0.12 ? undefined : best * 10 + 5;
}

function chooseParts(likely: readonly number[], small: Raster, keepAll: boolean, salient: Plane | undefined): Plane | undefined {
  const all = componentsOf(likely, small.width, small.height);
  const parts = salient === undefined ? all : standingOut(all, salient);
  const scored = parts.map((pixels) => ({
    pixels,
    score: pixels.reduce((sum, i) => sum + (likely[i] as number) * centrality(i, small), 0),
  }));
  const best = scored.reduce((top, part) => Math.max(top, part.score), 0);
  if (best === 0) return undefined;
  const gate = newPlane(small.width, small.height);
  for (const { pixels, score } of scored) if (score >= best * (keepAll ? 0.02 : 0.12)) for (const i of pixels) gate.data[i] = 1;
  return gate;
}

/** Pieces about as salient as the most salient one of some size. */
function standingOut(parts: readonly (readonly number[])[], salient: Plane): readonly (readonly number[])[] {
  const least = salient.data.length * leastShare * 0.5;
  const rated = parts.map((pixels) => ({ pixels, mean: pixels.reduce((sum, i) => sum + (salient.data[i] as number), 0) / pixels.length }));
  const best = rated.reduce((top, { pixels, mean }) => (pixels.length >= least ? Math.max(top, mean) : top), 0);
  return rated.filter(({ mean }) => mean >= 0.3 * best).map(({ pixels }) => pixels);
}

function centrality(pixel: number, small: Raster): number {
  const x = (pixel % small.width) / small.width - 0.5;
  const y = Math.floor(pixel / small.width) / small.height - 0.55;
  return Math.exp(-(x * x + y * y) / 0.09);
}

function sampleAt(source: Raster, pixel: number): Sample {
  const at = pixel * source.channels;
  const [red, green, blue] = [source.data[at] as number, source.data[at + 1] as number, source.data[at + 2] as number];
  return { lab: rgbToLab(red, green, blue), hue: rgbToHsl(red, green, blue)[0] };
}
