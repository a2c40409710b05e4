/** "The sky is boring, make it dramatic", 背景太乱，虚化: what is complained of first is what is to be mended after. */
import { type Draft, isOfFrame } from "./drafts.ts";
import { isWholePicture, type Place, readPlace } from "./place.ts";

export interface Topic {
  readonly place: Place;
  readonly words: string;
}

const complained =
  /^(?:but |and )?(?:(?:the|my|his|her|their|this|that) )?(?<en>[a-z]+(?: [a-z]+)?) (?:is|are|looks?|seems?|feels?|has become|came out|gets?) (?:(?:a bit|a little|way|so|too|very|really|quite|rather|pretty|kind of|far|just|all) )*[a-z-]+(?: and [a-z-]+)?$|^(?<zh>[\u4e00-\u9fff]{1,6}?)(?:有点|有些|太|过于|过|很|不够|略|显得)+[\u4e00-\u9fff]{1,4}$/u;

/** What a clause finds fault with, where that is a place in the picture. */
export function readTopic(clause: string): Topic | undefined {
  const { en, zh } = complained.exec(clause)?.groups ?? {};
  const said = en ?? zh;
  if (said === undefined || isWholePicture(said)) return undefined;
  const place = readPlace(said);
  return place === undefined ? undefined : { place, words: clause };
}

const namesWhole = /\b(?:picture|image|photo|whole|overall|everything)\b|整|图|照片|画面/u;

/** Whether a clause speaks of what the one before complained of: by "it", or by naming nothing itself. */
export function isOfTopic(clause: string): boolean {
  return (
    !namesWhole.test(clause) &&
    (/\b(?:it|that|this|them|those|there)\b|它|这里/u.test(clause) || !/\b(?:the|my|a|an)\b|[把将]/u.test(clause))
  );
}

export function atTopic(draft: Draft, place: Place | undefined): Draft {
  return draft.place !== undefined || isOfFrame(draft.operation) || place === undefined ? draft : { ...draft, place };
}
