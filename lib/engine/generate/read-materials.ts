/** What things are made of, where a scene has a choice of it: the top of a table, the veins of marble. */
import { aColour, colourPattern, findColour } from "#lib/engine/instructions/colours.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import type { TableTop, ThingName } from "./scene.ts";

const tops: readonly (readonly [RegExp, TableTop])[] = [
  [/\b(?:wood|wooden|oak|walnut|pine|rustic|timber)\b|木/u, "wood"],
  [/\b(?:marble|stone|granite|slate|concrete)\b|大理石|石/u, "stone"],
  [/\b(?:linen|cloth|tablecloth|cotton|fabric)\b|亚麻|桌布|布/u, "linen"],
];

export function readTableTop(told: string, things: readonly ThingName[]): TableTop | undefined {
  const said = tops.find(([words]) => words.test(told))?.[1];
  if (said !== undefined) return said;
  if (/window ?sill|窗台/u.test(told)) return "sill";
  // What is to be shown off stands on a sheet that curves up behind it.
  return things.includes("podium") || backdrops.test(told) ? "plain" : undefined;
}

const cloth = new RegExp(
  `(?<en>${aColour})\\s+(?:linen|cloth|tablecloth|cotton|fabric)|(?<zh>${colourPattern})(?:的)?(?:桌布|亚麻|布)`,
  "u",
);

/** "On blue linen": what lies on the table, not the wall behind it. */
export function readCloth(told: string): Rgb | undefined {
  const named = cloth.exec(told)?.groups;
  return findColour(named?.en ?? named?.zh ?? "")?.rgb;
}

const backdrops =
  /\b(?:podium|pedestal|product|cosmetics?|perfume|skincare|portrait|jewell?ery|studio)\b|(?:white|plain|beige|grey|gray|pink) background|产品|化妆品|香水|护肤|首饰|展台|人像|肖像/u;

const veins = new RegExp(`(?<en>${aColour})\\s*(?:veins?|veined|veining)|(?<zh>${colourPattern})(?:的)?(?:纹|脉)`, "u");
const whiteStone: Rgb = [238, 235, 230];

/** Stone first, veins second, whichever was said first: "gold veins in black marble". */
export function marbleColours(told: string, palette: readonly Rgb[]): readonly Rgb[] {
  const named = veins.exec(told)?.groups;
  const vein = findColour(named?.en ?? named?.zh ?? "")?.rgb;
  if (vein === undefined) return palette;
  return [palette.find((colour) => colour.join() !== vein.join()) ?? whiteStone, vein];
}
