/** Where a table stands: what it is made of, the wall behind it, the light. */

import type { Rgb } from "#lib/pixels/colour.ts";
import { between, dim, hex, type Radiance, radianceOf, ramp, set, towards } from "../light/radiance.ts";
import type { Scene, TableTop } from "../scene.ts";
import type { Studio } from "./lighting.ts";

type Tables = Studio["table"];

const wood: Tables = (x, z, noise, out) => {
  const plank = Math.floor((z + 40) / 0.95);
  const grain = noise.fractal(x * 0.55 + plank * 7.3, z * 7 + plank * 3.1 + 0.8 * noise.fractal(x * 0.7, z * 2, 3), 5);
  set(out.colour, hex("5a3820"));
  towards(out.colour, hex("8c5c34"), 1.8 * (grain - 0.3));
  towards(out.colour, hex("2c1a0e"), ramp(0.62, 0.78, noise.fractal(x * 1.4 + plank, z * 26, 4)) * 0.5);
  const gap = Math.abs(((z + 40) / 0.95) % 1);
  towards(out.colour, hex("180c06"), ramp(0.014, 0.004, Math.min(gap, 1 - gap)));
  out.gloss = 0.45;
};

const linen =
  (own: Radiance): Tables =>
  (x, z, noise, out) => {
    set(out.colour, own);
    dim(out.colour, 0.94 + 0.06 * Math.sin(x * 190) * Math.sin(z * 190) + 0.05 * (noise.fractal(x * 3, z * 3, 3) - 0.5));
    out.gloss = 0;
  };

/** Woven in two bands each way: white, the colour, and deepest where they cross. */
const checked =
  (own: Radiance): Tables =>
  (x, z, noise, out) => {
    linen(hex("ece8e0"))(x, z, noise, out);
    const band = (at: number): number => ramp(0.24, 0.26, Math.abs(((((at / 0.5) % 1) + 1.5) % 1) - 0.5));
    towards(out.colour, own, 0.44 * (band(x + 0.3 * z) + band(z - 0.3 * x)));
  };

const stone: Tables = (x, z, noise, out) => {
  const warp = 1.3 * noise.fractal(x * 0.7, z * 0.7, 4);
  const vein = noise.ridged(x * 0.5 + warp, z * 0.5 + warp, 4);
  set(out.colour, hex("cfcac4"));
  towards(out.colour, hex("7d7a7c"), ramp(0.62, 0.92, vein) * 0.7);
  out.gloss = 0.7;
};

/** Painted boards; their far edge meets the frame. */
const sill: Tables = (x, z, noise, out) => {
  set(out.colour, hex("d9d6cf"));
  dim(out.colour, 0.95 + 0.06 * noise.fractal(x * 1.2, z * 9, 4) - 0.3 * ramp(0.02, 0, Math.abs(z + 0.95)));
  out.gloss = 0.22;
};

const plain =
  (own: Radiance): Tables =>
  (_x, _z, _noise, out) => {
    set(out.colour, own);
    out.gloss = 0.06;
  };

/** A shallow pool: light drawn into a net on its ground, and what stands in it mirrored. */
const pool =
  (own: Radiance): Tables =>
  (x, z, noise, out) => {
    const wx = noise.fractal(x * 0.9, z * 0.9, 3) - 0.5;
    const net = (u: number, v: number): number => (1 - Math.abs(2 * noise.value(u + 1.7 * wx, v - 1.7 * wx) - 1)) ** 4;
    set(out.colour, between(own, hex("0d5f7c"), 0.16));
    towards(out.colour, hex("ffffff"), 0.55 * net(x * 1.9, z * 1.5) + 0.35 * net(x * 2.7 + 30, z * 2.1));
    out.gloss = 1;
  };

const paleLinen = linen(hex("d8d0c2"));
const tops: Readonly<Record<Exclude<TableTop, "plain">, Tables>> = { linen: paleLinen, sill, stone, wood };

export interface Room {
  readonly wall: Radiance;
  readonly key: Radiance;
  readonly fill: Radiance;
  readonly table: Tables;
  /** The table runs up into the wall without a line. */
  readonly isSeamless: boolean;
}

const room = (wall: string, key: readonly [string, number], fill: readonly [string, number], table: Tables): Room => ({
  wall: hex(wall),
  key: hex(...key),
  fill: hex(...fill),
  table,
  isSeamless: false,
});

const rooms: readonly Room[] = [
  room("33362f", ["ffe3bc", 1.9], ["8a93a8", 0.42], wood),
  room("3b3133", ["ffdcb0", 1.9], ["92909e", 0.42], wood),
  room("9aa7a2", ["fff0dc", 1.5], ["c4d2e0", 0.6], paleLinen),
  room("c7a68c", ["fff0dc", 1.45], ["d8cfd2", 0.55], stone),
  room("5f7480", ["ffe8cc", 1.6], ["a8bccf", 0.5], stone),
];
const sunlit = rooms[2] as Room;
const backdrops = ["d8cbbb", "d9b8ae", "b7c4c0", "c9c3d6", "cdd3b8"];

export function roomFor(scene: Scene, random: () => number): Room {
  const chance = random();
  const said = scene.ground ?? scene.palette.find((colour) => !Object.values(scene.colours).includes(colour) && colour !== scene.cloth);
  if (scene.hasBoards) return boarded(scene, said);
  // Outdoors it stands on a slab of stone.
  if (scene.tableTop === "plain" && scene.view !== undefined)
    return { ...(rooms[3] as Room), table: stone, ...(said === undefined ? {} : { wall: radianceOf(said) }) };
  if (scene.tableTop === "plain") {
    const wall =
      said === undefined
        ? wallBeside(scene, hex(backdrops[Math.floor(chance * backdrops.length)] as string))
        : between(radianceOf(said), hex("ffffff"), scene.traits.includes("petals") ? 0.42 : 0.12);
    return {
      wall,
      key: hex("fff3e4", 1.25),
      fill: hex("e8e6ea", 0.6),
      table: scene.traits.includes("pool") ? pool(wall) : plain(wall),
      isSeamless: true,
    };
  }
  const top = scene.tableTop;
  const isMoody = scene.things.includes("cake") || scene.hour === "night" || scene.things.includes("candle");
  const fitting = rooms.filter(({ table }) => top === undefined || table === tops[top]);
  const pick = fitting[Math.floor(chance * (isMoody && top === undefined ? 2 : fitting.length))];
  const chosen = pick ?? (top === undefined ? (rooms[0] as Room) : { ...sunlit, table: tops[top] });
  const dark =
    isMoody && top !== undefined ? { ...chosen, wall: hex("2e2c2c"), key: hex("ffe0b4", 1.7), fill: hex("8a8c9c", 0.36) } : chosen;
  const laid = scene.hasChecks
    ? { ...dark, table: checked(scene.cloth === undefined ? hex("b8383a") : radianceOf(scene.cloth)) }
    : scene.cloth === undefined
      ? dark
      : { ...dark, table: linen(radianceOf(scene.cloth, 0.85)) };
  return said === undefined ? laid : { ...laid, wall: radianceOf(said) };
}

/** A podium whose colour was said stands before a paler one of the same. */
function wallBeside({ colours }: Scene, usual: Radiance): Radiance {
  const own = colours.podium ?? colours.arch ?? colours.steps;
  return own === undefined ? usual : between(radianceOf(own), hex("f6f1ea"), 0.5);
}

/** Before a wall of boards: what stands there stands on stone, or on what was said. */
function boarded(scene: Scene, said: Rgb | undefined): Room {
  const isDark = scene.hour === "night";
  const wall = said === undefined ? hex(isDark ? "4a2d1a" : "a8713f") : radianceOf(said);
  const table =
    scene.tableTop === undefined || scene.tableTop === "plain" ? plain(hex(isDark ? "3b3835" : "cbbfae")) : tops[scene.tableTop];
  return { wall, key: hex("ffe2ba", isDark ? 1.7 : 1.5), fill: hex("9a9aa6", isDark ? 0.4 : 0.55), table, isSeamless: false };
}
