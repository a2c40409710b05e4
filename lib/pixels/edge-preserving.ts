/** Smoothing that stops at edges: the recursive domain transform (Gastal and Oliveira 2011), a few passes each way. */
import { channelPlane, joinPlanes, type Plane } from "./plane.ts";
import type { Raster } from "./raster.ts";
import { part, type Work } from "./work.ts";

const pixelsPerPause = 500_000;

/** `sigmaSpace` in pixels; `sigmaColour` in levels of 0..255: steps well above it stay. */
export function* smoothKeepingEdges(source: Raster, sigmaSpace: number, sigmaColour: number, passes = 3): Work<Raster> {
  const planes: Plane[] = [];
  for (const channel of [0, 1, 2]) {
    planes.push(channelPlane(source, channel));
    yield 0;
  }
  const across = yield* part(costs(planes, 1, sigmaSpace / sigmaColour), 0, 0);
  const down = yield* part(costs(planes, source.width, sigmaSpace / sigmaColour), 0, 0);
  for (let pass = 0; pass < passes; pass++) {
    const sigma = (sigmaSpace * Math.sqrt(3) * 2 ** (passes - pass - 1)) / Math.sqrt(4 ** passes - 1);
    const decay = Math.exp(-Math.SQRT2 / sigma);
    const weightAcross = yield* part(powers(decay, across), pass / passes, (pass + 0.1) / passes);
    const weightDown = yield* part(powers(decay, down), (pass + 0.1) / passes, (pass + 0.2) / passes);
    for (const [n, plane] of planes.entries()) {
      yield (pass + 0.2 + 0.8 * (n / 3)) / passes;
      runAcross(plane, weightAcross);
      yield (pass + 0.2 + 0.8 * ((n + 0.5) / 3)) / passes;
      runDown(plane, weightDown);
    }
  }
  return joinPlanes(planes as [Plane, Plane, Plane]);
}

function* powers(base: number, exponents: Float32Array): Work<Float32Array> {
  const result = new Float32Array(exponents.length);
  for (let from = 0; from < result.length; from += pixelsPerPause) {
    yield from / result.length;
    const to = Math.min(result.length, from + pixelsPerPause);
    for (let i = from; i < to; i++) result[i] = base ** (exponents[i] as number);
  }
  return result;
}

/** How far apart two neighbours are once a step in colour counts as distance. */
function* costs(planes: readonly Plane[], step: number, ratio: number): Work<Float32Array> {
  const [red, green, blue] = planes.map(({ data }) => data) as [Float32Array, Float32Array, Float32Array];
  const result = new Float32Array(red.length);
  for (let from = step; from < result.length; from += pixelsPerPause) {
    yield from / result.length;
    const to = Math.min(result.length, from + pixelsPerPause);
    for (let i = from; i < to; i++) {
      const before = i - step;
      const difference =
        Math.abs((red[i] as number) - (red[before] as number)) +
        Math.abs((green[i] as number) - (green[before] as number)) +
        Math.abs((blue[i] as number) - (blue[before] as number));
      result[i] = 1 + ratio * difference;
    }
  }
  return result;
}

function runAcross(plane: Plane, weights: Float32Array): void {
  const { width, height, data } = plane;
  for (let y = 0; y < height; y++) {
    const start = y * width;
    for (let i = start + 1; i < start + width; i++) mix(data, i, i - 1, weights[i] as number);
    for (let i = start + width - 2; i >= start; i--) mix(data, i, i + 1, weights[i + 1] as number);
  }
}

function runDown(plane: Plane, weights: Float32Array): void {
  const { width, data } = plane;
  for (let i = width; i < data.length; i++) mix(data, i, i - width, weights[i] as number);
  for (let i = data.length - width - 1; i >= 0; i--) mix(data, i, i + width, weights[i + width] as number);
}

function mix(data: Float32Array, to: number, from: number, weight: number): void {
  const own = data[to] as number;
  data[to] = own + weight * ((data[from] as number) - own);
}
