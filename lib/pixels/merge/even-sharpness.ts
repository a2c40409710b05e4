/** A model softens or sharpens all it gives back: that much of each fine structure more or less is no change. */
import { boxBlur } from "../blur.ts";
import type { Plane } from "../plane.ts";

/** Odd, so that all columns and rows are asked. */
const sampleStep = 3;
/** Of luma's ΔE: farther off, something else was drawn. */
const mostOff = 12;
/** All of the structure at most, or as much again. */
const mostShare = 1;

/** Takes out of `light` (result less picture) what two bands of the picture's structure explain; asked only where `kept` is 1. */
export function evenSharpness(light: Plane, picture: Plane, soft: Plane, kept: Uint8Array): void {
  const once = boxBlur(soft, 2);
  const softer = boxBlur(once, 2, once);
  const [a, b, c, d] = [picture.data, soft.data, softer.data, light.data];
  let [fineFine, fineCoarse, coarseCoarse, fineLight, coarseLight] = [1e-6, 0, 1e-6, 0, 0];
  for (let i = 0; i < d.length; i += sampleStep) {
    const miss = d[i] as number;
    if (kept[i] === 0 || miss > mostOff || miss < -mostOff) continue;
    const fine = (a[i] as number) - (b[i] as number);
    const coarse = (b[i] as number) - (c[i] as number);
    fineFine += fine * fine;
    fineCoarse += fine * coarse;
    coarseCoarse += coarse * coarse;
    fineLight += fine * miss;
    coarseLight += coarse * miss;
  }
  const size = fineFine * coarseCoarse - fineCoarse * fineCoarse;
  if (size <= 1e-9) return;
  const fineShare = within((fineLight * coarseCoarse - coarseLight * fineCoarse) / size);
  const coarseShare = within((coarseLight * fineFine - fineLight * fineCoarse) / size);
  for (let i = 0; i < d.length; i++) {
    const told = fineShare * ((a[i] as number) - (b[i] as number)) + coarseShare * ((b[i] as number) - (c[i] as number));
    d[i] = (d[i] as number) - told;
  }
}

function within(share: number): number {
  return Math.max(-mostShare, Math.min(mostShare, share));
}
