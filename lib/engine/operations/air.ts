/** The air between the camera and what is far: how far things seem, where the sky is, and fog laid over by that. */
import { componentsOf } from "#lib/engine/regions/components.ts";
import { findSky } from "#lib/engine/regions/natural.ts";
import { gaussianBlur } from "#lib/pixels/blur.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import { fractalNoise } from "#lib/pixels/noise.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { guidePlane } from "#lib/pixels/segment/refine.ts";
import { lookAt, type View } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { contrast, saturation } from "./tone.ts";

export interface Air {
  readonly view: View;
  /** Of the view's size. */
  readonly sky: Plane | undefined;
  /** Of the picture's size and along its edges: 0 near, 1 as far as the sky. */
  readonly far: Plane;
}

/** Where no sky tells where the ground ends, it is taken to end here, as a share of the height. */
const usualHorizon = 0.3;
/** How far the ground seems at this row, just below the picture, and at the horizon. */
const [lowest, nearest, farthest] = [1.02, 0.3, 0.92];
export const viewSide = 160;
/** In shares of the longer side: no further than this does the distance of one thing run over into the next. */
const reach = 0.02;

/** `subject`: what stands out, of the view's size; all of it is as far as where it stands. */
export function* readAir(source: Raster, subject?: Plane): Work<Air> {
  const view = yield* lookAt(source, viewSide);
  yield 0.1;
  const sky = yield* part(findSky(view), 0.1, 0.5);
  const far = yield* part(guidePlane(source, seemingDistance(view, sky, subject), reach), 0.5, 1);
  return { view, sky, far };
}

/** Up is far, and air takes colour from what is far: what is strongly coloured and low stands near. */
function seemingDistance({ width, height, chroma }: View, sky: Plane | undefined, subject: Plane | undefined): Plane {
  const horizon = horizonOf(sky, width, height);
  const wide = gaussianBlur({ width, height, data: chroma }, width / 60).data;
  const usual = Math.max(5, chroma.reduce((sum, value) => sum + value, 0) / chroma.length);
  const result = newPlane(width, height);
  for (let i = 0; i < result.data.length; i++) {
    const y = (Math.floor(i / width) + 0.5) / height;
    const up = ramp(y, lowest, horizon);
    const near = ramp(wide[i] as number, 0.8 * usual, 2 * usual);
    const own = (nearest + (farthest - nearest) * up) * (1 - 0.38 * near);
    result.data[i] = own + (sky?.data[i] ?? 0) * (1 - own);
  }
  if (subject !== undefined) standOnFeet(result, subject, horizon);
  return result;
}

/** Head and feet of a thing are equally far. */
function standOnFeet(far: Plane, subject: Plane, horizon: number): void {
  const { width, height, data } = subject;
  const isOf = data.map((value) => (value > 0.5 ? 1 : 0));
  const foot = newPlane(width, height).data.fill(1);
  for (const group of componentsOf(isOf, width, height)) {
    const feet = (Math.max(...group.map((i) => Math.floor(i / width))) + 0.5) / height;
    for (const i of group) foot[i] = nearest + (farthest - nearest) * ramp(feet, lowest, horizon);
  }
  for (let i = 0; i < data.length; i++) {
    const own = far.data[i] as number;
    far.data[i] = own + (data[i] as number) * Math.min(0, 0.8 * (foot[i] as number) - own);
  }
}

/** The row above which half of the picture's columns are sky, as a share of the height. */
function horizonOf(sky: Plane | undefined, width: number, height: number): number {
  if (sky === undefined) return usualHorizon;
  for (let y = height - 1; y >= 0; y--) {
    let count = 0;
    for (let x = 0; x < width; x++) count += sky.data[y * width + x] as number;
    if (count > width / 2) return Math.max(usualHorizon / 2, Math.min(0.8, y / height));
  }
  return usualHorizon;
}

const fogLight: Rgb = [222, 226, 230];

export function* fog(source: Raster, strength: number, seed: number): Work<Raster> {
  const pale = yield* part(saturation(source, -0.35 * Math.min(1, strength)), 0, 0.1);
  const soft = yield* part(contrast(pale, -0.12 * Math.min(1, strength)), 0.1, 0.2);
  const { far } = yield* part(readAir(source), 0.2, 0.6);
  const thick = strength <= 1 ? strength : 1 + 0.4 * (strength - 1);
  return yield* part(veil(soft, far, 0.78 * thick, seed, fogLight), 0.6, 1);
}

/** Light of the air laid over a picture by how far things are, in slow drifts. */
export function* veil(source: Raster, far: Plane, density: number, seed: number, air: Rgb): Work<Raster> {
  const { width, height } = source;
  const scale = 3 / Math.max(width, height);
  return yield* mapPixelsSlowly(source, (red, green, blue, out, i) => {
    const away = Math.min(1, Math.max(0, far.data[i] as number));
    const drift = 0.8 + 0.4 * fractalNoise((i % width) * scale, Math.floor(i / width) * scale * 1.5, seed, 4);
    // An open sky has most of it before it: nobody sees blue through a snowfall.
    const open = ramp(away, 0.86, 1);
    // However thick, what stands is still made out.
    const share = Math.min(0.7 + 0.2 * open, density * (0.1 + 0.9 * away) * (drift + open * (1.45 - drift)));
    out[0] = red + share * (air[0] - red);
    out[1] = green + share * (air[1] - green);
    out[2] = blue + share * (air[2] - blue);
  });
}
