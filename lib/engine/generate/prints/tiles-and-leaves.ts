/** Motifs of a pattern that fit into each other: six-sided tiles, houndstooth, leaves that overlap. */
import { lengthOf } from "#lib/pixels/length.ts";
import { dim, set, towards } from "../light/radiance.ts";
import { chance, cover, type Motif, tone } from "./motif.ts";

/** Six-sided tiles: whatever centre is nearest; the joint is where two are as near. Its cell is √3 as tall as it is wide. */
export const hexagons: Motif = (out, u, v, column, row, grid) => {
  let [nearest, next, own] = [9, 9, 0];
  for (const [x, y] of centres) {
    const d = lengthOf(u - x, (v - y) * Math.sqrt(3));
    if (d < nearest) {
      next = nearest;
      nearest = d;
      own = chance(
        grid,
        (column + Math.floor(x) + grid.across) % grid.across,
        ((row + Math.floor(y)) % grid.down) * 2 + (x % 1 === 0 ? 0 : 1),
        31,
      );
    } else next = Math.min(next, d);
  }
  set(out, tone(grid, 4));
  towards(out, tone(grid, [1, 2, 3, 1, 2, 0][Math.floor(own * 6)] ?? 1), cover(0.05 - (next - nearest), grid));
  if (own > 0.8) towards(out, tone(grid, 4), Math.max(0, Math.min(1, cover(Math.abs(nearest - 0.2) - 0.025, grid))));
};
const centres = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
  [0.5, 0.5],
  [-0.5, 0.5],
  [1.5, 0.5],
] as const;

/** Four dark and four light threads each way, woven two over and two under. */
export const houndstooth: Motif = (out, u, v, _column, _row, grid) => {
  const [x, y] = [Math.floor(u * 8), Math.floor(v * 8)];
  const isWarpUp = (x + y) % 4 < 2;
  set(out, tone(grid, (isWarpUp ? x : y) % 8 < 4 ? 0 : 4));
  const thread = isWarpUp ? (u * 8) % 1 : (v * 8) % 1;
  dim(out, 0.9 + 0.16 * Math.sin(Math.PI * thread));
};

/** Large leaves that lie over each other, each with its rib and its veins; the topmost one at a spot is seen. */
export const leaves: Motif = (out, u, v, column, row, grid) => {
  set(out, tone(grid, 0));
  let [top, along, across, own, long, shade] = [-1, 0, 0, 0, 1, 0];
  for (let n = 0; n < 18; n++) {
    const [i, j] = [(n % 3) - 1, (Math.floor(n / 3) % 3) - 1];
    const [c, r] = [(column + i + grid.across) % grid.across, (row + j + grid.down) % grid.down];
    const at = (salt: number): number => chance(grid, c, r * 3 + Math.floor(n / 9), salt);
    const height = at(46);
    const [dx, dy] = [u - i - at(44), v - j - at(45)];
    if (height <= top || dx * dx + dy * dy > 0.55) continue;
    const [sin, cos] = [Math.sin(at(41) * 6.3), Math.cos(at(41) * 6.3)];
    const [x, y] = [dx * cos + dy * sin, dy * cos - dx * sin];
    const reach = 0.52 + 0.2 * at(42);
    const half = 0.29 * Math.max(0, 1 - (x / reach) ** 2) ** 0.8 * (1.15 - 0.45 * (x / reach));
    const edge = Math.abs(x) > reach ? 1 : Math.abs(y) - half;
    if (edge > 0) {
      shade = Math.max(shade, edge < 0.05 ? 1 - edge / 0.05 : 0);
      continue;
    }
    [top, along, across, own, long, shade] = [height, x, y, 1 + Math.floor(3 * at(43)), reach, 0];
  }
  if (top >= 0) {
    set(out, tone(grid, own));
    dim(out, across > 0 ? 1.05 : 0.86);
    const vein = Math.abs((((along / long + 1 + Math.abs(across) * 1.1) * 8) % 1) - 0.5);
    towards(out, tone(grid, 4), 0.4 * Math.max(0, Math.min(1, cover(vein / 12 - 0.004, grid))));
    towards(out, tone(grid, 4), 0.7 * Math.max(0, Math.min(1, cover(Math.abs(across) - 0.008, grid))));
  }
  dim(out, 1 - 0.45 * shade);
};
