/** Where a clause is about that names no place itself: where the wish before it was, or what stands first in it. */
import type { Clause } from "./clauses.ts";
import type { Draft } from "./drafts.ts";
import { theRest } from "./keeping.ts";
import type { Operation } from "./operation.ts";
import { type Place, readPlace } from "./place.ts";

/** A proviso is about what its wish is about: "brighten the face but keep the shadows". */
export const sameThere = /(?<= )there (?=by)|^那里(.+)/u;

const ofWhole = /\b(?:picture|image|photo|everything|whole|overall|all)\b|[整全]|图|照片|画面/u;

/** "The face is too dark, brighten it a little": what mends a complaint mends it where it was made. */
export function atSamePlace(draft: Draft, before: Draft | undefined, text: string): Draft {
  const [own, last] = [draft.operation, before?.operation];
  if (sameThere.test(text) && before?.place !== undefined) return { ...draft, place: before.place };
  const isMore = own.kind === "tone" && last?.kind === "tone" && own.name === last.name && Math.sign(own.amount) === Math.sign(last.amount);
  return isMore && draft.place === undefined && before?.place !== undefined && !ofWhole.test(text)
    ? { ...draft, place: before.place }
    : draft;
}

/** 花更鲜艳, "flowers more vivid": a thing named first and without an article; light and colours are none. */
export function namedFirst(rest: string, leftOver: readonly string[], operations: readonly Operation[]): Place | undefined {
  const [first, ...more] = leftOver;
  const isFirst = first !== undefined && more.length === 0 && rest.trim().startsWith(first);
  if (!isFirst || /[光灯影色调感]|氛围/u.test(first) || operations.some(({ kind }) => kind !== "tone")) return undefined;
  const place = readPlace(first);
  // "Needs more punch" names nothing.
  if (/^(?:needs?|wants?|lacks?|looks?|feels?|requires?|gets?|goes|lots|tons|loads)\b/u.test(first)) return undefined;
  const isSaid = /^[\u4e00-\u9fff]+$/u.test(first) || /^\s*[a-z]+ (?:(?:a bit|much|slightly|way|lots) )?(?:more|less) □/u.test(rest);
  return isSaid || place?.isMany || place?.thing !== undefined ? place : undefined;
}

const qualities = /\b(?:contrast|saturation|vibrance|clarity|warmth|brightness|exposure|sharpness|light|lighting|colou?rs?|tones?)\b/u;

/** "Make the sky bluer and darker": what is joined without a verb of its own is about the same place; "more contrast" after "bluer sky" is of the whole. */
export function inherited({ isJoined, text }: Clause, before: Draft | undefined, isBeside: boolean): Place | undefined {
  const isSame = before?.operation.kind === "tone" || before?.operation.kind === "tint" || before?.operation.kind === "filter";
  if (!isJoined || !isSame || before.place === undefined || theRest.test(text)) return undefined;
  if (!qualities.test(text)) return before.place;
  return isBeside ? undefined : { ...before.place, isInherited: true };
}

export function isBare(rest: string): boolean {
  if (/^\s*□ it\s*$/u.test(rest)) return true;
  return !/\b(?:make|add|turn|apply|give|change|increase|reduce|it|photo|picture|image)\b|[把将加让]|图|照片|画面|整/u.test(rest);
}
