/** Lays a table: what was named, or else what a painter would choose, in a loose triangle around a tall thing. */
import { createNoiseField, type NoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { hex, type Radiance, radianceOf, ramp, set, towards } from "../radiance.ts";
import type { Scene, TableThing, TableTop, ThingName } from "../scene.ts";
import { bakeCake } from "./cake.ts";
import { apple, grapes, lemon, orange, pear } from "./fruit.ts";
import { type Form, place, type Solid } from "./solid.ts";
import type { Studio } from "./trace.ts";
import { book, bottle, bowl, cup, vase } from "./vessels.ts";

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

const tops: Readonly<Record<TableTop, Tables>> = { linen, stone, wood };

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

export function* layTable(scene: Scene): Generator<undefined, Studio, void> {
  const random = createRandom(scene.seed + 51);
  const noise = createNoiseField(scene.seed + 52);
  const isCake = scene.things.includes("cake");
  const fitting = rooms.filter(({ table }) => scene.tableTop === undefined || table === tops[scene.tableTop]);
  const room = fitting[Math.floor(random() * (isCake && scene.tableTop === undefined ? 2 : fitting.length))] ?? (rooms[0] as Room);
  const cakeColour = scene.colours.cake;
  const icing = cakeColour === undefined ? undefined : radianceOf(cakeColour);
  const solids = isCake ? yield* bakeCake(noise, scene.lettering, icing) : setOut(scene, random, noise);
  const isLow = !isCake && solids.every(({ y, top, scale }) => y + top * scale < 1.3);
  return {
    solids,
    wall: hex(room.wall),
    key: hex(...room.key),
    fill: hex(...room.fill),
    table: room.table,
    noise,
    pitch: isCake ? 0.3 : 0.2,
    distance: 8.6,
    // Low things are looked at from closer by.
    halfView: isCake ? 2.05 : isLow ? 1.25 : 1.75,
    aimHeight: isCake ? 0.9 : isLow ? 0.55 : 0.95,
  };
}

const glazes = ["2f5d8a", "8a3b2c", "3f6b57", "c28f3c", "6b4a78"];
const wines: Radiance = hex("16321f");

function setOut(scene: Scene, random: () => number, noise: NoiseField): readonly Solid[] {
  const own = (name: ThingName, usual: Radiance): Radiance => {
    const said = scene.colours[name];
    return said === undefined ? usual : radianceOf(said);
  };
  const forms: Readonly<Record<TableThing, () => Form>> = {
    apple: () =>
      apple(noise, random() * 20, own("apple", hex("a3141c")), scene.colours.apple === undefined ? undefined : own("apple", hex("a3141c"))),
    book: () => book(noise, own("book", hex("5a2a26"))),
    bottle: () => bottle(noise, own("bottle", wines)),
    bowl: () => bowl(noise, own("bowl", hex("d9cfbd"))),
    cup: () => cup(noise, own("cup", hex("d6d9d4"))),
    fruit: () => orange(noise, random() * 20),
    grapes: () => grapes(noise, random, own("grapes", hex("4a1f4f"))),
    lemon: () => lemon(noise, random() * 20),
    orange: () => orange(noise, random() * 20),
    pear: () => pear(noise, random() * 20, own("pear", hex("b3a93a"))),
    vase: () => vase(noise, own("vase", hex(glazes[Math.floor(random() * glazes.length)] as string))),
  };
  const named = (Object.keys(forms) as TableThing[]).filter((name) => scene.things.includes(name));
  const side = random() < 0.5 ? 1 : -1;
  const isUsual = named.every((name) => name === "fruit" || name === "vase" || name === "bowl" || name === "bottle");
  if (named.length === 0 || (isUsual && named.includes("fruit")))
    return [...tallThings(forms, side), ...bowlOfFruit(forms, 0.72 * side), ...looseFruit(forms, side)];
  return lineUp(named, forms, side, random);
}

type Forms = Readonly<Record<TableThing, () => Form>>;

function tallThings(forms: Forms, side: number): readonly Solid[] {
  return [place(forms.vase(), -0.55 * side, 0.55, 1, 0.4), place(forms.bottle(), 1.25 * side, 0.95, 0.86)];
}

/** Filled with what was named, or else with what a bowl usually holds. */
function bowlOfFruit(forms: Forms, x: number, held: readonly TableThing[] = ["apple", "orange", "pear", "orange"]): readonly Solid[] {
  const z = -0.15;
  const spots = [
    [-0.3, 0.05, 0.2],
    [0.3, -0.1, 0.2],
    [0.02, -0.28, 0.26],
    [0.06, 0.36, 0.24],
  ] as const;
  const lying = spots.map(([dx, dz, y], n) => place(forms[held[n % held.length] ?? "orange"](), x + dx, z + dz, 0.5, n * 1.3, y));
  return [place(forms.bowl(), x, z, 0.8), ...lying];
}

function looseFruit(forms: Forms, side: number): readonly Solid[] {
  return [
    place(forms.apple(), -0.42 * side, -0.72, 0.6, 2.2),
    place(forms.lemon(), -1.32 * side, -0.35, 0.62, 0.7 * side),
    place(forms.grapes(), -2.02 * side, 0.08, 0.85),
    place(forms.pear(), -1.62 * side, 0.86, 0.68, 2),
  ];
}

const heights: Readonly<Partial<Record<TableThing, number>>> = { vase: 2, bottle: 2.2, pear: 1.2, cup: 0.9, book: 0.3 };

/** What was named and nothing else: tall things at the back, the rest in front of them, fruit in a bowl if there is one. */
function lineUp(named: readonly TableThing[], forms: Forms, side: number, random: () => number): readonly Solid[] {
  const tall = named.filter((name) => (heights[name] ?? 0) > 2 || name === "vase");
  const low = named.filter((name) => !tall.includes(name) && name !== "fruit" && name !== "bowl");
  const solids: Solid[] = tall.map((name, n) => place(forms[name](), side * (-0.5 + 1.3 * n), 0.6, 0.98, 0.4));
  const held: readonly TableThing[] = low.filter((name) => name !== "book" && name !== "cup" && name !== "bottle");
  const isAlone = tall.length === 0 && held.length === low.length;
  if (named.includes("bowl")) solids.push(...bowlOfFruit(forms, isAlone ? 0 : 0.72 * side, held.length > 0 ? held : undefined));
  if (named.includes("fruit") && !named.includes("bowl"))
    solids.push(...looseFruit(forms, side), place(forms.orange(), 0.45 * side, -0.5, 0.62));
  const free = named.includes("bowl") ? -side : side;
  const loose = named.includes("bowl") ? low.filter((name) => !held.includes(name)) : low;
  for (const [n, name] of loose.entries()) {
    const isSingle = named.length === 1;
    const copies = name === "book" || name === "cup" || name === "grapes" ? 1 : isSingle ? 4 : 2;
    for (let copy = 0; copy < copies; copy++) {
      const x = isSingle
        ? (copy - (copies - 1) / 2) * 0.95
        : free * (0.55 + 0.85 * n + 0.36 * copy) - (tall.length === 0 ? free * 1.1 : 0.2 * free);
      const scale = isSingle ? 0.95 : name === "book" ? 0.8 : name === "cup" ? 0.85 : 0.62;
      solids.push(place(forms[name](), x, -0.35 + 0.45 * copy * (isSingle ? (copy % 2) - 0.3 : 1) + 0.15 * random(), scale, random() * 2));
    }
  }
  return solids;
}
