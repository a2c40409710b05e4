/** From how much every pixel seems changed to the areas that are brought over, with soft rims. */
import { boxBlur } from "../blur.ts";
import { newPlane, type Plane } from "../plane.ts";

const sure = 1.25;
const likely = 0.8;
/** Islands smaller than this many pixels, and those with too little that is sure, are noise. */
const leastIsland = 60;
const leastSure = 12;
const closing = 5;
/** Holes up to this share of the picture are filled. */
const mostHole = 0.004;

/** 1 where something changed. */
export function shapeMask(weighed: Float32Array, width: number, height: number): Uint8Array {
  const mask = new Uint8Array(weighed.length);
  keepIslands(weighed, mask, width);
  const closed = thin(widen(mask, width, height, closing), width, height, closing);
  fillHoles(closed, width, mostHole * closed.length);
  return closed;
}

/** All of what lies within `grow` pixels of the mask, then falling off over `feather`; exactly 0 beyond. */
export function softenMask(mask: Uint8Array, width: number, height: number, grow: number, feather: number): Uint8Array {
  const half = Math.ceil(feather / 2);
  const wide = toPlane(widen(mask, width, height, grow + half), width, height);
  const soft = feather === 0 ? wide : boxBlur(wide, half);
  const alpha = new Uint8Array(mask.length);
  for (let i = 0; i < alpha.length; i++) alpha[i] = Math.round(255 * Math.max(0, Math.min(1, soft.data[i] as number)));
  return alpha;
}

export function widen(mask: Uint8Array, width: number, height: number, radius: number): Uint8Array {
  return isAbove(mask, width, height, radius, 1e-5);
}

function thin(mask: Uint8Array, width: number, height: number, radius: number): Uint8Array {
  return isAbove(mask, width, height, radius, 1 - 1e-5);
}

/** Where more than this share of the window around is set. */
function isAbove(mask: Uint8Array, width: number, height: number, radius: number, share: number): Uint8Array {
  const near = boxBlur(toPlane(mask, width, height), radius).data;
  const above = new Uint8Array(mask.length);
  for (let i = 0; i < above.length; i++) above[i] = (near[i] as number) > share ? 1 : 0;
  return above;
}

function toPlane(mask: Uint8Array, width: number, height: number): Plane {
  const plane = newPlane(width, height);
  plane.data.set(mask);
  return plane;
}

/** What is likely counts where it hangs together with what is sure. */
function keepIslands(weighed: Float32Array, mask: Uint8Array, width: number): void {
  const seen = new Uint8Array(weighed.length);
  const queue = new Int32Array(weighed.length);
  for (let start = 0; start < weighed.length; start++) {
    if (seen[start] !== 0 || (weighed[start] as number) < likely) continue;
    let [end, strong] = [1, 0];
    queue[0] = start;
    seen[start] = 1;
    for (let at = 0; at < end; at++) {
      const pixel = queue[at] as number;
      if ((weighed[pixel] as number) >= sure) strong++;
      const x = pixel % width;
      for (const next of [x > 0 ? pixel - 1 : -1, x < width - 1 ? pixel + 1 : -1, pixel - width, pixel + width]) {
        if (next < 0 || next >= weighed.length || seen[next] !== 0 || (weighed[next] as number) < likely) continue;
        seen[next] = 1;
        queue[end++] = next;
      }
    }
    if (end < leastIsland || strong < leastSure) continue;
    for (let at = 0; at < end; at++) mask[queue[at] as number] = 1;
  }
}

/** Small areas without a mark, unless they touch the border. */
function fillHoles(mask: Uint8Array, width: number, most: number): void {
  const seen = new Uint8Array(mask.length);
  const queue = new Int32Array(mask.length);
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] !== 0 || seen[start] !== 0) continue;
    let end = 1;
    let isOpen = false;
    queue[0] = start;
    seen[start] = 1;
    for (let at = 0; at < end; at++) {
      const pixel = queue[at] as number;
      const x = pixel % width;
      if (x === 0 || x === width - 1 || pixel < width || pixel >= mask.length - width) isOpen = true;
      for (const next of [x > 0 ? pixel - 1 : -1, x < width - 1 ? pixel + 1 : -1, pixel - width, pixel + width]) {
        if (next < 0 || next >= mask.length || seen[next] !== 0 || mask[next] !== 0) continue;
        seen[next] = 1;
        queue[end++] = next;
      }
    }
    if (isOpen || end > most) continue;
    for (let at = 0; at < end; at++) mask[queue[at] as number] = 1;
  }
}
