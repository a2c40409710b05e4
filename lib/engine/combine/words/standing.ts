/** What a sentence says of where a thing stands: on the lawn, by the lake, next to the bench, sitting, afloat. */
import { boatKind, findKinds } from "#lib/engine/eye/kinds.ts";
import { type Place, type PlaceName, readPlace } from "#lib/engine/instructions/place.ts";
import { carriersNamed } from "../furniture.ts";
import { withoutPronoun } from "./mover.ts";
import { namesPicture } from "./named-picture.ts";

export interface Standing {
  readonly on?: Place;
  /** What it stands next to, before or behind. */
  readonly beside?: string;
  /** "Together" speaks of whoever is there, and names nobody. */
  readonly isImplied?: true;
  /** What is to hide a part of it. */
  readonly behind?: string;
  /** What it is put on, as the words call it. */
  readonly upon?: string;
  /** The words say that there is water. */
  readonly isByWater?: true;
  readonly isAfloat?: true;
  readonly isSitting?: true;
}

/** Kinds of ground; a sky and a hill carry nobody. */
const grounds: readonly PlaceName[] = ["plants", "ground", "snow", "water"];
const water = /\b(?:water|sea|ocean|lake|river|pond|pool|harbou?r|canal|stream)\b|[湖河江]|海(?!滩)|池塘|泳池|水[面里中边上]/u;
const floats = /\b(?:float|swim|sail|paddl|row)\w*\b|漂|游(?!客)|航行|划/u;
/** These are at home on water. */
const waterBirds = /\b(?:swan|duck|goose|geese)s?\b|天鹅|鸭|(?<!企)鹅/u;
const sits = /\b(?:sit|sits|sitting|seated|kneeling|crouching)\b|坐|蹲|跪/u;

/** `mover` is what the words call the thing that moves, `where` all that follows. */
export function readStanding(mover: string, where: string): Standing {
  const on = groundNamed(where);
  const behind = kindNamed(behindIt, where);
  const beside = behind ?? kindNamed(nextTo, where);
  const upon = nounsOf([...onto, addedTo], where).find((noun) => carriersNamed(noun) !== undefined);
  const isBoat = findKinds(mover)?.own[0] === boatKind || waterBirds.test(mover);
  return {
    ...(on === undefined ? {} : { on }),
    ...(beside === undefined ? {} : { beside }),
    ...(behind === undefined ? {} : { behind }),
    ...(upon === undefined ? {} : { upon }),
    ...(water.test(where) ? { isByWater: true as const } : {}),
    ...(isBoat || floats.test(where) || on?.name === "water" ? { isAfloat: true as const } : {}),
    ...(sits.test(mover + where) ? { isSitting: true as const } : {}),
  };
}

const article = "(?:the |an? |this |that |their |his |her |my )?";
const ofPicture = "(?: (?:of|in|from|at|next to|near|by|beside)\\b.*)?$";
const onto: readonly RegExp[] = [
  new RegExp(`\\b(?:on|onto|in|into|inside|across|along|down)\\b (?:top of )?${article}(?<noun>[a-z -]+?)${ofPicture}`, "u"),
  /(?:到|在|进|入|上)(?:.*的)?(?<noun>\p{sc=Han}{1,6}?)(?:上面|里面|上|里|中间|中|面)?$/u,
];
/** "Add the cat to the sofa"; to other things one is added beside them. */
const addedTo = new RegExp(`\\bto\\b ${article}(?<noun>[a-z -]+?)${ofPicture}`, "u");
const nextTo: readonly RegExp[] = [
  new RegExp(
    `\\b(?:next to|beside|near|by|in front of|alongside|close to|with|(?:left|right)(?: side)? of|among|amid|between)\\b ${article}(?<noun>[a-z -]+?)${ofPicture}`,
    "u",
  ),
  new RegExp(`\\b(?:at|by|near)\\b ${article}(?<noun>[a-z -]+?)(?:'s (?:feet|side|doorstep)|s' feet)\\b`, "u"),
  /(?:到|在|进|入)(?:.*的)?(?<noun>\p{sc=Han}{1,6}?)(?:的)?(?:旁边?|身边|身旁|脚边|脚下|边上|左边|右边|前面|面前)$/u,
];
const behindIt: readonly RegExp[] = [
  new RegExp(`\\b(?:behind|in back of)\\b ${article}(?<noun>[a-z -]+?)${ofPicture}`, "u"),
  /(?:到|在|进|入)(?:.*的)?(?<noun>\p{sc=Han}{1,6}?)(?:的)?(?:后面|后边|背后|身后|后方)$/u,
];

/** Beside water, and not on it. */
const shore = /(?:[边旁岸]|\b(?:shore|bank|side|front))$/u;

function groundNamed(where: string): Place | undefined {
  const [noun = ""] = nounsOf(onto, where);
  const place = readPlace(noun);
  if (place?.name === "water" && shore.test(noun)) return undefined;
  return place !== undefined && grounds.includes(place.name) ? place : undefined;
}

function kindNamed(patterns: readonly RegExp[], where: string): string | undefined {
  return nounsOf(patterns, where)
    .map(withoutPronoun)
    .find((noun) => findKinds(noun) !== undefined);
}

/** From wherever one may begin: "with a beard next to the woman" has two. */
function nounsOf(patterns: readonly RegExp[], where: string): readonly string[] {
  const found: string[] = [];
  for (const pattern of patterns) {
    const anywhere = new RegExp(pattern, "gu");
    for (let next = anywhere.exec(where); next !== null; next = anywhere.exec(where)) {
      found.push(next.groups?.noun?.trim() ?? "");
      anywhere.lastIndex = next.index + 1;
    }
  }
  return found.filter((noun) => !namesPicture(noun));
}
