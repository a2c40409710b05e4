/**
 * Whether the second picture's subject is rather the one that moves. The one named first is usually in the first picture; what
 * stands there in the second, a house or a hill, may stand out as well.
 */
import type { Placing } from "./arrangement.ts";
import type { CutOut } from "./cut-subject.ts";

/** By how surely each is a thing by itself. */
const muchSurer = 0.45;
const [hardly, surely] = [0.35, 0.8];

export function isSecondMeant(first: CutOut | undefined, second: CutOut | undefined, wish: Placing): boolean {
  if (first?.isNamed && second?.isNamed) return isRatherNamed(first, second, wish);
  const [own, other] = [score(first, wish), score(second, wish)];
  return other > own + muchSurer || (own < hardly && other > surely);
}

/** Skin tells of a person. */
function score(cut: CutOut | undefined, { isPerson }: Placing): number {
  return cut === undefined ? -1 : cut.certainty + (isPerson ? Math.min(0.12, cut.skin) : 0);
}

/** Both show what was named: "add the man to the group" is about who is alone, and nobody goes for a walk on a portrait. */
function isRatherNamed(first: CutOut, second: CutOut, { which, isMany, isPerson }: Placing): boolean {
  const isOneMeant = which === undefined && !isMany;
  if (first.isAlone !== second.isAlone && isSubject(second)) return second.isAlone === isOneMeant;
  return isPerson && isPortrait(second) && !isPortrait(first);
}

/** Of its picture; what is smaller only happens to be there. */
const leastOfSubject = 0.15;

function isSubject({ box, mask }: CutOut): boolean {
  return box.width * box.height > leastOfSubject * mask.width * mask.height;
}

const [portraitAcross, portraitDown] = [0.5, 0.6];

function isPortrait({ box, mask, isCutBelow }: CutOut): boolean {
  return isCutBelow && box.width > portraitAcross * mask.width && box.height > portraitDown * mask.height;
}
