/**
 * Brings a nearly right placement to the last hundredths of a pixel: by what every slope tells about where it has moved to,
 * and about nothing else. A straight edge is a witness across, not along; blocks do not know that.
 */

import type { Plane } from "../plane.ts";
import { solve } from "../solve.ts";
import { type Placement, readPlaced } from "./placement.ts";

export interface SlopeSearch {
  /** One pixel of so many, along both axes. */
  readonly step: number;
  readonly rounds: number;
  /** Squared, of an evened plane: below this it is noise that slopes. */
  readonly leastSlope: number;
}

/** Times the usual miss: beyond, something was edited. */
const tolerance = 4.7 * 1.4826;
const slots = 400;
const slotsPerUnit = 100;
/** Of a pixel, at the corners. */
const settled = 0.01;
/** Holds what no slope tells anything about. */
const pull = 0.002;

export function followSlopes(own: Plane, other: Plane, start: Placement, { step, rounds, leastSlope }: SlopeSearch): Placement {
  let placement = start;
  let best = { placement: start, miss: Number.POSITIVE_INFINITY };
  for (let round = 0; round <= rounds; round++) {
    const placed = { ...own, data: readPlaced(other, 1, placement) };
    const view: View = { own, placed, placement, step, leastSlope, inset: insetOf(placement, own) };
    const miss = usualMiss(view);
    if (miss >= best.miss) break;
    best = { placement, miss };
    if (round === rounds) break;
    const [zoomX, shiftX, zoomY, shiftY] = moveOf(view, tolerance * Math.max(0.02, miss));
    // Told around the middle, so that zoom and shift do not pull at each other.
    const scaleX = placement.scaleX + zoomX / own.width;
    const scaleY = placement.scaleY + zoomY / own.height;
    placement = {
      scaleX,
      shiftX: placement.shiftX + shiftX - zoomX / 2,
      scaleY,
      shiftY: placement.shiftY + shiftY - zoomY / 2,
    };
    if (Math.hypot(Math.abs(shiftX) + Math.abs(zoomX) / 2, Math.abs(shiftY) + Math.abs(zoomY) / 2) < settled) {
      best = { placement, miss };
      break;
    }
  }
  return best.placement;
}

interface View {
  readonly own: Plane;
  readonly placed: Plane;
  readonly placement: Placement;
  readonly step: number;
  readonly leastSlope: number;
  readonly inset: number;
}

/** What lies near a border may have been moved in from nowhere. */
function insetOf({ scaleX, shiftX, scaleY, shiftY }: Placement, { width, height }: Plane): number {
  const reach = (scale: number, shift: number, length: number) => Math.max(Math.abs(shift), Math.abs(scale * length + shift - length));
  const most = Math.max(reach(scaleX, shiftX, width), reach(scaleY, shiftY, height));
  return Math.ceil(Math.min(Math.min(width, height) / 4, most + 4));
}

/** The middle of how far the values of slopes are apart. */
function usualMiss({ own, placed, step, leastSlope, inset }: View): number {
  const counts = new Uint32Array(slots);
  const { width, height } = own;
  const [a, b] = [own.data, placed.data];
  let total = 0;
  for (let y = inset; y < height - inset; y += step * 2) {
    for (let at = y * width + inset; at < (y + 1) * width - inset; at += step * 2) {
      const gx = (b[at + 1] as number) - (b[at - 1] as number);
      const gy = (b[at + width] as number) - (b[at - width] as number);
      if (gx * gx + gy * gy < leastSlope * 4) continue;
      const slot = Math.min(slots - 1, Math.floor(Math.abs((a[at] as number) - (b[at] as number)) * slotsPerUnit));
      counts[slot] = (counts[slot] as number) + 1;
      total++;
    }
  }
  let seen = 0;
  for (let slot = 0; slot < slots; slot++) {
    const here = counts[slot] as number;
    // Between two slots, so that a small gain is seen.
    if ((seen + here) * 2 >= total) return (slot + (total / 2 - seen) / Math.max(1, here)) / slotsPerUnit;
    seen += here;
  }
  return Number.POSITIVE_INFINITY;
}

/** Gauss–Newton, in which what disagrees counts less and less (Tukey): zoom across, shift across, zoom down, shift down. */
function moveOf({ own, placed, step, leastSlope, inset, placement }: View, reach: number): readonly [number, number, number, number] {
  const { width, height } = own;
  const [a, b] = [own.data, placed.data];
  const sums = new Float64Array(14);
  const [perX, perY] = [0.5 / placement.scaleX, 0.5 / placement.scaleY];
  let count = 0;
  for (let y = inset; y < height - inset; y += step) {
    const v = y / height - 0.5;
    for (let x = inset; x < width - inset; x += step) {
      const at = y * width + x;
      const gx = ((b[at + 1] as number) - (b[at - 1] as number)) * perX;
      const gy = ((b[at + width] as number) - (b[at - width] as number)) * perY;
      if (gx * gx + gy * gy < leastSlope) continue;
      const miss = (a[at] as number) - (b[at] as number);
      const off = miss / reach;
      if (off >= 1 || off <= -1) continue;
      const trust = (1 - off * off) ** 2;
      count++;
      addTo(sums, gx * (x / width - 0.5), gx, gy * v, gy, miss, trust);
    }
  }
  return count < 200 ? [0, 0, 0, 0] : solveFor(sums);
}

function addTo(sums: Float64Array, p: number, q: number, r: number, s: number, miss: number, trust: number): void {
  const tp = p * trust;
  const tq = q * trust;
  const tr = r * trust;
  const ts = s * trust;
  sums[0] = (sums[0] as number) + tp * p;
  sums[1] = (sums[1] as number) + tq * p;
  sums[2] = (sums[2] as number) + tq * q;
  sums[3] = (sums[3] as number) + tr * p;
  sums[4] = (sums[4] as number) + tr * q;
  sums[5] = (sums[5] as number) + tr * r;
  sums[6] = (sums[6] as number) + ts * p;
  sums[7] = (sums[7] as number) + ts * q;
  sums[8] = (sums[8] as number) + ts * r;
  sums[9] = (sums[9] as number) + ts * s;
  sums[10] = (sums[10] as number) + tp * miss;
  sums[11] = (sums[11] as number) + tq * miss;
  sums[12] = (sums[12] as number) + tr * miss;
  sums[13] = (sums[13] as number) + ts * miss;
}

function solveFor(sums: Float64Array): readonly [number, number, number, number] {
  const matrix = new Float64Array(16);
  for (let row = 0, at = 0; row < 4; row++) {
    for (let column = 0; column <= row; column++, at++) {
      matrix[row * 4 + column] = sums[at] as number;
      matrix[column * 4 + row] = sums[at] as number;
    }
  }
  const strongest = Math.max(matrix[5] as number, matrix[15] as number);
  for (let i = 0; i < 4; i++) matrix[i * 5] = (matrix[i * 5] as number) + pull * strongest * (i % 2 === 0 ? 1 / 12 : 1);
  const [zoomX, shiftX, zoomY, shiftY] = solve(matrix, sums.slice(10)) as unknown as [number, number, number, number];
  return [zoomX, shiftX, zoomY, shiftY];
}
