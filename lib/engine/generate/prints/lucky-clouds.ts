/** Clouds that bring luck, as robes and eaves have them in China: rolled heads in a cluster over streaks that trail away. */
import { lengthOf } from "#lib/pixels/length.ts";
import { between, set, towards } from "../light/radiance.ts";
import { chance, cover, type Grid, type Motif, tone } from "./motif.ts";

/** From back to front: the middle of each head, its reach, and where its roll begins. */
const heads = [
  [0, -0.105, 0.13, 1.6],
  [-0.17, -0.02, 0.115, 2.9],
  [0.165, -0.015, 0.11, 0.2],
  [0, 0.035, 0.1, 1.6],
] as const;

/** From where to where they run, how high, and half their breadth. */
const streaks = [
  [-0.36, 0.2, 0.185, 0.016],
  [-0.12, 0.4, 0.13, 0.02],
  [-0.3, 0.27, 0.085, 0.028],
] as const;

const line = 0.0085;

/** How much taller than wide a cell of them is. */
export const cloudTall = 0.54;

export const luckyClouds: Motif = (out, u, v, column, row, grid) => {
  const isTurned = chance(grid, column, row, 31) < 0.5;
  const [x, y] = [0.9 * (isTurned ? 0.5 - u : u - 0.5), 0.9 * (v - 0.5) * cloudTall];
  const [ground, ink] = [tone(grid, 1), tone(grid, 3)];
  const body = between(ground, tone(grid, 0), 0.45);
  set(out, ground);
  const lay = (distance: number, own = ink): void => towards(out, own, Math.max(0, Math.min(1, cover(distance, grid))));
  for (const [from, to, at, half] of streaks) {
    const far = lengthOf(x - Math.max(from, Math.min(to, x)), y - at) - half;
    lay(far, body);
    lay(Math.abs(far) - line);
  }
  for (const [cx, cy, reach, turned] of heads) {
    const far = lengthOf(x - cx, y - cy);
    if (far > reach + 0.02) continue;
    lay(far - reach, body);
    lay(Math.abs(far - reach) - line);
    lay(rolled(x - cx, y - cy, reach, turned, grid));
  }
};

/** A line that rolls in from the rim on its own, and ends in a bead. */
function rolled(x: number, y: number, reach: number, turned: number, grid: Grid): number {
  const far = lengthOf(x, y);
  const turn = ((Math.atan2(y, x) + turned + 4 * Math.PI) % (2 * Math.PI)) / (2 * Math.PI);
  let near = far - reach * 0.13;
  // Where a cell has few pixels one turn is all that can be told apart.
  for (let n = 0; n < (grid.size < 70 ? 1 : 2); n++) {
    const roll = 0.14 + 0.34 * (turn + n);
    if (roll < 0.8) near = Math.min(near, Math.abs(far - roll * reach) - line * (0.6 + 0.5 * roll));
  }
  return near;
}
