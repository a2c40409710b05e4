/** What things are made of, where a scene has a choice of it: the top of a table, the veins of marble. */
import { aColour, colourPattern, findColour } from "#lib/engine/instructions/colours.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import type { TableTop, ThingName } from "../scene.ts";

const tops: readonly (readonly [RegExp, TableTop])[] = [
  [/\b(?:wood|wooden|oak|walnut|pine|rustic|timber)\b|木/u, "wood"],
  [/\b(?:marble|stone|granite|slate|concrete)\b|大理石|石/u, "stone"],
  [/\b(?:linen|cloth|tablecloth|cotton|fabric)\b|亚麻|桌布|布/u, "linen"],
];

/** The wood of a wall and the stone of a podium are not the table's. */
const otherThanTop =
  /\b(?:wood(?:en)?|timber|oak|walnut|stone|marble|concrete|linen)(?: panel(?:l?ed)?| plank| slat(?:ted)?)? (?:walls?|podiums?|pedestals?|plinths?|background|backdrop|bowls?|vases?|box|spoons?|chairs?)\b|(?:木|石|大理石|水泥)(?:质|板|头|制)*(?:的)?(?:背景|墙|圆台|底座|展台|碗|勺|盒|椅)/gu;

/** A wall of boards behind the table. */
export function hasBoardedWall(told: string): boolean {
  return /\b(?:wood(?:en)?|timber|oak|walnut)(?: panel(?:l?ed)?| plank| slat(?:ted)?)? (?:walls?|background|backdrop)\b|木(?:质|板|头|制)*(?:的)?(?:背景|墙)/u.test(
    told,
  );
}

export function readTableTop(told: string, things: readonly ThingName[]): TableTop | undefined {
  const ofTop = told.replace(otherThanTop, " ");
  const said = tops.find(([words]) => words.test(ofTop))?.[1];
  if (said !== undefined) return said;
  if (/window ?sill|窗台/u.test(told)) return "sill";
  // What is to be shown off stands on a sheet that curves up behind it.
  return things.includes("podium") || backdrops.test(told) ? "plain" : undefined;
}

const cloth = new RegExp(
  `(?<en>${aColour})\\s+(?:(?:check(?:ed|ered)?|gingham|plaid)\\s+)?(?:linen|cloth|tablecloth|blanket|cotton|fabric)|(?<zh>${colourPattern})(?:的)?(?:格子|格纹)?(?:桌布|餐布|亚麻|布)`,
  "u",
);

/** "On blue linen": what lies on the table, not the wall behind it. */
export function readCloth(told: string): Rgb | undefined {
  const named = cloth.exec(told)?.groups;
  return findColour(named?.en ?? named?.zh ?? "")?.rgb;
}

/** Checks that are a cloth's are no pattern all over the picture. */
const checkedCloth =
  /\b(?:check(?:ed|ered)?|gingham|plaid|tartan) (?:[a-z]+ )?(?:table ?cloth|cloth|blanket|napkin)|(?:格子|格纹|方格)(?:的)?(?:桌布|餐布|布)/u;

export function hasCheckedCloth(told: string): boolean {
  return checkedCloth.test(told);
}

/** Marble that the podium itself is of. */
export function hasVeinedPodium(told: string): boolean {
  return /\bmarble (?:[a-z]+ )?(?:podiums?|pedestals?|plinths?|stand)\b|大理石(?:质|制|的)?(?:圆台|底座|展台|展示台)/u.test(told);
}

const backdrops =
  /\b(?:podium|pedestal|product|cosmetics?|perfume|skincare|portrait|jewell?ery|studio)\b|(?:white|plain|beige|grey|gray|pink|cream|pastel|minimal|minimalist|seamless|neutral|clean|simple|solid|colou?red) (?:[a-z]+ )?(?:background|backdrop)|[色净约]背景|产品|化妆品|香水|护肤|首饰|展台|人像|肖像/u;

const veins = new RegExp(`(?<en>${aColour})\\s*(?:veins?|veined|veining)|(?<zh>${colourPattern})(?:的)?(?:纹|脉)`, "u");
const groundOfStone = new RegExp(
  `(?<of>${aColour})(?:色)?\\s*(?:background|backdrop|base|ground|背景|底)|on (?:an? )?(?<on>${aColour})`,
  "u",
);
const whiteStone: Rgb = [238, 235, 230];

/** Dark, of no colour that was said. */
const darkStone = /\b(?:dark|moody)\b|深色|暗色/u;
const blackStone: Rgb = [30, 31, 35];

/** Stone first, veins second, whichever was said first: "gold veins in black marble". */
export function marbleColours(told: string, palette: readonly Rgb[]): readonly Rgb[] {
  const named = veins.exec(told)?.groups;
  const vein = findColour(named?.en ?? named?.zh ?? "")?.rgb;
  if (vein === undefined) {
    // "Gold marble on black": the ground is the stone, and what shines on it runs through it.
    const ground = findColour(groundOfStone.exec(told)?.groups?.of ?? groundOfStone.exec(told)?.groups?.on ?? "")?.rgb;
    const other = palette.find((colour) => colour.join() !== ground?.join());
    return ground === undefined || other === undefined ? palette : [ground, other];
  }
  return [palette.find((colour) => colour.join() !== vein.join()) ?? (darkStone.test(told) ? blackStone : whiteStone), vein];
}
