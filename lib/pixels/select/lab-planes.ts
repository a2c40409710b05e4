/** A picture as three planes of CIE Lab, by tables: one conversion a pixel would take longer than what follows. */
import { toLinear } from "../colour.ts";
import type { Raster } from "../raster.ts";

export interface LabPlanes {
  readonly width: number;
  readonly height: number;
  readonly lightness: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
}

const steps = 4096;
const linear = Float32Array.from({ length: 256 }, (_, value) => toLinear(value));
/** The curve of Lab over 0..1: the lightness of a grey tells it. */
const curve = Float32Array.from({ length: steps + 1 }, (_, step) => {
  const t = step / steps;
  return t > 0.008856451679 ? Math.cbrt(t) : t / 0.12841854934 + 4 / 29;
});

export function toLabPlanes({ width, height, channels, data }: Raster): LabPlanes {
  const count = width * height;
  const planes = { width, height, lightness: new Float32Array(count), a: new Float32Array(count), b: new Float32Array(count) };
  const [greenAt, blueAt] = channels === 1 ? [0, 0] : [1, 2];
  for (let pixel = 0, at = 0; pixel < count; pixel += 1, at += channels) {
    const red = linear[data[at] ?? 0] ?? 0;
    const green = linear[data[at + greenAt] ?? 0] ?? 0;
    const blue = linear[data[at + blueAt] ?? 0] ?? 0;
    const x = curved(0.4339 * red + 0.3763 * green + 0.1899 * blue);
    const y = curved(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    const z = curved(0.0178 * red + 0.1095 * green + 0.8727 * blue);
    planes.lightness[pixel] = 116 * y - 16;
    planes.a[pixel] = 500 * (x - y);
    planes.b[pixel] = 200 * (y - z);
  }
  return planes;
}

function curved(share: number): number {
  return curve[Math.min(steps, Math.round(share * steps))] ?? 0;
}

export function squaredStep({ lightness, a, b }: LabPlanes, one: number, other: number): number {
  return (
    ((lightness[one] ?? 0) - (lightness[other] ?? 0)) ** 2 + ((a[one] ?? 0) - (a[other] ?? 0)) ** 2 + ((b[one] ?? 0) - (b[other] ?? 0)) ** 2
  );
}

/** How much neighbours differ on average: what counts as an edge depends on the picture. */
export function meanStepOf(planes: LabPlanes): number {
  let sum = 0;
  const last = planes.lightness.length - 1;
  for (let at = 0; at < last; at += 7) sum += squaredStep(planes, at, at + 1);
  return sum / Math.max(1, last / 7);
}
