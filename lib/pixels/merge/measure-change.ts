/** How far a result is from what the picture would look like in its colours: five measures, each blind to something else. */
import { boxBlur } from "../blur.ts";
import { lumaOf } from "../colour.ts";
import { newPlane, type Plane } from "../plane.ts";
import { halve } from "./even-contrast.ts";
import { evenSharpness } from "./even-sharpness.ts";
import type { Samples } from "./placement.ts";

export interface Measures {
  /** Fine, soft, smooth, rough, lost: about a unit of ΔE each, but for what they are divided by afterwards. */
  readonly values: readonly [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
  /** Contrast of the neighbourhood, of light and colours, at half the size: noise grows with it, and colours are packed coarsely. */
  readonly texture: Plane;
}

/** Roughly ΔE for a step of luma, and of chroma. */
export const lumaWeight = 0.4;
export const chromaWeight = 0.45;

/** Of a channel, next to black and white. */
const clippedReach = 16;
const mostUntold = 8;

/** RGB, placed on each other; `isSeen` is 0 where the result shows nothing, `kept` also where it is taken for edited. */
export function measureChange(expected: Samples, result: Samples, isSeen: Uint8Array, kept: Uint8Array): Measures {
  const { width, height } = expected;
  const before = newPlane(width, height);
  const [ownBlue, ownRed] = [newPlane(width, height), newPlane(width, height)];
  const [light, blue, red] = [newPlane(width, height), newPlane(width, height), newPlane(width, height)];
  for (let i = 0, at = 0; i < isSeen.length; i++, at += 3) {
    const r = expected.data[at] as number;
    const g = expected.data[at + 1] as number;
    const b = expected.data[at + 2] as number;
    const luma = lumaOf(r, g, b);
    before.data[i] = luma * lumaWeight;
    ownBlue.data[i] = (b - luma) * chromaWeight;
    ownRed.data[i] = (r - luma) * chromaWeight;
    if (isSeen[i] === 0) continue;
    const dr = beyondClipping(r, result.data[at] as number);
    const dg = beyondClipping(g, result.data[at + 1] as number);
    const db = beyondClipping(b, result.data[at + 2] as number);
    const d = lumaOf(dr, dg, db);
    light.data[i] = d * lumaWeight;
    red.data[i] = (dr - d) * chromaWeight;
    blue.data[i] = (db - d) * chromaWeight;
  }
  const fineBefore = soften(before, 1);
  evenSharpness(light, before, fineBefore, kept);
  for (let i = 0; i < isSeen.length; i++) if (isSeen[i] === 0) light.data[i] = 0;
  const fineLight = soften(light, 1);
  const fineAfter = newPlane(width, height);
  for (let i = 0; i < fineAfter.data.length; i++) fineAfter.data[i] = (fineBefore.data[i] as number) + (fineLight.data[i] as number);
  const softLight = soften(light, 2);
  // What is slow needs no more than half the size.
  const half = { before: halve(fineBefore), after: halve(fineAfter), blue: soften(halve(blue), 1), red: soften(halve(red), 1) };
  const slow = [soften(halve(softLight), 2), soften(half.blue, 3), soften(half.red, 3)] as const;
  const grown = (plane: Plane) => double(plane, width, height);
  const soft = lengths([softLight, grown(half.blue), grown(half.red)]);
  return {
    values: [
      fineChange(fineBefore, fineAfter),
      soft.data,
      grown(lengths(slow)).data,
      roughness(fineLight, softLight, 4).data,
      grown(lost(half.before, half.after)).data,
    ],
    texture: contrastOf([half.before, halve(ownBlue), halve(ownRed)]),
  };
}

/** What one channel differs by, less what cannot be told where a value was cut off at black or white, or almost. */
function beyondClipping(one: number, other: number): number {
  const room = Math.min(one, other, 255 - one, 255 - other);
  const difference = other - one;
  if (room >= clippedReach) return difference;
  const untold = mostUntold * (1 - room / clippedReach);
  return difference > untold ? difference - untold : difference < -untold ? difference + untold : 0;
}

/** Each value four times. */
function double(half: Plane, width: number, height: number): Plane {
  const plane = newPlane(width, height);
  for (let y = 0; y < height; y++) {
    const row = Math.min(half.height - 1, y >> 1) * half.width;
    for (let x = 0; x < width; x++) plane.data[y * width + x] = half.data[row + Math.min(half.width - 1, x >> 1)] as number;
  }
  return plane;
}

/** As good as a Gaussian here, in two passes. */
function soften(plane: Plane, radius: number): Plane {
  const once = boxBlur(plane, radius);
  return boxBlur(once, radius, once);
}

/** Luma outside of what the picture has within a pixel around. */
function fineChange({ width, height, data: a }: Plane, { data: b }: Plane): Float32Array {
  const beyond = newPlane(width, height);
  const [low, high] = [new Float32Array(a.length), new Float32Array(a.length)];
  for (let at = 1; at < a.length - 1; at++) {
    const before = a[at - 1] as number;
    const here = a[at] as number;
    const after = a[at + 1] as number;
    low[at] = Math.min(before, here, after);
    high[at] = Math.max(before, here, after);
  }
  for (let y = 1; y < height - 1; y++) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at++) {
      const value = b[at] as number;
      // Few are beyond what lies beside them, and only those are held against the rows above and below.
      if (value < (low[at] as number)) {
        const least = Math.min(low[at - width] as number, low[at] as number, low[at + width] as number);
        if (value < least) beyond.data[at] = value - least;
      } else if (value > (high[at] as number)) {
        const most = Math.max(high[at - width] as number, high[at] as number, high[at + width] as number);
        if (value > most) beyond.data[at] = value - most;
      }
    }
  }
  const soft = soften(beyond, 1).data;
  for (let i = 0; i < soft.length; i++) soft[i] = Math.abs(soft[i] as number);
  return soft;
}

/** Texture that went or came: a softened result loses some everywhere, and that is divided out with the rest of the noise. */
function lost(before: Plane, after: Plane): Plane {
  const own = roughness(before, boxBlur(before, 3), 2);
  const other = roughness(after, boxBlur(after, 3), 2);
  for (let i = 0; i < own.data.length; i++) own.data[i] = Math.abs((other.data[i] as number) - (own.data[i] as number));
  return own;
}

function lengths([a, b, c]: readonly [Plane, Plane, Plane]): Plane {
  const result = newPlane(a.width, a.height);
  for (let i = 0; i < result.data.length; i++) {
    const one = a.data[i] as number;
    const two = b.data[i] as number;
    const three = c.data[i] as number;
    result.data[i] = Math.sqrt(one * one + two * two + three * three);
  }
  return result;
}

/** Root of the mean square of what is finer than `slow`, over a window. */
function roughness(plane: Plane, slow: Plane, radius: number): Plane {
  const power = newPlane(plane.width, plane.height);
  addSquares(power, plane, slow);
  return rootOfMean(power, radius);
}

/** The same of light and colours together. */
function contrastOf(planes: readonly [Plane, Plane, Plane]): Plane {
  const power = newPlane(planes[0].width, planes[0].height);
  for (const plane of planes) addSquares(power, plane, soften(plane, 2));
  return rootOfMean(power, 2);
}

function addSquares(power: Plane, plane: Plane, slow: Plane): void {
  for (let i = 0; i < power.data.length; i++) {
    const detail = (plane.data[i] as number) - (slow.data[i] as number);
    power.data[i] = (power.data[i] as number) + detail * detail;
  }
}

function rootOfMean(power: Plane, radius: number): Plane {
  const mean = boxBlur(power, radius, power);
  for (let i = 0; i < mean.data.length; i++) mean.data[i] = Math.sqrt(Math.max(0, mean.data[i] as number));
  return mean;
}
