/** Which picture's subject moves, cut out of it. */
import type { Raster } from "#lib/pixels/raster.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import type { Placing } from "./arrangement.ts";
import { type CutOut, cutAsGiven, cutSeen, cutSubject, type Mover, seekNamed } from "./cut-subject.ts";
import type { Given } from "./given.ts";
import { isSecondMeant, whoseIsNamed } from "./second-meant.ts";

export interface Chosen {
  readonly arrangement: Placing;
  readonly cut: CutOut | undefined;
}

export function* chooseSubject(given: readonly [Given, Given], wish: Placing): Work<Chosen> {
  const cameCut = ([0, 1] as const).filter((each) => given[each].cut !== undefined);
  const subject = wish.subject ?? (cameCut.length === 1 ? cameCut[0] : undefined);
  const own = subject === undefined ? undefined : given[subject].cut;
  if (subject !== undefined && own !== undefined) return { arrangement: { ...wish, subject }, cut: cutAsGiven(own.alpha) };
  return yield* findSubject([given[0].picture, given[1].picture], wish);
}

/** By what is seen in them. */
function* findSubject(pictures: readonly [Raster, Raster], wish: Placing): Work<Chosen> {
  const { named, which, isMany, thing } = wish;
  const mover: Mover = { named, which, isMany, isOnePerson: wish.isPerson && !wish.isMany };
  if (wish.subject !== undefined) return { arrangement: wish, cut: yield* cutSubject(pictures[wish.subject], { ...mover, thing }) };
  const seen = [yield* part(seekNamed(pictures[0], mover), 0, 0.1), yield* part(seekNamed(pictures[1], mover), 0.1, 0.2)] as const;
  const whose = whoseIsNamed(seen[0], seen[1], wish);
  const found = whose === undefined ? undefined : seen[whose];
  if (whose !== undefined && found !== undefined)
    return { arrangement: { ...wish, subject: whose }, cut: yield* part(cutSeen(pictures[whose], found), 0.2, 1) };
  // Nothing tells but how well each can be cut out.
  const first = yield* part(cutSubject(pictures[0], { ...mover, thing }), 0.2, 0.6);
  const second = yield* part(cutSubject(pictures[1], mover), 0.6, 1);
  const subject = isSecondMeant(first, second, wish) ? 1 : 0;
  return { arrangement: { ...wish, subject }, cut: subject === 0 ? first : second };
}
