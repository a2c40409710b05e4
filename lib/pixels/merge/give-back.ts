/**
 * What is found changed holds ground that is not: between letters, and all around where a result is a little softer than its
 * picture. Where the two agree once colours are evened, the picture's own pixels stay, and the cut is made there.
 */
import { boxBlur } from "../blur.ts";
import { lumaOf } from "../colour.ts";
import { lengthOf } from "../length.ts";
import { newPlane, type Plane } from "../plane.ts";
import type { Raster } from "../raster.ts";
import { chromaWeight, lumaWeight } from "./measure-change.ts";
import type { Samples, Window } from "./placement.ts";
import { fillHoles, invert, type Softness, softenMask, thin, widen } from "./shape-mask.ts";
import { type Noise, scalesOf } from "./weigh-change.ts";

export interface Found {
  readonly picture: Raster;
  /** The result in the picture's place and colours. */
  readonly placed: Raster;
  /** The same as it came: where its values were cut off. */
  readonly shown: Samples;
  /** 1 where something was found changed. */
  readonly mask: Uint8Array;
  /** The class of every neighbourhood's contrast. */
  readonly kinds: Uint8Array;
  /** Beyond it the result tells nothing. */
  readonly trusted: Window;
  readonly softness: Softness;
}

/** In about a unit of ΔE each. */
const noise: Noise = { floor: 2, ceiling: 4.5, margin: 3.5 };
/** Colours are packed more coarsely than light, and both the more so beside what is strong. */
const packed = { share: 0.1, light: 0.04, most: 8 } as const;
/** Of 255: so near its end a value may have been cut off, and so much at most. */
const cutOff = { reach: 8, most: 24 } as const;
/** Less of what is strong beside it is its blur. */
const bleeding = 0.3;
const strong = 8;
/** Beside less, a cut would show: of any pixel, and of the mean of three by three, which is less where only texture differs. */
const bold = { any: 20, even: 10.6 } as const;
/** Gaps and faint marks smaller than this many pixels are chance. */
const leastGap = 60;
const leastFaint = 40;
/** From what was found, known ground begins. */
const doubt = 8;

/** How much comes over: never more than all that was found and a soft rim, which beside what changed strongly is cut to one pixel. */
export function giveBack(found: Found): Uint8Array {
  if (!found.mask.includes(1)) return new Uint8Array(found.mask.length);
  const { width, height } = found.picture;
  const { grow, feather } = found.softness;
  const { changed, faint } = tellChanged(found);
  const wide = softenMask(found.mask, width, height, grow, feather);
  const alpha = softenMask(faint, width, height, grow, feather);
  const rim = widen(changed, width, height, 1);
  for (let i = 0; i < alpha.length; i++) {
    const cut = changed[i] === 1 ? 255 : rim[i] === 1 ? 128 : 0;
    alpha[i] = Math.min(wide[i] as number, Math.max(cut, alpha[i] as number));
  }
  return alpha;
}

interface Told {
  /** 1 where something was found and the result differs. */
  readonly changed: Uint8Array;
  /** 1 where it differs a little: a shadow, a glow. */
  readonly faint: Uint8Array;
}

function tellChanged(found: Found): Told {
  const { mask, trusted, picture } = found;
  const { width, height } = picture;
  const reach = found.softness.grow;
  const apart = measureApart(found);
  const largest = largestWithin(apart.each, width, reach);
  const largestMean = largestWithin(apart.mean, width, reach);
  const isTrusted = windowMask(trusted, width, height);
  const agreeing = findAgreement(found, apart, largest, isTrusted);
  const ground = widen(thin(agreeing, width, height, 1), width, height, 1);
  const besideGround = widen(ground, width, height, Math.max(1, reach - 1));
  const changed = new Uint8Array(mask.length);
  const faint = new Uint8Array(mask.length);
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0 || ground[i] === 1) continue;
    const most = largest[i] as number;
    if (besideGround[i] === 1 && isTrusted[i] === 1 && most >= strong && (apart.each[i] as number) < bleeding * most) continue;
    changed[i] = 1;
    if (most < bold.any && (largestMean[i] as number) < bold.even && agreeing[i] === 0) faint[i] = 1;
  }
  fillHoles(changed, width, leastGap);
  return { changed, faint: withoutSpecks(faint, width) };
}

interface Apart {
  readonly each: Float32Array;
  /** Means of three by three. */
  readonly mean: Float32Array;
  readonly light: Float32Array;
}

function measureApart({ picture, placed, shown }: Found): Apart {
  const { width, height } = picture;
  const [light, blue, red] = [newPlane(width, height), newPlane(width, height), newPlane(width, height)];
  const each = new Float32Array(width * height);
  const own = picture.data;
  const other = placed.data;
  const came = shown.data;
  for (let i = 0, at = 0; i < each.length; i++, at += 3) {
    const dr = beyondCutOff(own[at] as number, other[at] as number, came[at] as number);
    const dg = beyondCutOff(own[at + 1] as number, other[at + 1] as number, came[at + 1] as number);
    const db = beyondCutOff(own[at + 2] as number, other[at + 2] as number, came[at + 2] as number);
    const d = lumaOf(dr, dg, db);
    light.data[i] = d * lumaWeight;
    blue.data[i] = (db - d) * chromaWeight;
    red.data[i] = (dr - d) * chromaWeight;
    each[i] = lengthAt(light, blue, red, i);
  }
  for (const plane of [light, blue, red]) boxBlur(plane, 1, plane);
  const mean = red.data;
  for (let i = 0; i < mean.length; i++) {
    mean[i] = lengthAt(light, blue, red, i);
    light.data[i] = Math.abs(light.data[i] as number);
  }
  return { each, mean, light: light.data };
}

/** What a value differs by, less what it may have had beyond the black or white at which it came. */
function beyondCutOff(own: number, other: number, came: number): number {
  const difference = other - own;
  if (difference < 0 && came > 255 - cutOff.reach) return Math.min(0, difference + cutOff.most * (1 - (255 - came) / cutOff.reach));
  if (difference > 0 && came < cutOff.reach) return Math.max(0, difference - cutOff.most * (1 - came / cutOff.reach));
  return difference;
}

function lengthAt(a: Plane, b: Plane, c: Plane, i: number): number {
  return lengthOf(a.data[i] as number, b.data[i] as number, c.data[i] as number);
}

/** 1 where the result is no farther from its picture than it is in grounds of the same contrast that nobody changed. */
function findAgreement({ mask, kinds, picture, softness }: Found, apart: Apart, largest: Float32Array, isTrusted: Uint8Array): Uint8Array {
  const { width, height } = picture;
  const known = widen(mask, width, height, doubt);
  for (let i = 0; i < known.length; i++) known[i] = (isTrusted[i] as number) & (1 - (known[i] as number));
  const limits = scalesOf(apart.mean, kinds, noise, known);
  const agreeing = new Uint8Array(mask.length);
  const step = 2 * softness.grow - 1;
  for (let i = 0; i < agreeing.length; i++) {
    if (isTrusted[i] === 0) continue;
    const limit = limits[kinds[i] as number] as number;
    const mean = apart.mean[i] as number;
    if (mean < limit) agreeing[i] = 1;
    else if (mask[i] === 1 && mean < packed.most) {
      const beside = largestAround(largest, width, i, step);
      if (mean < packed.share * beside && (apart.light[i] as number) < Math.max(limit, packed.light * beside)) agreeing[i] = 1;
    }
  }
  return agreeing;
}

/** From windows that lie side by side. */
function largestAround(largest: Float32Array, width: number, i: number, step: number): number {
  const x = i % width;
  const y = (i - x) / width;
  const last = largest.length / width - 1;
  let most = 0;
  for (let dy = -step; dy <= step; dy += step) {
    const row = Math.max(0, Math.min(last, y + dy)) * width;
    for (let dx = -step; dx <= step; dx += step) {
      const value = largest[row + Math.max(0, Math.min(width - 1, x + dx))] as number;
      if (value > most) most = value;
    }
  }
  return most;
}

/** Of all in a square around each; windows are doubled until they are as wide as wanted, and then put in the middle. */
function largestWithin(values: Float32Array, width: number, radius: number): Float32Array {
  const largest = values.slice();
  for (let row = 0; row < largest.length; row += width) {
    const line = largest.subarray(row, row + width);
    widenWindows(line, 1, radius);
    line.copyWithin(radius, 0, width - radius);
  }
  widenWindows(largest, width, radius);
  return largest.copyWithin(radius * width, 0, largest.length - radius * width);
}

/** Each becomes the largest of itself and what follows it at this distance, `2 × radius + 1` in all. */
function widenWindows(values: Float32Array, distance: number, radius: number): void {
  const size = 2 * radius + 1;
  for (let reached = 1; reached < size; ) {
    const more = Math.min(reached, size - reached);
    const ahead = more * distance;
    for (let i = 0; i < values.length - ahead; i++) {
      const next = values[i + ahead] as number;
      if (next > (values[i] as number)) values[i] = next;
    }
    reached += more;
  }
}

function windowMask({ across, down }: Window, width: number, height: number): Uint8Array {
  const inside = new Uint8Array(width * height);
  for (let y = down.from; y < down.to; y++) inside.fill(1, y * width + across.from, y * width + Math.max(across.from, across.to));
  return inside;
}

/** Islands are the holes of what is left. */
function withoutSpecks(mask: Uint8Array, width: number): Uint8Array {
  const rest = invert(mask);
  fillHoles(rest, width, leastFaint - 1);
  return invert(rest);
}
