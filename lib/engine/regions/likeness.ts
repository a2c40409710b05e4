/** How like a colour a pixel is: by its hue, as far round as the picture's own hues of that kind reach. */
import { hueDistance, type Lab, type Rgb, rgbToHsl, rgbToLab } from "#lib/pixels/colour.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";

/** A pixel's colour, and its hue as HSL has it: Lab's hues put blue beside purple. */
export interface Sample {
  readonly lab: Lab;
  readonly hue: number;
}

export type Likeness = (sample: Sample) => number;

const bins = 72;
const binWidth = 360 / bins;

export function chromaOf({ lab }: Sample): number {
  return Math.hypot(lab[1], lab[2]);
}

/** Colour strength that shade does not change: the dark side of a red thing is as red as its bright one. */
export function strengthOf(sample: Sample): number {
  return chromaOf(sample) / (sample.lab[0] + 12);
}

/** Like a named colour: its hue when it has one, else its lightness and lack of colour. */
export function likeNamed(named: Rgb): Likeness {
  const [hue, , lightness] = rgbToHsl(...named);
  if (isColoured(named)) return likeHue(...aimOf(hue));
  return (sample) => ramp(0.32 - Math.abs(sample.lab[0] / 100 - lightness), 0, 0.14) * ramp(18 - chromaOf(sample), 0, 8);
}

/** Where on the circle a named hue is looked for and how far round. */
export function aimOf(hue: number): readonly [hue: number, reach: number] {
  // What is called green in nature is mostly nearer to yellow than the name's own hue.
  if (hue > 90 && hue < 150) return [110, 50];
  // From red to lime the names lie close together.
  return [hue, hue > 18 && hue < 80 ? 20 : 34];
}

export function isColoured(named: Rgb): boolean {
  const lab = rgbToLab(...named);
  return Math.hypot(lab[1], lab[2]) > 14;
}

export function likeHue(hue: number, width: number): Likeness {
  return (sample) => {
    const chroma = chromaOf(sample);
    if (chroma < 8) return 0;
    return ramp(width - hueDistance(sample.hue, hue), 0, 12) * ramp(chroma, 9, 22);
  };
}

/** Like a stretch of hues. */
export function likeWindow({ peak, below, above }: HueWindow): Likeness {
  return (sample) => {
    const chroma = chromaOf(sample);
    if (chroma < 8) return 0;
    const turn = ((((sample.hue - peak) % 360) + 540) % 360) - 180;
    const within = turn < 0 ? below + turn : above - turn;
    return ramp(within, -8, 4) * ramp(chroma, 9, 18);
  };
}

export interface HueWindow {
  readonly peak: number;
  /** How far it reaches on either side, in degrees. */
  readonly below: number;
  readonly above: number;
}

/** How much of each hue there is, smoothed; `weight` says what a sample counts. */
export function hueCounts(samples: readonly Sample[], weight: (sample: Sample, n: number) => number): Float64Array {
  const counts = new Float64Array(bins);
  samples.forEach((sample, n) => {
    const bin = Math.floor(sample.hue / binWidth) % bins;
    counts[bin] = (counts[bin] as number) + weight(sample, n);
  });
  const at = (n: number): number => counts[(n + bins) % bins] as number;
  return counts.map((_, n) => 0.5 * at(n) + 0.2 * (at(n - 1) + at(n + 1)) + 0.05 * (at(n - 2) + at(n + 2)));
}

/** The highest hill of hues near one that is named, and how far it goes; the slope of a hill that stands elsewhere is none. */
export function windowNear(counts: Float64Array, aim: number, reach: number): HueWindow | undefined {
  const hueOf = (n: number): number => ((n % bins) + 0.5) * binWidth;
  const worth = (n: number): number => (counts[n] as number) * ramp(hueDistance(hueOf(n), aim), reach, reach * 0.3);
  const best = topsOf(counts).reduce((top, n) => (worth(n) > (top < 0 ? 0 : worth(top)) ? n : top), -1);
  if (best < 0) return undefined;
  return { peak: hueOf(best), below: footOf(counts, best, -1) * binWidth, above: footOf(counts, best, 1) * binWidth };
}

function topsOf(counts: Float64Array): readonly number[] {
  const at = (n: number): number => counts[(n + bins) % bins] as number;
  return [...counts.keys()].filter((n) => at(n) > 0 && at(n) >= at(n - 1) && at(n) > at(n + 1));
}

/** The hills of hues that matter, the greatest first. */
export function hillsOf(counts: Float64Array): readonly number[] {
  const at = (n: number): number => counts[n] as number;
  const most = counts.reduce((top, value) => Math.max(top, value), 0);
  const tops = topsOf(counts).filter((n) => at(n) > 0.004 * most);
  return [...tops]
    .sort((a, b) => at(b) - at(a))
    .slice(0, 8)
    .map((n) => (n + 0.5) * binWidth);
}

const [leastReach, mostReach] = [2, 6];

/** Down the hill until it is low or rises again. */
function footOf(counts: Float64Array, peak: number, step: 1 | -1): number {
  const at = (n: number): number => counts[(peak + step * n + 2 * bins) % bins] as number;
  let n = 1;
  while (n < mostReach && at(n) > 0.06 * at(0) && at(n + 1) < at(n) * 1.15) n++;
  return Math.max(leastReach, n) + 0.5;
}

export function sampleAt(source: Raster, pixel: number): Sample {
  const at = pixel * source.channels;
  const [red, green, blue] = [source.data[at] as number, source.data[at + 1] as number, source.data[at + 2] as number];
  return { lab: rgbToLab(red, green, blue), hue: rgbToHsl(red, green, blue)[0] };
}
