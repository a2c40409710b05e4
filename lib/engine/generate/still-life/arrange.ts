/** Lays a table: what was named, or else what a painter would choose, in a loose triangle around a tall thing. */
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { hex, type Radiance, radianceOf, ramp, set, towards } from "../radiance.ts";
import type { Scene } from "../scene.ts";
import { apple, grapes, lemon, orange, pear } from "./fruit.ts";
import { place, type Solid } from "./solid.ts";
import type { Studio } from "./trace.ts";
import { book, bottle, bowl, vase } from "./vessels.ts";

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

const linen: Tables = (x, z, noise, out) => {
  set(out.colour, hex("d8d0c2"));
  const weave = 0.94 + 0.06 * Math.sin(x * 190) * Math.sin(z * 190) + 0.05 * (noise.fractal(x * 3, z * 3, 3) - 0.5);
  out.colour.r *= weave;
  out.colour.g *= weave;
  out.colour.b *= weave;
  out.gloss = 0;
};

const stone: Tables = (x, z, noise, out) => {
  const warp = 1.3 * noise.fractal(x * 0.7, z * 0.7, 4);
  const vein = noise.ridged(x * 0.5 + warp, z * 0.5 + warp, 4);
  set(out.colour, hex("cfcac4"));
  towards(out.colour, hex("7d7a7c"), ramp(0.62, 0.92, vein) * 0.7);
  out.gloss = 0.7;
};

interface Room {
  readonly wall: string;
  readonly key: readonly [string, number];
  readonly fill: readonly [string, number];
  readonly table: Tables;
}

const rooms: readonly Room[] = [
  { wall: "33362f", key: ["ffe3bc", 1.9], fill: ["8a93a8", 0.42], table: wood },
  { wall: "3b3133", key: ["ffdcb0", 1.9], fill: ["92909e", 0.42], table: wood },
  { wall: "9aa7a2", key: ["fff0dc", 1.5], fill: ["c4d2e0", 0.6], table: linen },
  { wall: "c7a68c", key: ["fff0dc", 1.45], fill: ["d8cfd2", 0.55], table: stone },
  { wall: "5f7480", key: ["ffe8cc", 1.6], fill: ["a8bccf", 0.5], table: stone },
];

export function layTable(scene: Scene): Studio {
  const random = createRandom(scene.seed + 51);
  const noise = createNoiseField(scene.seed + 52);
  const room = rooms[Math.floor(random() * rooms.length)] ?? (rooms[0] as Room);
  const [first, second] = scene.palette;
  return {
    solids: setOut(scene, random, noise),
    wall: second === undefined ? hex(room.wall) : radianceOf(second, 0.7),
    key: hex(...room.key),
    fill: hex(...room.fill),
    table: room.table,
    noise,
    pitch: 0.2,
    distance: 8.6,
    halfView: first === undefined ? 1.75 : 1.7,
    aimHeight: 0.95,
  };
}

function setOut(scene: Scene, random: () => number, noise: ReturnType<typeof createNoiseField>): readonly Solid[] {
  const named = scene.palette[0];
  const glazes = ["2f5d8a", "8a3b2c", "3f6b57", "c28f3c", "6b4a78"];
  const glaze = named === undefined ? hex(glazes[Math.floor(random() * glazes.length)] as string) : radianceOf(named);
  const side = random() < 0.5 ? 1 : -1;
  const dark: Radiance = hex("16321f");
  const solids: Solid[] = [
    place(vase(noise, glaze), -0.55 * side, 0.55, 1, 0.4),
    place(bottle(noise, dark), 1.25 * side, 0.95, 0.86),
    place(bowl(noise, hex("d9cfbd")), 0.72 * side, -0.15, 0.8),
  ];
  const [bx, bz] = [0.72 * side, -0.15];
  solids.push(
    place(apple(noise, 3), bx - 0.32, bz + 0.05, 0.5, 1, 0.2),
    place(orange(noise, 8), bx + 0.3, bz - 0.1, 0.55, 0, 0.2),
    place(orange(noise, 5), bx + 0.06, bz + 0.36, 0.55, 0, 0.24),
    place(pear(noise, 4), bx + 0.02, bz - 0.28, 0.46, 0.5, 0.26),
  );
  solids.push(place(apple(noise, 11), -0.42 * side, -0.72, 0.6, 2.2), place(lemon(noise, 2), -1.32 * side, -0.35, 0.62, 0.7 * side));
  solids.push(place(grapes(noise, random), -1.75 * side, 0.35, 0.85), place(pear(noise, 9), -1.12 * side, 0.28, 0.62, 2));
  if (random() < 0.5) solids.push(place(book(noise, hex("5a2a26")), 2.1 * side, 0.2, 0.8, 0.4));
  return solids;
}
