/** What stands across a line, from one side of it to the other. */
import { type Curve, placeAt } from "./curve.ts";
import { type Level, readBetween } from "./level.ts";

/** How far beyond an end the line is looked at, and how far to both sides of it. */
const beyond = 12;
const fewestBeyond = 6;
export const profileReach = 4;
const profileSide = 2 * profileReach + 1;

export interface Profile {
  /** Three values a step across. */
  readonly mean: Float32Array;
  /** How much the middle stands out: as a step or as a ridge. */
  readonly strength: number;
  /** By how much single rows across differ from their mean. */
  readonly unrest: number;
}

/** Row after row outwards, before the curve's beginning (-1) or after its end (1). */
export function profileBeyond(level: Level, curve: Curve, sign: 1 | -1): Profile | undefined {
  const mean = new Float32Array(profileSide * 3);
  const rows: Float32Array[] = [];
  const end = sign < 0 ? 0 : curve.length;
  for (let u = 1; u <= beyond; u++) {
    const row = new Float32Array(profileSide * 3);
    let isWhole = true;
    for (let k = -profileReach; k <= profileReach && isWhole; k++) {
      const [x, y] = placeAt(curve, end + sign * u, k);
      isWhole = readBetween(level, x, y, 1, row, (k + profileReach) * 3);
    }
    if (isWhole) rows.push(row);
  }
  if (rows.length < fewestBeyond) return undefined;
  for (const row of rows) for (let k = 0; k < mean.length; k++) mean[k] = (mean[k] as number) + (row[k] as number) / rows.length;
  let unrest = 0;
  for (const row of rows) for (let k = 0; k < mean.length; k++) unrest += ((row[k] as number) - (mean[k] as number)) ** 2;
  return { mean, strength: strengthOf(mean), unrest: Math.sqrt(unrest / (rows.length * mean.length)) };
}

export function strengthOf(mean: Float32Array): number {
  let [step, ridge] = [0, 0];
  for (let c = 0; c < 3; c++) {
    const at = (k: number): number => mean[(k + profileReach) * 3 + c] as number;
    step += ((at(1) + at(2) - at(-1) - at(-2)) / 2) ** 2;
    ridge += (at(0) - (at(-2) + at(2)) / 2) ** 2;
  }
  return Math.sqrt(Math.max(step, ridge) / 3);
}

/** How much still changes at both rims of a profile: a line that is only touched is not in the middle. */
export function rimOf(mean: Float32Array): number {
  let [near, far] = [0, 0];
  for (let c = 0; c < 3; c++) {
    near += Math.abs((mean[c] as number) - (mean[3 + c] as number)) / 3;
    far += Math.abs((mean[mean.length - 6 + c] as number) - (mean[mean.length - 3 + c] as number)) / 3;
  }
  return Math.max(near, far);
}
