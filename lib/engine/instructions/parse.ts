/** From a prompt to steps, in order, and what could not be read. */
import { isOnlyAmount, readAmount } from "./amounts.ts";
import { type Clause, splitClauses } from "./clauses.ts";
import { colourPattern, findColour } from "./colours.ts";
import { addDrafts, type Draft, isOfFrame, layoutLast, withAmount } from "./drafts.ts";
import { findEntries, toOperation } from "./entries.ts";
import { readDetails } from "./filter-details.ts";
import { reframe } from "./frames.ts";
import { readGeometry } from "./geometry.ts";
import { readGradient } from "./gradient.ts";
import { inkWash, inkWashWords, readInks } from "./inks.ts";
import { negates, readKeeping, theRest } from "./keeping.ts";
import { locate } from "./locate.ts";
import { areLights, withLights } from "./night-lights.ts";
import type { Operation, Step } from "./operation.ts";
import { type Place, readPlace } from "./place.ts";
import { readLeaning, readRecolouring, readTint } from "./recolouring.ts";
import { atSamePlace, inherited, isBare, namedFirst, sameThere } from "./same-place.ts";
import { readBackdrop, readRemoval, readSky } from "./scenery.ts";
import { readSplitTone } from "./split-toning.ts";
import { atTopic, isOfTopic, readTopic, type Topic } from "./topic.ts";
import type { Entry } from "./vocabulary.ts";
import { readWriting, restyle } from "./writing.ts";

export interface Instructions {
  readonly steps: readonly Step[];
  /** Clauses, or parts of them, nothing was done for, in the words of the prompt. */
  readonly leftOut: readonly string[];
}

interface Reading {
  readonly drafts: readonly Draft[];
  readonly leftOut?: readonly string[];
}

/** `isScene` says whether words name something that could be painted as a background. */
export function parseInstructions(prompt: string, isScene: (words: string) => boolean = () => false): Instructions {
  const drafts: Draft[] = [];
  const kept: Place[] = [];
  const lost: string[] = [];
  const leftOut: string[] = [];
  let isVerbless = false;
  let topic: Topic | undefined;
  for (const clause of splitClauses(prompt)) {
    const keeping = readKeeping(clause.text);
    kept.push(...(keeping?.kept ?? []));
    lost.push(...(keeping?.lost ?? []));
    const text = keeping?.text ?? clause.text;
    if (text === "") continue;
    if (negates.test(text)) continue;
    const last = drafts.at(-1);
    if (last !== undefined && last.operation.kind !== "border" && isOnlyAmount(text)) {
      drafts[drafts.length - 1] = { ...last, operation: withAmount(last.operation, readAmount(text)) };
      continue;
    }
    // "Brighten the sheep, darken the rest": the rest is all but the sheep.
    if (last?.place !== undefined && theRest.test(text)) kept.push(last.place);
    const read = readClause({ ...clause, text: text.replace(sameThere, "$1") }, isScene, last, isVerbless);
    isVerbless = /^\S+er \S+$|^(?:more|less) \S+ \S+$/u.test(text);
    if (read.drafts.length > 0) {
      const own = topic !== undefined && isOfTopic(text) ? read.drafts.map((draft) => atTopic(draft, topic?.place)) : read.drafts;
      if (topic !== undefined && own === read.drafts) leftOut.push(topic.words);
      topic = undefined;
      addDrafts(
        drafts,
        own.map((draft) => atSamePlace(draft, drafts.at(-1), text)),
      );
      leftOut.push(...(read.leftOut ?? []));
      continue;
    }
    if (topic !== undefined) leftOut.push(topic.words);
    topic = readTopic(text);
    if (topic !== undefined) continue;
    // "Fix it" after a complaint asks for nothing more.
    if (
      !/^(?:fix|correct|mend|change|edit|adjust|neutrali[sz]e|balance|improve|sort|help|clean|tone|calm|bring|take|pull|open|lift|soften|ease) (?:it|this|that|them)(?: (?:out|up|down|back))?(?: a (?:bit|little|touch))?$|^(?:(?:the )?colou?rs? )?looks? (?:off|wrong|odd|weird|fake|unnatural|strange|bad)$|^(?:修正?|修复|改|调整?|处理|校正|压|提|降|收|淡|浅)(?:一?[下点些])?$|^(?:fix|please fix)$|^(?:so that|so the|so it|in order to|方便|以便|为了)/u.test(
        text,
      )
    )
      leftOut.push(clause.text);
  }
  if (topic !== undefined) leftOut.push(topic.words);
  const steps = layoutLast(drafts).map(({ operation, place }) => ({
    operation,
    ...(place === undefined ? {} : { place }),
    except: isOfFrame(operation) ? [] : kept.filter(({ said }) => said !== place?.said),
  }));
  // What is done to the dog alone leaves the eyes of whoever else is there.
  const isAllOver = steps.some(({ operation, place }) => place === undefined && !isOfFrame(operation));
  return { steps, leftOut: isAllOver ? [...leftOut, ...lost] : leftOut };
}

/** `isBeside`: the clause before had no verb, as this one has none. */
function readClause(clause: Clause, isScene: (words: string) => boolean, before: Draft | undefined, isBeside: boolean): Reading {
  const { text } = clause;
  const writing = readWriting(text);
  if (writing !== undefined) return { drafts: [{ operation: writing }] };
  const restyled = before?.operation.kind === "text" ? restyle(before.operation, text) : undefined;
  if (restyled !== undefined) return { drafts: [{ operation: restyled }] };
  const reframed = before?.operation.kind === "border" ? reframe(before.operation, text) : undefined;
  if (reframed !== undefined) return { drafts: [{ operation: reframed }] };
  if (areLights(text)) {
    const lit = withLights(before?.operation);
    return { drafts: lit === undefined ? [] : [{ ...before, operation: lit }] };
  }
  const splitTone = readSplitTone(text);
  if (splitTone !== undefined) {
    const own = { operation: splitTone.operation, place: locate(splitTone.rest).place };
    // "Night with orange highlights" asks for both.
    const more =
      findEntries(splitTone.rest).entries.length === 0
        ? undefined
        : readClause({ ...clause, text: splitTone.rest }, isScene, before, isBeside);
    return { drafts: [...(more?.drafts ?? []), own] };
  }
  const geometry = readGeometry(text);
  if (geometry !== undefined) {
    // "A 4:5 crop with a soft vintage fade" asks for both.
    const beside = geometry.kind === "border" ? null : /\bwith (?<rest>.+)$/u.exec(text);
    const more = beside === null ? [] : readClause({ text: beside.groups?.rest ?? "", isJoined: false }, isScene, undefined, false).drafts;
    return { drafts: [...(isIdle(geometry) ? [] : [{ operation: geometry }]), ...more] };
  }
  const gradient = readGradient(text);
  if (gradient !== undefined) return { drafts: [{ operation: gradient }] };
  if (inkWashWords.test(text)) return { drafts: inkWash.map((operation) => ({ operation })) };
  if (before?.operation.kind === "style" && bolder.test(text))
    return { drafts: [{ ...before, operation: { ...before.operation, strength: 1.5 } }] };
  const { entries, rest } = findEntries(text);
  const detailed = entries.length === 0 ? readDetails(text, before?.operation) : undefined;
  if (detailed !== undefined) return { drafts: [{ operation: detailed, place: before?.place }] };
  const scenery =
    readSky(text) ??
    (entries.length === 0 ? readRemoval(text) : undefined) ??
    (isAboutScene(text) ? readBackdrop(text, isScene) : undefined);
  if (scenery !== undefined) return { drafts: [scenery] };
  const isAnother = clause.isJoined && before?.operation.kind === "recolour";
  // "Make the ball green and the box orange": the verb counts for both.
  const isList =
    isAnother ||
    /^[a-z ]+ (?:in)?to [a-z ]+$/u.test(text) ||
    /^the (?!.*\b(?:is|are|was|were|has|have|should|must|needs?|could|would)\b)/u.test(text);
  const recolouring = readRecolouring(text) ?? (isList ? readRecolouring(`make ${text}`) : undefined);
  // 去掉背景，换成浅灰.
  const behind = before?.operation.kind === "backdrop" ? ofNewGround.exec(text)?.[1] : undefined;
  const ground = findColour(behind ?? "");
  if (ground !== undefined) return { drafts: [{ operation: { kind: "backdrop", colour: ground }, place: before?.place }] };
  // "Remove the background and make it white."
  if (recolouring?.operation.kind === "tint" && before?.operation.kind === "backdrop" && clause.isJoined)
    return { drafts: [{ operation: { kind: "backdrop", colour: recolouring.operation.colour }, place: before.place }] };
  if (recolouring !== undefined) return { drafts: [recolouring] };
  const tint =
    entries.some(({ means }) => means.kind === "look") && !/tint|duo|grade|grading|色调|双色/u.test(text) ? undefined : readTint(text);
  if (tint !== undefined) {
    // "An old photograph in a beige tone" is both.
    const looks = entries.filter(({ means }) => means.kind === "look" || means.kind === "style");
    const beside = looks.map(({ means }) => toOperation(means, { times: 1 }, "")).filter((operation) => operation !== undefined);
    // The forest of "forest green" is none of the picture's.
    const { place } = locate(text.replace(new RegExp(colourPattern, "gu"), " "));
    return { drafts: [...beside, tint].map((operation) => ({ operation, place })) };
  }
  const leaning = entries.length === 0 ? readLeaning(text) : undefined;
  if (leaning !== undefined) {
    const { place, leftOver, isBeyond } = locate(leaning.rest);
    if (isBeyond) return { drafts: [] };
    // 酒的颜色再红一点: Chinese names a thing without an article.
    const thing = leftOver.find((words) => /^[\u4e00-\u9fff]+$/u.test(words));
    const where = place ?? readPlace(thing ?? "") ?? inherited(clause, before, isBeside);
    // The whole picture leans gently: all of it is seen to.
    const operation = where === undefined ? { ...leaning.operation, strength: leaning.operation.strength * 0.6 } : leaning.operation;
    return { drafts: [{ operation, place: where }] };
  }
  const operations = operationsOf(text, entries, rest);
  if (operations.length === 0) return { drafts: [] };
  const inks = readInks(text, rest, operations);
  const { place, leftOver, isBeyond } = locate(
    inks?.rest ?? rest,
    entries.every(({ means }) => means.kind !== "tone" && means.kind !== "filter"),
    entries.some(({ means }) => hours.includes(means.name)),
  );
  if (isBeyond) return { drafts: [] };
  const where = place ?? namedFirst(rest, leftOver, operations) ?? (isBare(rest) ? inherited(clause, before, isBeside) : undefined);
  const all = inks?.operations ?? operations;
  // "Tilt-shift with the focus at the top" has read its place already.
  const isPlaced = (operation: Operation): boolean => operation.kind === "filter" && operation.row !== undefined;
  return {
    drafts: all.map((operation) => ({ operation, place: isPlaced(operation) ? undefined : where })),
    leftOut: where?.isGuess ? [] : leftOver,
  };
}

const ofNewGround = new RegExp(
  `^(?:换成|换上|换|改成|变成|用|要|(?:use|with|replace it with|swap in|make it)(?: an?)?) ?(?:纯|plain |solid )?(${colourPattern})(?:的|背景|底)*$`,
  "u",
);

const bolder =
  /粗线|(?:颗粒|像素|方块)(?:再|更)?[大粗]|\b(?:big|large|chunky|chunki)(?:g?er)? (?:pixels?|blocks?|dots?)\b|\b(?:thick|bold|heavy|chunky|visible|rough|coarse)(?:er)? (?:out)?(?:lines?|strokes?|brush ?strokes?)\b/u;
const hours = ["golden hour", "dawn", "daylight", "blue hour", "night"];

function operationsOf(text: string, entries: readonly Entry[], rest: string): readonly Operation[] {
  const amount = readAmount(text);
  const isChange = /变|换|转|\b(?:in)?to\b/u.test(text);
  const lastHour = entries.findLast(({ means }) => hours.includes(means.name));
  const hasWeather = entries.some(({ means }) => means.kind === "weather");
  return entries
    .filter((entry) => !isChange || entry === lastHour || !hours.includes(entry.means.name))
    .map(({ means }) =>
      // "Heavy fog on a cold morning": it is the fog that is heavy.
      toOperation(means, hasWeather && means.kind === "look" && amount.share === undefined ? { times: 1 } : amount, rest),
    )
    .map((operation) => (operation === undefined ? undefined : (readDetails(text, operation) ?? operation)))
    .filter((operation) => operation !== undefined && !isIdle(operation)) as readonly Operation[];
}

function isAboutScene(text: string): boolean {
  return /\b(?:background|backdrop|surroundings|put|place|move|show|isolate|cut ?out|extract)\b|背景|抠|白底/u.test(text);
}

function isIdle(operation: Operation): boolean {
  if (operation.kind === "tone") return operation.amount === 0;
  if (operation.kind === "rotate") return operation.quarters === 0;
  return "strength" in operation && operation.strength === 0;
}
