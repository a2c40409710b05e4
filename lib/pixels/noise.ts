import { hashPoint } from "./random.ts";

/** Value noise in [0, 1], continuous with a continuous slope. */
export function valueNoise(x: number, y: number, seed: number): number {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const tx = fade(x - x0);
  const ty = fade(y - y0);
  const top = hashPoint(x0, y0, seed) * (1 - tx) + hashPoint(x0 + 1, y0, seed) * tx;
  const bottom = hashPoint(x0, y0 + 1, seed) * (1 - tx) + hashPoint(x0 + 1, y0 + 1, seed) * tx;
  return top * (1 - ty) + bottom * ty;
}

/** Octaves of value noise, each twice as fine and half as strong; in [0, 1], mostly around one half. */
export function fractalNoise(x: number, y: number, seed: number, octaves: number): number {
  let sum = 0;
  let weight = 1;
  let total = 0;
  let scale = 1;
  for (let octave = 0; octave < octaves; octave++) {
    // The lattices are shifted against each other, so that their crossings do not line up.
    sum += weight * valueNoise(x * scale + octave * 17.3, y * scale + octave * 9.7, seed + octave);
    total += weight;
    weight /= 2;
    scale *= 2;
  }
  return sum / total;
}

function fade(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}
