/** What things are made of, where a scene has a choice of it: the top of a table, the veins of marble. */
import { colourPattern, findColour } from "#lib/engine/instructions/colours.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import type { TableTop } from "./scene.ts";

const tops: readonly (readonly [RegExp, TableTop])[] = [
  [/\b(?:wood|wooden|oak|walnut|pine|rustic|timber)\b|木/u, "wood"],
  [/\b(?:marble|stone|granite|slate|concrete)\b|大理石|石/u, "stone"],
  [/\b(?:linen|cloth|tablecloth|cotton|fabric)\b|亚麻|桌布|布/u, "linen"],
];

export function readTableTop(told: string): TableTop | undefined {
  return tops.find(([words]) => words.test(told))?.[1];
}

const veins = new RegExp(`(?<en>(?<![a-z])(?:${colourPattern}))\\s*(?:veins?|veined|veining)|(?<zh>${colourPattern})(?:的)?(?:纹|脉)`, "u");
const whiteStone: Rgb = [238, 235, 230];

/** Stone first, veins second, whichever was said first: "gold veins in black marble". */
export function marbleColours(told: string, palette: readonly Rgb[]): readonly Rgb[] {
  const named = veins.exec(told)?.groups;
  const vein = findColour(named?.en ?? named?.zh ?? "")?.rgb;
  if (vein === undefined) return palette;
  return [palette.find((colour) => colour.join() !== vein.join()) ?? whiteStone, vein];
}
