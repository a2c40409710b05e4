/** What was named and nothing else: tall things at the back, the rest in a loose row in front of them. */
import type { NoiseField } from "#lib/pixels/noise-field.ts";
import type { Random } from "#lib/pixels/random.ts";
import { between, hex, type Radiance, radianceOf } from "../light/radiance.ts";
import type { FlowerKind, Scene, TableThing } from "../scene.ts";
import { bouquet } from "./bouquet.ts";
import { branches } from "./branch.ts";
import { bowlOfFruit, type Forms, looseFruit } from "./fruit-bowl.ts";
import { type Form, place, type Solid } from "./solid.ts";

interface Wanted {
  readonly scene: Scene;
  readonly named: readonly TableThing[];
  readonly forms: Forms;
  readonly noise: NoiseField;
  readonly side: number;
  readonly random: Random;
}

const tallOnes: readonly TableThing[] = ["vase", "bottle", "candle"];
const lyingInBowls: readonly TableThing[] = ["apple", "grapes", "lemon", "orange", "pear"];
const sizes: Readonly<Partial<Record<TableThing, number>>> = {
  book: 0.85,
  cup: 0.85,
  teapot: 0.95,
  candle: 0.8,
  "open book": 0.9,
  bottle: 0.95,
};

export function lineUp({ scene, named, forms, noise, side, random }: Wanted): readonly Solid[] {
  const holder = named.includes("vase") ? "vase" : named.includes("bottle") ? "bottle" : "vase";
  const hasBranches = scene.traits.includes("branches") && !scene.things.includes("flower");
  const hasFlowers = scene.things.includes("flower") || hasBranches;
  const all: readonly TableThing[] = hasFlowers && !named.includes(holder) ? [holder, ...named] : named;
  const tall = all.filter((name) => tallOnes.includes(name));
  const held = all.includes("bowl") ? all.filter((name) => lyingInBowls.includes(name)) : [];
  const low = all.filter((name) => !tall.includes(name) && name !== "fruit" && name !== "bowl" && !held.includes(name));
  const solids: Solid[] = [];
  const copies = (name: TableThing): readonly TableThing[] => Array.from({ length: countOf(scene, name, all.length === 1) }, () => name);
  const back = tall.flatMap(copies);
  const isLow = low.length + held.length > 0 || all.includes("fruit") || all.includes("bowl");
  for (const [n, name] of back.entries()) {
    const x = isLow ? side * (-0.45 - 0.95 * n) : (n - (back.length - 1) / 2) * 1.15;
    const z = (isLow ? 0.5 : 0) + 0.25 * (n % 2);
    solids.push(place(forms[name](), x, z, sizes[name] ?? 0.98, 0.4 + n));
    if (hasFlowers && name === holder && n === back.indexOf(holder))
      solids.push(place((hasBranches ? cutBranches : cut)(scene, noise, random, holder), x, z, 0.98, 0.6));
  }
  if (all.includes("bowl")) solids.push(...bowlOfFruit(forms, tall.length === 0 ? 0 : 0.75 * side, held.length > 0 ? held : undefined));
  if (all.includes("fruit") && !all.includes("bowl"))
    solids.push(...looseFruit(forms, side), place(forms.orange(), 0.45 * side, -0.5, 0.62));
  solids.push(...inRow(low.flatMap(copies), forms, { from: tall.length > 0 ? 0.35 : 0, side, random }));
  return centred(solids);
}

/** A plural without a number is three; Chinese has none, so fruit is taken for some and a cup for one. */
function countOf(scene: Scene, name: TableThing, isAlone: boolean): number {
  const said = scene.counts[name];
  if (said !== undefined) return name === "vase" && scene.things.includes("flower") ? 1 : said;
  if (name === "grapes") return 1;
  if (lyingInBowls.includes(name)) return isAlone ? 3 : 2;
  return scene.many.includes(name) ? 2 : 1;
}

interface Row {
  readonly from: number;
  readonly side: number;
  readonly random: Random;
}

/** Side by side by their girth, every second one a step nearer; more than five in two ranks. */
function inRow(names: readonly TableThing[], forms: Forms, { from, side, random }: Row): readonly Solid[] {
  const solids: Solid[] = [];
  const ranks = names.length > 3 ? 2 : 1;
  const ends = Array.from({ length: ranks }, () => from);
  for (const [n, name] of names.entries()) {
    const form = forms[name]();
    const scale = (sizes[name] ?? 0.72) * (names.length > 7 ? 0.8 : 1);
    const rank = n % ranks;
    const girth = widthOf(form, name) * scale;
    const x = side * ((ends[rank] as number) + girth + rank * 0.3);
    ends[rank] = (ends[rank] as number) + 2 * girth + 0.06 + 0.12 * random();
    const near = ranks === 1 ? -0.3 - 0.3 * (n % 2) + 0.12 * random() : -0.8 + 0.8 * rank + 0.25 * random();
    solids.push(
      place(form, x, near, scale, name === "open book" ? 0.25 * side : name === "teapot" ? (side > 0 ? 0.2 : 2.9) : random() * 2),
    );
  }
  return solids;
}

/** How far it reaches to its sides; the ball around a tall thing is wider than the thing. */
function widthOf(form: Form, name: TableThing): number {
  if (name === "pear") return 0.52;
  if (name === "cup") return 0.62;
  if (name === "open book") return 1.05;
  return name === "apple" ? 0.68 : form.reach;
}

/** As a whole in the middle of the picture. */
function centred(solids: readonly Solid[]): readonly Solid[] {
  const left = Math.min(...solids.map(({ x, reach, scale }) => x - 0.6 * reach * scale));
  const right = Math.max(...solids.map(({ x, reach, scale }) => x + 0.6 * reach * scale));
  return solids.map((solid) => ({ ...solid, x: solid.x - (left + right) / 2 }));
}

const usual: Readonly<Record<FlowerKind, readonly string[]>> = {
  rose: ["c2183a", "e2a0ac", "f2dcd6"],
  daisy: ["f4f0e6", "f6e6b0"],
  sunflower: ["f2b01e"],
  lotus: ["e890ae", "f4d4dc"],
  tulip: ["d8483c", "f0b428", "e88ca0"],
};

function cutBranches({ season, traits, colours, seed }: Scene, noise: NoiseField, random: Random, holder: TableThing): Form {
  const said = colours.flower;
  const usualBlossom = traits.includes("osmanthus") ? hex("e8a92c") : season === "blossom" ? hex("eeb0c0") : undefined;
  return branches(noise, random, {
    count: 1 + (seed % 3),
    neck: holder === "vase" ? 2.15 : 2.5,
    blossom: said === undefined ? usualBlossom : radianceOf(said),
    leaf: hex(["66764a", "7d9482", "587048"][seed % 3] ?? "66764a"),
  });
}

function cut(scene: Scene, noise: NoiseField, random: Random, holder: TableThing): Form {
  const kind = scene.flower ?? (["rose", "daisy", "tulip"] as const)[scene.seed % 3] ?? "rose";
  const said = scene.colours.flower;
  const colours: readonly Radiance[] =
    said === undefined
      ? usual[kind].map((code) => hex(code))
      : [radianceOf(said), between(radianceOf(said), hex("ffffff"), 0.3), between(radianceOf(said), hex("40101c"), 0.12)];
  return bouquet(noise, random, {
    kind,
    colours,
    count: scene.counts.flower,
    neck: holder === "vase" ? 2.15 : 2.5,
    root: scene.traits.includes("glass") ? 0.15 : undefined,
  });
}
