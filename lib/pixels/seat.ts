/**
 * Blends a layer's rim in the gradient domain: the layer keeps its own gradients while its values are pulled to what
 * they meet at the outline, less and less inwards (a screened Poisson equation). Solved by sweeps on the rim alone.
 */
import { gaussianBlurSlowly } from "./blur.ts";
import type { Plane } from "./plane.ts";
import { newRaster, type Raster } from "./raster.ts";
import { part, type Work } from "./work.ts";

const pixelsPerPause = 500_000;
const rounds = 24;
/** How fast the pull fades: about one over the square root of this, in pixels of the solution. */
const screening = 0.06;
/** A rim that differs by more is an edge of the thing itself, not a seam. */
const largestPull = 26;
const strength = 0.55;

/** `of` is how large the whole picture is, where this is a part of it. */
export function* seatInGradients(layer: Raster, under: Raster, opacity: Plane, of: Pick<Raster, "width" | "height"> = layer): Work<Raster> {
  const { width, height } = layer;
  const isInside = (i: number): boolean => (opacity.data[i] as number) > 0.5;
  const rim: number[] = [];
  const near = yield* part(gaussianBlurSlowly(opacity, Math.max(2, Math.max(of.width, of.height) / 160)), 0, 0.06);
  for (let i = 0; i < opacity.data.length; i++) {
    if (i % pixelsPerPause === 0) yield 0.06 + (0.02 * i) / opacity.data.length;
    if (isInside(i) && (near.data[i] as number) < 0.995) rim.push(i);
  }
  const pull = new Float32Array(width * height * 3);
  for (let i = 0; i < opacity.data.length; i++) {
    if (i % pixelsPerPause === 0) yield 0.08 + (0.02 * i) / opacity.data.length;
    const share = opacity.data[i] as number;
    // The outline: covered in part, or outside beside the inside.
    if (isInside(i) || share < 0.02) continue;
    for (let c = 0; c < 3; c++) {
      const step = (under.data[i * 3 + c] as number) - (layer.data[i * 3 + c] as number);
      pull[i * 3 + c] = strength * Math.max(-largestPull, Math.min(largestPull, step));
    }
  }
  for (let round = 0; round < rounds; round++) {
    yield 0.1 + (0.8 * round) / rounds;
    for (const i of rim) {
      const [x, y] = [i % width, Math.floor(i / width)];
      const around = [x > 0 ? i - 1 : i, x < width - 1 ? i + 1 : i, y > 0 ? i - width : i, y < height - 1 ? i + width : i];
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        for (const j of around) sum += pull[j * 3 + c] as number;
        pull[i * 3 + c] = sum / (4 + screening * 4);
      }
    }
  }
  const result = newRaster(width, height, 3);
  for (let i = 0; i < result.data.length; i++) {
    if (i % pixelsPerPause === 0) yield 0.9 + (0.1 * i) / result.data.length;
    result.data[i] = (layer.data[i] as number) + (pull[i] as number);
  }
  return result;
}
