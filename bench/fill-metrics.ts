/** How good a fill is, beside the truth under the mask: six measures, none of which a blur or a wrong copy wins alone. */
import { createRandom, type Random } from "#lib/pixels/random.ts";
import type { Raster } from "#lib/pixels/raster.ts";

export interface FillFigures {
  /** Decibels over the hole. */
  readonly psnr: number;
  /** Energy of four Laplacian bands, fill over truth: 1 is as much detail as the truth has. */
  readonly sharp: number;
  /** Mean distance between the bands' sorted coefficients, over the truth's mean size. */
  readonly bands: number;
  /** The bands' plain histogram distance, 0..2: what their shares in bins of five levels differ by. Blind to how far off a strong detail is. */
  readonly histogram: number;
  /** Sliced Wasserstein distance between the 7×7 patches of both, in grey levels. */
  readonly patches: number;
  /** The step across the outline, fill over truth. */
  readonly seam: number;
}

const bandCount = 4;
const patchReach = 3;
const directions = 48;
const patchesPerDirection = 4000;

/** All are RGB (or grey for the mask) and of one size; what is white in the mask was filled. */
export function measureFill(truth: Raster, filled: Raster, mask: Raster): FillFigures {
  const inside = [...mask.data.keys()].filter((i) => mask.data[i] === 255);
  const [real, made] = [lumaOf(truth), lumaOf(filled)];
  const { width, height } = truth;
  const [realBands, madeBands] = [bandsOf(real, width, height), bandsOf(made, width, height)];
  let [energy, madeEnergy, distance, histogram] = [0, 0, 0, 0];
  for (let band = 0; band < bandCount; band++) {
    const a = Float32Array.from(inside, (i) => realBands[band]?.[i] ?? 0);
    const b = Float32Array.from(inside, (i) => madeBands[band]?.[i] ?? 0);
    const size = meanOf(a.map(Math.abs));
    energy += size;
    madeEnergy += meanOf(b.map(Math.abs));
    distance += meanDistance(a, b) / Math.max(size, 0.1) / bandCount;
    histogram += histogramDistance(a, b) / bandCount;
  }
  return {
    psnr: psnrOf(truth, filled, inside),
    sharp: madeEnergy / Math.max(energy, 0.01),
    bands: distance,
    histogram,
    patches: patchDistance(real, made, width, height, inside),
    seam: stepOf(filled, mask) / Math.max(stepOf(truth, mask), 0.01),
  };
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function psnrOf(truth: Raster, filled: Raster, inside: readonly number[]): number {
  let sum = 0;
  for (const i of inside) for (let c = 0; c < 3; c++) sum += ((truth.data[i * 3 + c] ?? 0) - (filled.data[i * 3 + c] ?? 0)) ** 2;
  return 10 * Math.log10(255 ** 2 / Math.max(sum / (inside.length * 3), 0.01));
}

function lumaOf({ width, height, data }: Raster): Float32Array {
  return Float32Array.from(
    { length: width * height },
    (_, i) => 0.299 * (data[i * 3] ?? 0) + 0.587 * (data[i * 3 + 1] ?? 0) + 0.114 * (data[i * 3 + 2] ?? 0),
  );
}

/** Differences of ever wider blurs, all at full size. */
function bandsOf(luma: Float32Array, width: number, height: number): readonly Float32Array[] {
  const bands: Float32Array[] = [];
  let last = luma;
  for (let band = 0; band < bandCount; band++) {
    const blurred = blurOf(last, width, height, 2 ** band);
    bands.push(last.map((value, i) => value - (blurred[i] ?? 0)));
    last = blurred;
  }
  return bands;
}

/** The binomial [1 4 6 4 1] with gaps, across and down. */
function blurOf(values: Float32Array, width: number, height: number, gap: number): Float32Array {
  const weights = [1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16];
  const across = new Float32Array(values.length);
  const both = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const x = i % width;
    let sum = 0;
    for (let k = -2; k <= 2; k++) sum += (weights[k + 2] ?? 0) * (values[i - x + clamp(x + k * gap, width)] ?? 0);
    across[i] = sum;
  }
  for (let i = 0; i < values.length; i++) {
    const x = i % width;
    const y = (i - x) / width;
    let sum = 0;
    for (let k = -2; k <= 2; k++) sum += (weights[k + 2] ?? 0) * (across[clamp(y + k * gap, height) * width + x] ?? 0);
    both[i] = sum;
  }
  return both;
}

function patchDistance(real: Float32Array, made: Float32Array, width: number, height: number, inside: readonly number[]): number {
  const random = createRandom(7);
  const centres = inside.filter((i) => {
    const x = i % width;
    const y = (i - x) / width;
    return x >= patchReach && y >= patchReach && x < width - patchReach && y < height - patchReach;
  });
  const chosen = centres.length <= patchesPerDirection ? centres : pick(centres, random);
  let sum = 0;
  for (let n = 0; n < directions; n++) {
    const drawn = Float32Array.from({ length: (2 * patchReach + 1) ** 2 }, () => random() + random() + random() - 1.5);
    // Without the mean: brightness is the PSNR's matter, texture this one's.
    const direction = drawn.map((value) => value - meanOf(drawn));
    const length = Math.hypot(...direction);
    const [a, b] = [real, made].map((luma) => Float32Array.from(chosen, (i) => project(luma, width, i, direction) / length));
    if (a !== undefined && b !== undefined) sum += meanDistance(a, b);
  }
  return sum / directions;
}

function pick(centres: readonly number[], random: Random): number[] {
  return Array.from({ length: patchesPerDirection }, () => centres[Math.floor(random() * centres.length)] ?? 0);
}

function project(luma: Float32Array, width: number, centre: number, direction: Float32Array): number {
  let sum = 0;
  let k = 0;
  for (let dy = -patchReach; dy <= patchReach; dy++) {
    for (let dx = -patchReach; dx <= patchReach; dx++) sum += (luma[centre + dy * width + dx] ?? 0) * (direction[k++] ?? 0);
  }
  return sum;
}

const histogramReach = 50;
const histogramBins = 21;

/** Both normalised; what lies beyond the last bin counts in it. */
function histogramDistance(a: Float32Array, b: Float32Array): number {
  const [first, second] = [a, b].map((values) => {
    const bins = new Float64Array(histogramBins);
    for (const value of values) {
      const bin = clamp(Math.floor(((value + histogramReach) / (2 * histogramReach)) * histogramBins), histogramBins);
      bins[bin] = (bins[bin] ?? 0) + 1 / Math.max(1, values.length);
    }
    return bins;
  });
  return first?.reduce((sum, share, bin) => sum + Math.abs(share - (second?.[bin] ?? 0)), 0) ?? 0;
}

/** Between two equally long samples: the mean gap once both are sorted. */
function meanDistance(a: Float32Array, b: Float32Array): number {
  const [first, second] = [a.toSorted(), b.toSorted()];
  return meanOf(first.map((value, i) => Math.abs(value - (second[i] ?? 0))));
}

function meanOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function stepOf({ width, height, data }: Raster, mask: Raster): number {
  let [sum, count] = [0, 0];
  const add = (a: number, b: number): void => {
    if ((mask.data[a] === 255) === (mask.data[b] === 255)) return;
    for (let c = 0; c < 3; c++) sum += Math.abs((data[a * 3 + c] ?? 0) - (data[b * 3 + c] ?? 0));
    count += 3;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (x + 1 < width) add(y * width + x, y * width + x + 1);
      if (y + 1 < height) add(y * width + x, (y + 1) * width + x);
    }
  }
  return sum / Math.max(1, count);
}

function clamp(value: number, size: number): number {
  return Math.max(0, Math.min(size - 1, value));
}
