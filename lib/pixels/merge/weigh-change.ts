/** Divides every measure by what it amounts to where nothing was edited, neighbourhoods of like contrast together; the largest counts. */
import type { Plane } from "../plane.ts";
import type { Measures } from "./measure-change.ts";

export interface Noise {
  /** Never taken for less than this, nor for more: half a class may have been edited. */
  readonly floor: number;
  readonly ceiling: number;
  /** Times the middle value. */
  readonly margin: number;
}

/** In the order of the measures: fine, soft, smooth, rough, lost. */
export const noises: readonly Noise[] = [
  { floor: 1.6, ceiling: 8, margin: 8 },
  { floor: 2.4, ceiling: 9, margin: 4.5 },
  { floor: 1.7, ceiling: 4.5, margin: 4.2 },
  { floor: 1.8, ceiling: 9, margin: 3.4 },
  { floor: 1.8, ceiling: 9, margin: 5 },
];

/** Times what shows from near. */
const mostHalo = 1.8;
const classes = 11;
/** Resolution of the histograms that middles are read from. */
const slotsPerUnit = 40;
const slots = 20 * slotsPerUnit;
/** Odd, so that all columns and rows are asked. */
const sampleStep = 3;

/** 1 and more: changed beyond doubt that noise leaves. `known` is 1 where nothing is taken for edited. */
export function weighChange({ values }: Measures, kind: Uint8Array, known: Uint8Array): Float32Array {
  const [fine, soft, far, rough, lost] = values;
  // Shares of one, so that all are compared without dividing.
  const [perFine, perSoft, perFar, perRough, perLost] = values.map((measure, n) =>
    scalesOf(measure, kind, noises[n] as Noise, known).map((scale) => 1 / scale),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const largest = new Float32Array(known.length);
  for (let i = 0; i < largest.length; i++) {
    const of = kind[i] as number;
    const near = Math.max((fine[i] as number) * (perFine[of] as number), (soft[i] as number) * (perSoft[of] as number));
    // What only shows from afar is the halo of something else.
    const halo = Math.min((far[i] as number) * (perFar[of] as number), mostHalo * near);
    const structure = Math.max((rough[i] as number) * (perRough[of] as number), (lost[i] as number) * (perLost[of] as number));
    largest[i] = Math.max(near, halo, structure);
  }
  return largest;
}

/** The class of every pixel's neighbourhood, told from planes of half the size. */
export function kindsOf(texture: Plane, width: number, height: number): Uint8Array {
  const coarse = Uint8Array.from(texture.data, classOf);
  const kind = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.min(texture.height - 1, y >> 1) * texture.width;
    for (let x = 0; x < width; x++) kind[y * width + x] = coarse[row + Math.min(texture.width - 1, x >> 1)] as number;
  }
  return kind;
}

function classOf(texture: number): number {
  return texture < 0.25 ? 0 : Math.min(classes - 1, 1 + Math.floor(1.3 * Math.log2(texture / 0.25)));
}

export function scalesOf(measure: Float32Array, kind: Uint8Array, noise: Noise, known: Uint8Array): Float64Array {
  const counts = new Uint32Array(classes * slots);
  const totals = new Uint32Array(classes);
  for (let i = 0; i < measure.length; i += sampleStep) {
    if (known[i] === 0) continue;
    const of = kind[i] as number;
    const slot = Math.min(slots - 1, Math.floor((measure[i] as number) * slotsPerUnit));
    counts[of * slots + slot] = (counts[of * slots + slot] as number) + 1;
    totals[of] = (totals[of] as number) + 1;
  }
  return Float64Array.from({ length: classes }, (_, of) => {
    const middle = middleOf(counts.subarray(of * slots, (of + 1) * slots), totals[of] as number);
    return Math.max(noise.floor, Math.min(noise.ceiling, noise.margin * middle));
  });
}

function middleOf(counts: Uint32Array, total: number): number {
  let seen = 0;
  for (let slot = 0; slot < counts.length; slot++) {
    seen += counts[slot] as number;
    if (seen * 2 >= total) return (slot + 0.5) / slotsPerUnit;
  }
  return 0;
}
