/** What one walks on in a street: cobbles, slabs, asphalt with its pavements; puddles after rain. */
import { lengthOf } from "#lib/pixels/length.ts";
import type { NoiseField } from "#lib/pixels/noise-field.ts";
import { hashPoint } from "#lib/pixels/random.ts";
import { dim, hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import type { Street } from "./plan.ts";

const stone = hex("8a8378");
const slab = hex("868884");
const asphalt = hex("4a4b4e");
const kerb = hex("8d8b86");
const snow = hex("e4e9f0");
const paint = hex("d8d6cc");

/** The colour of the ground, and how well it mirrors. `blur`: metres that one pixel covers along the street. */
export function layGround(out: Radiance, street: Street, x: number, z: number, noise: NoiseField, blur: number): number {
  const aside = x - street.bend * z * z;
  if (street.kind === "modern") layRoad(out, street, aside, z, noise, blur);
  else layStones(out, street, aside, z, noise, blur);
  dim(out, 0.84 + 0.3 * noise.fractal(x * 0.6, z * 0.4, 4) - 0.3 * ramp(street.half - 0.7, street.half, Math.abs(aside)));
  if (street.hasSnow) {
    // Trodden in the middle, deep along the walls.
    const deep = ramp(-0.25, 0.75, noise.fractal(x * 1.1 + 7, z * 0.5, 4) + 0.45 * ramp(0.3, 0.95, Math.abs(aside) / street.half));
    towards(out, snow, deep);
  }
  if (street.wet === 0) return 0;
  const pool = ramp(0.44, 0.6, noise.fractal(x * 0.5 + 40, z * 0.22, 3));
  dim(out, 1 - 0.45 * street.wet);
  return street.wet * (0.35 + 0.65 * pool);
}

function layStones(out: Radiance, { kind }: Street, x: number, z: number, noise: NoiseField, blur: number): void {
  const isSlab = kind === "chinese";
  const [wide, long] = isSlab ? [1.15, 0.62] : [0.24, 0.19];
  // Cobbles lie in flat arches from side to side.
  const bow = isSlab ? 0 : 0.35 * Math.abs(((x / 1.6) % 1) - 0.5) ** 2 * 4;
  const row = Math.floor((z + bow) / long);
  const across = x / wide + hashPoint(row, 3, 11);
  const column = Math.floor(across);
  const [u, v] = [across - column - 0.5, (z + bow) / long - row - 0.5];
  const luck = hashPoint(column, row, 5);
  set(out, isSlab ? slab : stone);
  const detail = ramp(long * 0.9, long * 0.25, blur);
  const edge = isSlab ? Math.max(Math.abs(u) * 1.02, Math.abs(v) * 1.04) : lengthOf(u * 0.94, v) * 0.92 + 0.03;
  const gap = ramp(isSlab ? 0.47 : 0.38, isSlab ? 0.5 : 0.47, edge);
  // A stone's back takes the light of the sky, its foot the dark of the joint.
  dim(out, 1 + detail * (0.34 * (luck - 0.5) + (isSlab ? 0 : 0.5 * (0.2 - edge)) - 0.62 * gap) - (1 - detail) * 0.08);
  dim(out, 0.9 + 0.22 * detail * noise.fractal(x * 9, z * 9, 3));
}

function layRoad(out: Radiance, { half }: Street, x: number, z: number, noise: NoiseField, blur: number): void {
  const fromKerb = half - 2.6 - Math.abs(x);
  if (fromKerb < 0) {
    set(out, kerb);
    const joint = Math.min(Math.abs((x % 0.8) - 0.4), Math.abs((z % 0.8) - 0.4));
    dim(out, 1 - 0.3 * ramp(0.03, 0.01, joint) * ramp(0.5, 0.1, blur));
    if (fromKerb > -0.16) dim(out, 1.25);
    return;
  }
  set(out, asphalt);
  dim(out, 0.86 + 0.3 * noise.fractal(x * 14, z * 14, 2) * ramp(0.4, 0.05, blur));
  const isDash = z % 7 < 3.4 && Math.abs(x) < 0.09;
  if (isDash || Math.abs(fromKerb - 0.4) < 0.06) towards(out, paint, 0.7);
}
