/** Smoothing that stops at edges: the recursive domain transform (Gastal and Oliveira 2011), a few passes each way. */
import { joinPlanes, newPlane, type Plane, rgbPlanes } from "./plane.ts";
import type { Raster } from "./raster.ts";
import type { Work } from "./work.ts";

/** `sigmaSpace` in pixels; `sigmaColour` in levels of 0..255: steps well above it stay. */
export function* smoothKeepingEdges(source: Raster, sigmaSpace: number, sigmaColour: number, passes = 3): Work<Raster> {
  const planes = rgbPlanes(source);
  yield 0;
  const across = costs(planes, 1, sigmaSpace / sigmaColour);
  const down = costs(planes, source.width, sigmaSpace / sigmaColour);
  yield 0.05;
  for (let pass = 0; pass < passes; pass++) {
    const sigma = (sigmaSpace * Math.sqrt(3) * 2 ** (passes - pass - 1)) / Math.sqrt(4 ** passes - 1);
    const decay = Math.exp(-Math.SQRT2 / sigma);
    const weightAcross = across.map((distance) => decay ** distance);
    yield pass / passes;
    const weightDown = down.map((distance) => decay ** distance);
    for (const [n, plane] of planes.entries()) {
      yield (pass + n / 3) / passes;
      runAcross(plane, weightAcross);
      runDown(plane, weightDown);
    }
  }
  return joinPlanes([...planes]);
}

/** How far apart two neighbours are once a step in colour counts as distance. */
function costs(planes: readonly [Plane, Plane, Plane], step: number, ratio: number): Float32Array {
  const result = newPlane(planes[0].width, planes[0].height).data;
  for (let i = step; i < result.length; i++) {
    let difference = 0;
    for (const { data } of planes) difference += Math.abs((data[i] as number) - (data[i - step] as number));
    result[i] = 1 + ratio * difference;
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
