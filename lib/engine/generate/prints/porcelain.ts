/** Blue on white, as on porcelain: a lotus on a stem that winds on from cell to cell, with leaves and tendrils, washed in and outlined. */
import { lengthOf } from "#lib/pixels/length.ts";
import { between, hex, type Radiance, set, towards } from "../light/radiance.ts";
import { cover, type Grid, type Motif } from "./motif.ts";

const glaze = hex("f1f4f6");
const cobalt = hex("1d3f9c");
const deep = hex("101f5e");
const wash = between(cobalt, glaze, 0.5);

export const porcelain: Motif = (out, u, v, _column, _row, grid) => {
  const [x, y] = [0.86 * (u - 0.5), 0.86 * (v - 0.5)];
  set(out, glaze);
  const lay = (tone: Radiance, distance: number, share = 1): void =>
    towards(out, tone, share * Math.max(0, Math.min(1, cover(distance, grid))));
  // It leaves a cell where it enters the next, at half its height.
  const stem = 0.31 * Math.sin(2 * Math.PI * u);
  const slope = (2 * Math.PI * 0.31 * Math.cos(2 * Math.PI * u)) / 0.86;
  lay(cobalt, Math.abs(y - stem) / Math.sqrt(1 + slope * slope) - 0.013);
  for (const side of [-1, 1]) {
    const [sx, sy] = [side * x, side * y];
    for (const [cx, cy, size, turns] of curls) lay(cobalt, curl(sx - cx, sy - cy, size, turns));
    for (const leaf of leaves) layLeaf(lay, grid, sx, sy, leaf);
  }
  layLotus(lay, out, x, y);
};

type Lay = (tone: Radiance, distance: number, share?: number) => void;

/** Middle, reach, and how far it has turned where it leaves the stem. */
const curls = [
  [0.3, 0.27, 0.125, 0.9],
  [0.07, -0.36, 0.06, 2.6],
  [0.345, -0.345, 0.06, 4.4],
  [0.1, 0.355, 0.06, 0.2],
] as const;

/** A tendril rolls in on itself and ends in a bead. */
function curl(x: number, y: number, size: number, turned: number): number {
  const far = lengthOf(x, y);
  if (far > size * 1.15) return 1;
  const turn = (Math.atan2(y, x) + turned + 4 * Math.PI) % (2 * Math.PI);
  const pitch = size / 1.9;
  let near = far - size * 0.17;
  for (let n = 0; n < 2; n++) {
    const reach = pitch * (turn / (2 * Math.PI) + n);
    if (reach > size * 0.12 && reach < size) near = Math.min(near, Math.abs(far - reach) - 0.007 - 0.004 * (reach / size));
  }
  return near;
}

/** Its foot, which way it points, and its length. */
const leaves = [
  [0.385, -0.08, 1.75, 0.2],
  [0.35, -0.16, -0.75, 0.11],
  [0.22, -0.31, -0.35, 0.15],
  [0.2, -0.31, -2.75, 0.12],
  [0.3, 0.39, -2.95, 0.15],
  [0.2, -0.3, 1.2, 0.1],
] as const;

function layLeaf(lay: Lay, grid: Grid, x: number, y: number, [fx, fy, turn, long]: (typeof leaves)[number]): void {
  const [dx, dy] = [x - fx, y - fy];
  const along = (dx * Math.cos(turn) + dy * Math.sin(turn)) / long;
  if (along <= 0 || along >= 1) return;
  const across = dy * Math.cos(turn) - dx * Math.sin(turn) + 0.05 * long * Math.sin(along * 5);
  // Broad near its foot, drawn out to a tip, and notched along its rim.
  const half = long * 0.3 * Math.sin(Math.PI * along ** 0.7) * (0.9 + 0.16 * Math.cos(along * 22));
  const rim = Math.abs(across) - half;
  lay(across > 0 ? wash : cobalt, rim, across > 0 ? 1 : 0.86);
  lay(deep, Math.abs(rim) - Math.max(0.003, 0.7 / grid.size));
  lay(glaze, Math.max(Math.abs(across) - 0.004, rim), 0.9);
}

/** Three wreaths of petals, the inner ones over the outer; each is washed from its base and left white at its rim. */
function layLotus(lay: Lay, out: Radiance, x: number, y: number): void {
  const far = lengthOf(x, y);
  if (far > 0.27) return;
  for (const [reach, petals, offset] of [
    [0.245, 10, 0],
    [0.175, 8, 0.5],
    [0.105, 6, 0],
  ] as const) {
    const turn = ((Math.atan2(y, x) / (2 * Math.PI)) * petals + offset + 20) % 1;
    const side = Math.abs(turn - 0.5) * 2;
    // Pointed at the end, with a shoulder before it.
    const edge = reach * (0.62 + 0.38 * (1 - side ** 1.6) ** 0.75);
    lay(glaze, far - edge - 0.006);
    lay(cobalt, far - edge);
    lay(glaze, far - edge + 0.011);
    if (far < edge - 0.014 && side < 0.82)
      towards(out, between(wash, cobalt, 1 - far / reach), Math.min(1, (edge - 0.014 - far) * 40) * 0.95);
    lay(deep, Math.max(side * reach * 0.3 - 0.0035, far - edge + 0.03, reach * 0.45 - far), 0.8);
  }
  lay(glaze, far - 0.05);
  lay(deep, far - 0.04);
  lay(wash, far - 0.026);
}
