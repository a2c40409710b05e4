/** How tall a thing is in another picture: by what it measures, where it stands and what is usual. */
import { heightNamed, heightOfKind, personKind } from "#lib/engine/eye/kinds.ts";
import type { Placing } from "./arrangement.ts";
import { type EyeLine, eyeHeight } from "./eye-line.ts";

/** What it would measure there counts more than what is usual in a picture; what is of no known size is as tall as usual. */
const [trueCounts, trueCountsSurely] = [0.5, 0.72];
const [usualOfPerson, usualOfThing] = [0.58, 0.44];
/** In metres; somebody who sits is so much of who stands. */
const [person, unknown, sitting] = [heightOfKind(personKind) as number, 1.4, 0.72];
/** What is put on a table or a chair is rarely taller than that. */
export const onCarrier = 0.4;

export function knownHeight({ named, isPerson }: Placing): number | undefined {
  return (named === undefined ? undefined : heightNamed(named)) ?? (isPerson ? person : undefined);
}

export function heightInMetres(wish: Placing, otherwise: number): number {
  return (knownHeight(wish) ?? otherwise) * (wish.standing.isSitting ? sitting : 1);
}

/** Of the height of the picture. */
export function shareAt(foot: number, eyes: EyeLine, wish: Placing): number {
  const known = knownHeight(wish);
  const usual = known === undefined ? usualOfThing : usualOfPerson * Math.min(1.1, Math.max(0.5, Math.sqrt(known / person)));
  const there = ((foot - eyes.at) * heightInMetres(wish, unknown)) / eyeHeight;
  const certain = eyes.isSure ? trueCountsSurely : trueCounts;
  const counts = known === undefined ? certain / 2 : certain;
  return there ** counts * usual ** (1 - counts);
}
