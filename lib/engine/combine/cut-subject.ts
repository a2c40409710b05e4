/** What stands out in a picture, cut from its background. */
import { lookForWhatStandsOut } from "#lib/engine/eye/stands-out.ts";
import type { Thing } from "#lib/engine/instructions/things.ts";
import { findNamed } from "#lib/engine/regions/find-named.ts";
import { guessNatural } from "#lib/engine/regions/guesses.ts";
import { boxOfMask, shareOf } from "#lib/engine/regions/masks.ts";
import { findNamedBoxes, isWithin, type NamedThings } from "#lib/engine/regions/named-boxes.ts";
import { keepTogether } from "#lib/engine/regions/pieces.ts";
import { shedGround } from "#lib/engine/regions/shed-ground.ts";
import { touchOf } from "#lib/engine/regions/sides.ts";
import { findSubject } from "#lib/engine/regions/subject.ts";
import { findThingByLooks } from "#lib/engine/regions/thing-region.ts";
import { growToWhole } from "#lib/engine/regions/whole-thing.ts";
import type { Box } from "#lib/pixels/crop.ts";
import { areaOf, type NamedBox, unionOf } from "#lib/pixels/network/read-boxes.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { lookAt } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { lookCloser } from "./look-closer.ts";
import { keepUpright } from "./upright.ts";

/** Soft edges belong to what is moved. */
const leastOfBox = 0.3;

export interface CutOut {
  readonly mask: Plane;
  readonly box: Box;
  /** How surely this is a thing before a background, 0..1. */
  readonly certainty: number;
  /** Of the subject that is skin, 0..1. */
  readonly skin: number;
  readonly isCutBelow: boolean;
  /** By any side of its own picture. */
  readonly isCutOff: boolean;
  /** Seen by its name, not only for standing out. */
  readonly isNamed: boolean;
  /** It came cut out, and the colours of its rim are its own. */
  readonly isGiven?: true;
}

/** What was named, where a network sees it. */
export interface Seen {
  readonly things: NamedThings;
  /** About all of it. */
  readonly extent: NamedBox;
  /** Nothing else of its name is seen there. */
  readonly isAlone: boolean;
}

/** What the words say of the thing that moves. */
export interface Mover {
  readonly named?: string | undefined;
  readonly which?: "left" | "right" | undefined;
  readonly thing?: Thing | undefined;
  readonly isMany?: boolean | undefined;
  readonly isOnePerson?: boolean | undefined;
}

/** Surer than anything that only stands out; not so if it may be another thing. */
const [certaintyOfNamed, certaintyOfKin] = [2, 1.1];

/** Undefined where nothing stands out. */
export function* cutSubject(source: Raster, mover: Mover = {}): Work<CutOut | undefined> {
  const seen = yield* part(seekNamed(source, mover), 0, 0.1);
  if (seen !== undefined) return yield* part(cutSeen(source, seen), 0.1, 1);
  const { thing, isOnePerson = false } = mover;
  const known = thing === undefined ? undefined : yield* findThingByLooks(source, thing);
  if (known !== undefined) return asCutOut(known.mask, 1);
  const view = yield* lookAt(source);
  const all = yield* part(findSubject(view, undefined), 0, 0.5);
  if (all === undefined) return undefined;
  const { plane: salient, isSeen } = yield* part(lookForWhatStandsOut(view), 0.5, 0.6);
  // One thing is moved, not what else stands out around it.
  const own = keepTogether(all, salient);
  const grown = isSeen ? own : yield* part(growToWhole(view, own), 0.6, 0.75);
  const shed = isSeen ? own : keepTogether(yield* part(shedGround(view, grown), 0.75, 0.8), salient);
  // Legs and arms reach to the sides as well: what was seen as one thing is left as it is.
  const rough = isOnePerson && !isSeen ? keepUpright(shed) : shed;
  let [inside, outside, skin] = [0, 0, 0];
  const skinLike = guessNatural(view, "skin");
  // How surely it is a thing is told before its ground is shed: without it, anything stands out.
  for (let i = 0; i < grown.data.length; i++) {
    const covered = grown.data[i] as number;
    inside += covered * (salient.data[i] as number);
    outside += (1 - covered) * (salient.data[i] as number);
    skin += covered * (skinLike.data[i] as number);
  }
  const share = shareOf(grown);
  const pixels = grown.data.length;
  const contrast = inside / (share * pixels) - outside / Math.max(1, (1 - share) * pixels);
  const touches = touchOf(grown);
  const certainty =
    Math.max(0, contrast) * (1 - 0.7 * touches.top) * (1 - 0.5 * (touches.left + touches.right) * 0.5) * (share > 0.65 ? 0.5 : 1);
  const { mask, box } = yield* part(lookCloser(source, rough), 0.8, 0.97);
  return {
    mask,
    box: boxOfMask(mask, leastOfBox, box),
    certainty,
    skin: skin / (share * pixels),
    ...cutsOf(rough),
    isNamed: false,
  };
}

export function* seekNamed(source: Raster, { named, which, isMany }: Mover): Work<Seen | undefined> {
  if (named === undefined) return undefined;
  const things = yield* findNamedBoxes(yield* lookAt(source), { said: named, isMany, side: which });
  if (things === undefined) return undefined;
  const { boxes } = things;
  // A child on somebody's arm comes along: without it there would be a hole.
  const others = things.others.filter((other) => !boxes.some((own) => isWithin(other, own)));
  const isAlone = boxes.length === 1 && !others.some((other) => isRival(other, boxes[0]));
  return { things: { ...things, others }, extent: unionOf(boxes), isAlone };
}

export function* cutSeen(source: Raster, { things }: Seen): Work<CutOut> {
  return asCutOut(yield* findNamed(source, things), things.isKin ? certaintyOfKin : certaintyOfNamed);
}

/** Who is much smaller stands far behind. */
const leastOfRival = 0.15;

function isRival(other: NamedBox, own: NamedBox): boolean {
  return other.kind === own.kind && areaOf(other) > leastOfRival * areaOf(own);
}

/** Of a side. */
const leastCut = 0.06;

function cutsOf(mask: Plane): Pick<CutOut, "isCutBelow" | "isCutOff"> {
  const { top, left, right, bottom } = touchOf(mask);
  return { isCutBelow: bottom > leastCut, isCutOff: Math.max(top, left, right, bottom) > leastCut };
}

/** What came cut out is the thing, whatever it is called. */
export function cutAsGiven(alpha: Plane): CutOut {
  return { ...asCutOut(alpha, certaintyOfNamed), isGiven: true };
}

/** What was found by its looks, or seen by its name, is surely the thing that was meant. */
function asCutOut(mask: Plane, certainty: number): CutOut {
  return { mask, box: boxOfMask(mask, leastOfBox), certainty, skin: 0, ...cutsOf(mask), isNamed: certainty > 1 };
}
