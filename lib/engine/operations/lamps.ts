/** Lights that are on at night: some of the windows of a wall that has windows, and what shone already. Nothing is lit where neither is. */
import { componentsOf } from "#lib/engine/regions/components.ts";
import { boxBlur, gaussianBlur, gaussianBlurSlowly } from "#lib/pixels/blur.ts";
import { lumaOf } from "#lib/pixels/colour.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import { lumaPlane, newPlane, type Plane } from "#lib/pixels/plane.ts";
import { hashPoint } from "#lib/pixels/random.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { resizeSlowly } from "#lib/pixels/resample.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { guidePlane, scalePlane } from "#lib/pixels/segment/refine.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { findFarWindows } from "./far-windows.ts";

const viewSide = 320;
/** A pane is so much darker than the wall about it, which is looked at as far as a share of the width. */
const [darkness, about] = [0.8, 1 / 14];
/** In pixels of the view: what is smaller may be anything. */
const leastSide = 9;
/** Of its box a pane fills so much, whatever it mirrors; a hollow between stones or leaves does not. */
const leastFull = 0.5;
/** Of a small one more, for small dark things are many. */
const [small, leastFullOfSmall] = [19, 0.66];
/** One dark square is a hole; so many of one width and height are windows. */
const [leastPanes, mostUnlike] = [5, 1.25];
/** Of them are on. */
const lit = 0.62;
/** A wall by day is brighter than this. */
const leastWall = 46;
/** By day what is bright is lit by the sun; below this mean luma it may be a lamp. */
const [evening, day] = [62, 88];

interface Lights {
  /** Both smaller than the picture; of near panes the outline is roughly known. */
  readonly near: Plane;
  readonly far: Plane | undefined;
}

/** Undefined where nothing would be lit. */
function* findLights(before: Raster, seed: number): Work<Lights | undefined> {
  const scale = Math.min(1, viewSide / Math.max(before.width, before.height));
  const [width, height] = [before.width, before.height].map((side) => Math.max(1, Math.round(side * scale))) as [number, number];
  const luma = lumaPlane(yield* part(resizeSlowly(before, width, height, "area"), 0, 0.3));
  const lights = newPlane(width, height);
  for (const [n, pane] of panesOf(luma).entries()) {
    const share = 0.55 + 0.45 * hashPoint(n, 5, seed);
    if (hashPoint(n, 3, seed) < lit) for (const i of pane) lights.data[i] = share;
  }
  yield 0.4;
  addLamps(lights, luma);
  const far = yield* part(findFarWindows(before, seed), 0.4, 1);
  return far !== undefined || lights.data.some((value) => value > 0.05) ? { near: lights, far } : undefined;
}

/** Whether there is anything that could be lit. */
export function* hasLamps(picture: Raster): Work<boolean> {
  return (yield* findLights(picture, 1)) !== undefined;
}

/** `before` is the picture by day. */
export function* lightLamps(before: Raster, night: Raster, seed: number): Work<Raster> {
  const lights = yield* part(findLights(before, seed), 0, 0.25);
  if (lights === undefined) return night;
  const shining = yield* part(guidePlane(before, lights.near, 0.004), 0.25, 0.5);
  if (lights.far !== undefined) {
    const far = scalePlane(lights.far, before.width, before.height);
    for (let i = 0; i < far.data.length; i++) shining.data[i] = Math.max(shining.data[i] as number, far.data[i] as number);
  }
  const spread = yield* part(gaussianBlurSlowly(shining, Math.max(before.width, before.height) / 70), 0.5, 0.8);
  return yield* mapPixelsSlowly(night, (red, green, blue, out, i) => {
    const own = Math.min(1, Math.max(0, 1.3 * (shining.data[i] as number) - 0.1));
    const at = i * before.channels;
    // What stands behind a pane is still made out.
    const inside =
      0.62 + 0.38 * ramp(lumaOf(before.data[at] as number, before.data[at + 1] as number, before.data[at + 2] as number), 8, 120);
    const glow = 0.55 * Math.max(0, spread.data[i] as number);
    out[0] = screen(red + own * (255 * inside - red), 255 * glow);
    out[1] = screen(green + own * (196 * inside - green), 160 * glow);
    out[2] = screen(blue + own * (112 * inside - blue), 66 * glow);
  });
}

function screen(under: number, over: number): number {
  return 255 - ((255 - under) * (255 - Math.min(255, over))) / 255;
}

interface Pane {
  readonly left: number;
  readonly top: number;
  readonly across: number;
  readonly down: number;
}

/** The pixels of each: dark and square, several of one size. */
function panesOf(luma: Plane): readonly (readonly number[])[] {
  const { width, height } = luma;
  const radius = Math.round(width * about);
  const around = boxBlur(boxBlur(luma, radius), radius).data;
  const isBelow = (i: number, share: number): boolean => (luma.data[i] as number) < share * (around[i] as number);
  const dark = luma.data.map((_, i) => ((around[i] as number) > leastWall && isBelow(i, darkness) ? 1 : 0));
  const square = componentsOf(dark, width, height)
    .filter((group) => group.length >= leastFull * leastSide ** 2)
    .map((group) => paneOf(group, width))
    .filter((pane) => pane !== undefined);
  const isAlike = (a: Pane, b: Pane): boolean =>
    Math.max(a.across / b.across, b.across / a.across) < mostUnlike && Math.max(a.down / b.down, b.down / a.down) < mostUnlike;
  return (
    square
      .filter((pane) => square.filter((other) => isAlike(pane, other)).length >= leastPanes)
      // What is mirrored in a pane belongs to it.
      .map(({ left, top, across, down }) =>
        Array.from({ length: across * down }, (_, n) => (top + Math.floor(n / across)) * width + left + (n % across)).filter((i) =>
          isBelow(i, 0.96),
        ),
      )
  );
}

function boxOf(group: readonly number[], width: number): Pane {
  let [left, right, top, bottom] = [width, 0, Number.POSITIVE_INFINITY, 0];
  for (const i of group) {
    const [x, y] = [i % width, Math.floor(i / width)];
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  }
  return { left, top, across: right - left + 1, down: bottom - top + 1 };
}

function paneOf(group: readonly number[], width: number): Pane | undefined {
  const box = boxOf(group, width);
  const { across, down } = box;
  const least = Math.min(across, down) < small ? leastFullOfSmall : leastFull;
  const isPane = Math.min(across, down) >= leastSide && Math.max(across / down, down / across) < 4 && group.length >= least * across * down;
  return isPane && hasCorners(group, box, width) ? box : undefined;
}

/** As a stone or a leaf has not. */
function hasCorners(group: readonly number[], { left, top, across, down }: Pane, width: number): boolean {
  const own = new Set(group);
  const corners = [0.09, 0.91].flatMap((u) =>
    [0.09, 0.91].map((v) => (top + Math.floor(v * down)) * width + left + Math.floor(u * across)),
  );
  return corners.filter((i) => own.has(i)).length >= 3;
}

/** A lamp is about as high as wide and stands in the picture; a blade of grass that gleams, or a sleeve at its edge, is none. */
const [mostOfLamp, leastRound] = [0.004, 0.6];

/** Small, round and far brighter than all about it, in a picture that was dark already. */
function addLamps(lights: Plane, luma: Plane): void {
  const { width, height } = luma;
  const mean = luma.data.reduce((sum, value) => sum + value, 0) / luma.data.length;
  const isDark = ramp(mean, day, evening);
  if (isDark === 0) return;
  const wide = gaussianBlur(luma, width / 30).data;
  const shine = luma.data.map((value, i) => isDark * ramp(value, 190, 240) * ramp(wide[i] as number, 120, 70));
  for (const group of componentsOf(shine, width, height)) {
    const { left, top, across, down } = boxOf(group, width);
    const isInside = left > 0 && top > 0 && left + across < width && top + down < height;
    const isRound = Math.max(across / down, down / across) < 1.8 && group.length >= leastRound * across * down;
    if (isInside && isRound && group.length > 4 && group.length < mostOfLamp * luma.data.length)
      for (const i of group) lights.data[i] = Math.max(lights.data[i] as number, shine[i] as number);
  }
}
