/** Lemons and slices of them among leaves: what a kitchen towel is printed with. */
import { lengthOf } from "#lib/pixels/length.ts";
import { dim, hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import { chance, cover, type Grid, type Motif, tone } from "./motif.ts";

const fruits: readonly (readonly [skin: Radiance, flesh: Radiance])[] = [
  [hex("f6c824"), hex("fbe27a")],
  [hex("f6c824"), hex("fbe27a")],
  [hex("f08a2a"), hex("f9b45a")],
];
const pith = hex("fff6dc");
const leafDark = hex("3f6b3c");
const leafLight = hex("6d9450");

export const citrus: Motif = (out, u, v, column, row, grid) => {
  set(out, tone(grid, 4));
  const at = (salt: number): number => chance(grid, column, row, salt);
  const turn = (at(51) - 0.5) * 2.2;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [dx, dy] = [(u - 0.5) * 0.8, (v - 0.5) * 0.8];
  const [x, y] = [dx * cos + dy * sin, dy * cos - dx * sin];
  paintLeaves(out, x, y, grid);
  const [skin, flesh] = fruits[Math.floor(at(52) * (grid.isOfOne ? 2 : fruits.length))] ?? (fruits[0] as readonly [Radiance, Radiance]);
  if (at(53) < 0.42) paintSlice(out, x, y, skin, flesh, grid);
  else paintWhole(out, x, y, skin, flesh, grid);
};

function paintLeaves(out: Radiance, x: number, y: number, grid: Grid): void {
  for (const [lx, ly, lean] of [
    [-0.21, -0.11, 0.5],
    [-0.21, 0.11, -0.5],
  ] as const) {
    const [cos, sin] = [Math.cos(lean), Math.sin(lean)];
    const [a, b] = [(x - lx) * cos + (y - ly) * sin, (y - ly) * cos - (x - lx) * sin];
    const edge = Math.abs(b) - 0.06 * Math.max(0, 1 - (a / 0.13) ** 2) ** 0.75;
    const share = Math.abs(a) > 0.13 ? 0 : Math.max(0, Math.min(1, cover(edge, grid)));
    towards(out, b > 0 ? leafDark : leafLight, share);
    towards(out, pith, 0.6 * share * Math.max(0, Math.min(1, cover(Math.abs(b) - 0.004, grid))));
  }
}

function paintWhole(out: Radiance, x: number, y: number, skin: Radiance, flesh: Radiance, grid: Grid): void {
  // A lemon has a nipple at its end.
  const round = lengthOf(x / 1.28, y) - 0.19;
  const tip = lengthOf((x - 0.24) / 1.5, y) - 0.035;
  const share = Math.max(0, Math.min(1, cover(Math.min(round, tip), grid)));
  if (share === 0) return;
  const own = { ...skin };
  towards(own, flesh, ramp(0.2, 0.02, lengthOf(x - 0.04, y + 0.08)));
  dim(own, 1 - 0.28 * ramp(0.02, 0.19, y));
  towards(out, own, share);
}

function paintSlice(out: Radiance, x: number, y: number, skin: Radiance, flesh: Radiance, grid: Grid): void {
  const r = lengthOf(x, y);
  const share = (edge: number): number => Math.max(0, Math.min(1, cover(r - edge, grid)));
  towards(out, skin, share(0.25));
  towards(out, pith, share(0.222));
  const segment = Math.abs((((Math.atan2(y, x) / Math.PI / 2) * 9 + 9) % 1) - 0.5);
  const wall = Math.max(0, Math.min(1, cover(0.014 - (0.5 - segment) * r * 0.7, grid)));
  towards(out, flesh, share(0.2) * wall * Math.max(0, Math.min(1, cover(0.022 - r, grid))));
}
