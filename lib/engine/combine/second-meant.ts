/**
 * Whether the second picture's subject is rather the one that moves. The one named first is usually in the first picture; what
 * stands there in the second, a house or a hill, may stand out as well.
 */
import { areaOf } from "#lib/pixels/network/read-boxes.ts";
import type { Placing } from "./arrangement.ts";
import type { CutOut, Seen } from "./cut-subject.ts";

/** By how surely each is a thing by itself. */
const muchSurer = 0.45;
const [hardly, surely] = [0.35, 0.8];

export function isSecondMeant(first: CutOut | undefined, second: CutOut | undefined, wish: Placing): boolean {
  const [own, other] = [score(first, wish), score(second, wish)];
  return other > own + muchSurer || (own < hardly && other > surely);
}

/** Skin tells of a person. */
function score(cut: CutOut | undefined, { isPerson }: Placing): number {
  return cut === undefined ? -1 : cut.certainty + (isPerson ? Math.min(0.12, cut.skin) : 0);
}

/** By what was named and is seen; undefined where that does not tell. */
export function whoseIsNamed(first: Seen | undefined, second: Seen | undefined, wish: Placing): 0 | 1 | undefined {
  if (second === undefined) return first === undefined ? undefined : 0;
  if (first === undefined) return second.things.isKin ? undefined : 1;
  if (first.things.isKin !== second.things.isKin) return first.things.isKin ? 1 : 0;
  return isSecondRather(first, second, wish) ? 1 : 0;
}

/** Both show what was named: "add the man to the group" is about who is alone, and nobody goes for a walk on a portrait. */
function isSecondRather(first: Seen, second: Seen, { which, isMany, isPerson, standing }: Placing): boolean {
  const isOneMeant = which === undefined && !isMany;
  if (first.isAlone !== second.isAlone && areaOf(second.extent) > leastOfSubject) return second.isAlone === isOneMeant;
  // Behind somebody it is the other way round: who is near hides who is far.
  const [near, far] = standing.behind === undefined ? [second, first] : [first, second];
  return isPerson && isPortrait(near) && !isPortrait(far);
}

/** Of its picture; what is smaller only happens to be there. */
const leastOfSubject = 0.15;

const [portraitAcross, portraitDown, cutBelow] = [0.5, 0.6, 0.96];

function isPortrait({ extent: { left, top, right, bottom } }: Seen): boolean {
  return bottom > cutBelow && right - left > portraitAcross && bottom - top > portraitDown;
}
