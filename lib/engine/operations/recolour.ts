/** Gives a region another colour and leaves its light and shade. */
import { labToRgb, type Rgb, rgbToLab } from "#lib/pixels/colour.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import type { Work } from "#lib/pixels/work.ts";

/** In radians: what is of another colour than most of a thing, a blue wing on an orange bird, takes the new one as well. */
const mostTurn = 0.15;

export function* recolour(source: Raster, mask: Plane, to: Rgb): Work<Raster> {
  const mean = meanUnder(source, mask);
  const aim = rgbToLab(...to);
  const aimChroma = Math.hypot(aim[1], aim[2]);
  const aimHue = Math.atan2(aim[2], aim[1]);
  // Of a thing of two colours the mean is grey; how strong its colours are is meant.
  const ownChroma = mean[3];
  const ownHue = Math.atan2(mean[2], mean[1]);
  // Neutral aims are reached by lightness; coloured ones keep most of the region's own.
  // What makes mint mint and burgundy burgundy is how light and how dark they are.
  const extreme = Math.min(1, Math.max(0, (Math.abs(aim[0] - 55) - 12) / 22, (Math.abs(aim[0] - mean[0]) - 10) / 18));
  const lightShare = aimChroma < 12 ? 0.88 : 0.45 + 0.45 * extreme;
  const lightnessOf = lightnessCurve(mean[0], mean[0] + lightShare * (aim[0] - mean[0]));
  return yield* mapPixelsSlowly(source, (red, green, blue, out, i) => {
    const weight = mask.data[i] as number;
    out[0] = red;
    out[1] = green;
    out[2] = blue;
    if (weight === 0) return;
    const lab = rgbToLab(red, green, blue);
    const lightness = lightnessOf(lab[0]);
    const body = Math.max(0, 1 - ((lightness - 55) / 60) ** 2);
    const chroma =
      ownChroma > 14
        ? aimChroma * Math.min(aimChroma < 62 ? 1.1 : 1.35, strengthened(Math.hypot(lab[1], lab[2]) / ownChroma))
        : aimChroma * body;
    const turn = Math.atan2(lab[2], lab[1]) - ownHue;
    const spread = ownChroma > 14 ? Math.max(-mostTurn, Math.min(mostTurn, Math.atan2(Math.sin(turn), Math.cos(turn)) * 0.25)) : 0;
    const rgb = labToRgb(lightness, chroma * Math.cos(aimHue + spread), chroma * Math.sin(aimHue + spread));
    for (let c = 0; c < 3; c++) out[c] = (out[c] as number) + weight * ((rgb[c] as number) - (out[c] as number));
  });
}

/** Pale places of a thing take more of a new colour than they have of their own. */
function strengthened(share: number): number {
  return Math.sqrt(share * Math.sqrt(share));
}

const steps = 1000;
/** So steep a curve makes of a little grain a lot. */
const [flattest, steepest] = [0.5, 3.5];
/** A thing this light has no gleams: what is brighter than the rest of it is only less in shade. */
const [gleaming, white] = [62, 80];

/** Takes `from` to `to` and leaves black and gleams where they are, or takes a light thing down with all its shade. */
function lightnessCurve(from: number, to: number): (lightness: number) => number {
  const [start, end] = [Math.min(97, Math.max(3, from)), Math.min(97, Math.max(3, to))];
  const power = Math.min(steepest, Math.max(flattest, Math.log(end / 100) / Math.log(start / 100)));
  const even = end < start ? ramp(start, gleaming, white) : 0;
  const scale = end / start;
  // What the bounded curve does not reach, it is lifted by, most where the thing has most of itself.
  const rest = end - 100 * (start / 100) ** power;
  const table = Float32Array.from({ length: steps + 1 }, (_, n) => {
    const lightness = (100 * n) / steps;
    const lift = rest * Math.min(lightness / start, (100 - lightness) / (100 - start));
    return (1 - even) * (100 * (lightness / 100) ** power + lift) + even * lightness * scale;
  });
  return (lightness) => table[Math.max(0, Math.min(steps, Math.round((lightness * steps) / 100)))] as number;
}

/** Mean lightness, the two colour axes, and how strong the colours are. */
function meanUnder(source: Raster, mask: Plane): readonly [number, number, number, number] {
  const sum = [0, 0, 0, 0];
  let total = 1e-6;
  // Enough of a large picture to know its mean by.
  const step = Math.floor(mask.data.length / 1_000_000) | 1;
  for (let i = 0; i < mask.data.length; i += step) {
    const weight = mask.data[i] as number;
    if (weight < 0.05) continue;
    const at = i * source.channels;
    const lab = rgbToLab(source.data[at] as number, source.data[at + 1] as number, source.data[at + 2] as number);
    for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + weight * (lab[c] as number);
    sum[3] = (sum[3] as number) + weight * Math.hypot(lab[1], lab[2]);
    total += weight;
  }
  return sum.map((value) => value / total) as [number, number, number, number];
}
