/**
 * Noise for painters that need dozens of octaves a pixel: the lattice is drawn once into a table, and octaves are
 * turned against each other so that no grid shows. It repeats after 128 cells, which nobody sees.
 */
import { hashPoint } from "./random.ts";

const side = 128;
const mask = side - 1;
const turnCos = 0.8;
const turnSin = 0.6;

export interface NoiseField {
  /** Smooth noise in [0, 1]. */
  readonly value: (x: number, y: number) => number;
  /** Octaves of it, each twice as fine and half as strong; in [0, 1], mostly around one half. */
  readonly fractal: (x: number, y: number, octaves: number) => number;
  /** Crests where noise crosses its middle: veins, ripples, edges of clouds. */
  readonly ridged: (x: number, y: number, octaves: number) => number;
  /** Round heaps with sharp valleys: clouds, foliage. */
  readonly billow: (x: number, y: number, octaves: number) => number;
  /** Fractal noise that is calmer where it is steep, as if water had carved it; in [0, 1]. */
  readonly eroded: (x: number, y: number, octaves: number) => number;
}

export function createNoiseField(seed: number): NoiseField {
  const table = new Float32Array(side * side);
  for (let i = 0; i < table.length; i++) table[i] = hashPoint(i & mask, i >> 7, seed);

  function value(x: number, y: number): number {
    const x0 = Math.floor(x);
    const y0 = Math.floor(y);
    const fx = x - x0;
    const fy = y - y0;
    const left = x0 & mask;
    const right = (x0 + 1) & mask;
    const upper = (y0 & mask) << 7;
    const lower = ((y0 + 1) & mask) << 7;
    const tx = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
    const ty = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
    const a = table[upper | left] as number;
    const b = table[upper | right] as number;
    const c = table[lower | left] as number;
    const d = table[lower | right] as number;
    const top = a + tx * (b - a);
    return top + ty * (c + tx * (d - c) - top);
  }

  function fractal(x: number, y: number, octaves: number): number {
    let sum = 0;
    let weight = 0.5;
    let total = 0;
    let px = x;
    let py = y;
    for (let octave = 0; octave < octaves; octave++) {
      sum += weight * value(px, py);
      total += weight;
      weight *= 0.5;
      const turned = 2.02 * (turnCos * px - turnSin * py) + 31.7;
      py = 2.02 * (turnSin * px + turnCos * py) + 11.3;
      px = turned;
    }
    return sum / total;
  }

  function folded(x: number, y: number, octaves: number, isCrest: boolean): number {
    let sum = 0;
    let weight = 0.5;
    let total = 0;
    let px = x;
    let py = y;
    for (let octave = 0; octave < octaves; octave++) {
      const distance = Math.abs(2 * value(px, py) - 1);
      sum += weight * (isCrest ? (1 - distance) * (1 - distance) : distance);
      total += weight;
      weight *= 0.5;
      const turned = 2.03 * (turnCos * px - turnSin * py) + 17.9;
      py = 2.03 * (turnSin * px + turnCos * py) + 5.1;
      px = turned;
    }
    return sum / total;
  }

  function eroded(x: number, y: number, octaves: number): number {
    let sum = 0;
    let weight = 1;
    let slopeX = 0;
    let slopeY = 0;
    let px = x;
    let py = y;
    for (let octave = 0; octave < octaves; octave++) {
      const x0 = Math.floor(px);
      const y0 = Math.floor(py);
      const fx = px - x0;
      const fy = py - y0;
      const left = x0 & mask;
      const right = (x0 + 1) & mask;
      const upper = (y0 & mask) << 7;
      const lower = ((y0 + 1) & mask) << 7;
      const tx = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
      const ty = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
      const a = table[upper | left] as number;
      const b = table[upper | right] as number;
      const c = table[lower | left] as number;
      const d = table[lower | right] as number;
      const twist = a - b - c + d;
      slopeX += 30 * fx * fx * (fx * (fx - 2) + 1) * (b - a + twist * ty);
      slopeY += 30 * fy * fy * (fy * (fy - 2) + 1) * (c - a + twist * tx);
      sum += (weight * (a + tx * (b - a) + ty * (c - a) + tx * ty * twist)) / (1 + slopeX * slopeX + slopeY * slopeY);
      weight *= 0.5;
      const turned = 2 * (turnCos * px - turnSin * py);
      py = 2 * (turnSin * px + turnCos * py);
      px = turned;
    }
    return sum * 0.5;
  }

  return {
    value,
    fractal,
    ridged: (x, y, octaves) => folded(x, y, octaves, true),
    billow: (x, y, octaves) => folded(x, y, octaves, false),
    eroded,
  };
}
