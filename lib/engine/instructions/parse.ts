/** From a prompt to steps, in order, and what could not be read. */
import { isOnlyAmount, readAmount } from "./amounts.ts";
import { type Clause, splitClauses } from "./clauses.ts";
import { colourPattern } from "./colours.ts";
import { addDrafts, type Draft, isOfFrame, withAmount } from "./drafts.ts";
import { findEntries, toOperation } from "./entries.ts";
import { readDetails } from "./filter-details.ts";
import { readGeometry } from "./geometry.ts";
import { readGradient } from "./gradient.ts";
import { inkWash, inkWashWords, readInks } from "./inks.ts";
import { locate } from "./locate.ts";
import type { Operation, Step } from "./operation.ts";
import { type Place, readPlace } from "./place.ts";
import { readLeaning, readRecolouring, readTint } from "./recolouring.ts";
import { readBackdrop, readRemoval, readSky } from "./scenery.ts";
import { readSplitTone } from "./split-toning.ts";
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

const keeps =
  /^(?:but |please |only |just )*(?:keep(?:ing)?|leav(?:e|ing)|preserv(?:e|ing)|maintain(?:ing)?|without (?:changing|touching|affecting)|(?:do not|don't|never|not) (?:change|touch|alter|affect|modify))\s+(?:only |just )?(?<en>.+?)(?:\s+(?:as (?:it|they|is|are)|unchanged|the same|intact|untouched|alone|in colou?r|colou?red|original|natural|normal|sharp|in focus|as is|the way).*)?$|^(?:请|只|仅)*(?:保持|保留|不要?改变|不要动|别动|不要碰|不改|不动)(?<zh1>.+?)(?:不变|原样|不动|的?颜色|清晰|彩色)*$|^(?<zh2>.+?)(?:保持不变|不变|保持原样|不要变|(?:保持|保留|还是)(?:彩色|原色|颜色)|保持(?:清晰|锐利|不动|.{0,2}色)|别动|不要动)$|^(?:(?:but|with|while) )*(?<en2>(?:(?:the|my|his|her|their|our) [a-z ]+?|[a-z]+)) (?:stays?|staying|remains?|remaining|is kept|are kept|kept|should (?:stay|remain)|must (?:stay|remain)) (?:as (?:it|they|is|are)|unchanged|the same|intact|untouched|in colou?r|colou?red|sharp|in focus|crisp|natural|normal|clear).*$|^(?:(?:but|with) )?(?<en3>[a-z ]+?) (?:unchanged|untouched|as is)$/u;
const excepts =
  /\b(?:except(?: for)?|apart from|other than|but not(?! (?:too|so|that|overly|over|as)\b)|everything but|all but|excluding|besides)\s+(?<en>.+?)(?=\s+by\s|\s+(?:(?:in|into|to|is|are|be|goes|turns?|becomes?|should|must|turned|made)\s+)+(?:monochrome|black|gr[ae]y|blurr?(?:ed|y)?|darker|brighter)\b|\s+(?:black (?:and|&) white|b&w|monochrome|gr[ae]y(?:scale)?|blurr(?:ed|y)|dark(?:er|en)?|bright(?:er|en)?|muted|desaturated)$|$)|除了(?<zh>.+?)(?:以外|之外|外|(?=其他|其余|都|全)|$)|(?<![去移消清删])除(?<zh2>.+?)(?:以外|之外|外)/u;
const negates = /\b(?:don'?t|do not|never|not (?!too)|not too)\b|不要(?!那么)|^别(?!那么)|不能|勿/u;

const theRest = /\b(?:the rest|everything else|all else|the others?)\b|其他|其余|别的地方/u;

/** `isScene` says whether words name something that could be painted as a background. */
export function parseInstructions(prompt: string, isScene: (words: string) => boolean = () => false): Instructions {
  const drafts: Draft[] = [];
  const kept: Place[] = [];
  const leftOut: string[] = [];
  let isVerbless = false;
  for (const clause of splitClauses(prompt)) {
    const keeping = keeps.exec(clause.text)?.groups;
    if (keeping !== undefined) {
      kept.push(...listPlaces(keeping.en ?? keeping.en2 ?? keeping.en3 ?? keeping.zh1 ?? keeping.zh2 ?? ""));
      continue;
    }
    const except = excepts.exec(clause.text);
    if (except !== null) kept.push(...listPlaces(except.groups?.en ?? except.groups?.zh ?? except.groups?.zh2 ?? ""));
    const text =
      except === null
        ? clause.text
        : clause.text.replace(except[0], /\b(?:everything|all) but/u.test(except[0]) ? " everything " : " ").trim();
    if (text === "") continue;
    if (negates.test(text)) continue;
    const last = drafts.at(-1);
    if (last !== undefined && isOnlyAmount(text)) {
      drafts[drafts.length - 1] = { ...last, operation: withAmount(last.operation, readAmount(text)) };
      continue;
    }
    // "Brighten the sheep, darken the rest": the rest is all but the sheep.
    if (last?.place !== undefined && theRest.test(text)) kept.push(last.place);
    const read = readClause({ ...clause, text }, isScene, last, isVerbless);
    isVerbless = /^\S+er \S+$|^(?:more|less) \S+ \S+$/u.test(text);
    if (read.drafts.length > 0)
      addDrafts(
        drafts,
        read.drafts.map((draft) => atSamePlace(draft, drafts.at(-1), text)),
      );
    // "Fix it" after a complaint asks for nothing more.
    else if (
      !/^(?:fix|correct|mend|change|edit|adjust|neutrali[sz]e|balance|improve|sort|help|clean|tone|calm|bring|take|pull) (?:it|this|that|them)(?: (?:out|up|down|back))?$|^(?:colou?rs? )?looks? (?:off|wrong|odd|weird)$|^(?:修正?|修复|改|调整?|处理|校正|压|提|降|收)(?:一[下点些])?$|^(?:fix|please fix)$|^(?:so that|so the|so it|in order to|方便|以便|为了)/u.test(
        text,
      )
    )
      leftOut.push(clause.text);
    leftOut.push(...(read.leftOut ?? []));
  }
  const steps = lettersLast(drafts).map(({ operation, place }) => ({
    operation,
    ...(place === undefined ? {} : { place }),
    except: isOfFrame(operation) ? [] : kept.filter(({ said }) => said !== place?.said),
  }));
  return { steps, leftOut };
}

/** Words are set on the finished picture, whenever they were said: no snow lies on them, and gold stays gold. */
function lettersLast(drafts: readonly Draft[]): readonly Draft[] {
  const isText = ({ operation }: Draft): boolean => operation.kind === "text";
  return [...drafts.filter((draft) => !isText(draft)), ...drafts.filter(isText)];
}

const ofWhole = /\b(?:picture|image|photo|everything|whole|overall|all)\b|[整全]|图|照片|画面/u;

/** "The face is too dark, brighten it a little": what mends a complaint mends it where it was made. */
function atSamePlace(draft: Draft, before: Draft | undefined, text: string): Draft {
  const [own, last] = [draft.operation, before?.operation];
  const isMore = own.kind === "tone" && last?.kind === "tone" && own.name === last.name && Math.sign(own.amount) === Math.sign(last.amount);
  return isMore && draft.place === undefined && before?.place !== undefined && !ofWhole.test(text)
    ? { ...draft, place: before.place }
    : draft;
}

/** What is no place: "keep some detail", 保留灯光. */
const qualitiesKept =
  /\b(?:some|any|enough|a bit of|all)? ?(?:of )?(?:the )?(?:(?:fine|shadow|highlight) )?(?:details?|textures?|mood|atmosphere|lights?|contrast|quality|composition|look|feel|tones?)\b|灯光|光线|细节|氛围|质感|层次|纹理|构图|风格|影调/gu;

/** Places a person wants kept; "the composition" is none, for nothing here changes it. */
function listPlaces(said: string): readonly Place[] {
  if (/^(?:everything|all|the)? ?(?:else|rest|others?)$|其他|其余/u.test(said)) return [];
  return said
    .replace(qualitiesKept, " ")
    .split(/\s*(?:\band\b|,|和|与|、)\s*/u)
    .map(readPlace)
    .filter((place) => place !== undefined);
}

/** `isBeside`: the clause before had no verb, as this one has none. */
function readClause(clause: Clause, isScene: (words: string) => boolean, before: Draft | undefined, isBeside: boolean): Reading {
  const { text } = clause;
  const writing = readWriting(text);
  if (writing !== undefined) return { drafts: [{ operation: writing }] };
  const restyled = before?.operation.kind === "text" ? restyle(before.operation, text) : undefined;
  if (restyled !== undefined) return { drafts: [{ operation: restyled }] };
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
  const where = place ?? (isBare(rest) ? inherited(clause, before, isBeside) : undefined);
  const all = inks === undefined ? operations : [...operations, inks.operation];
  // "Tilt-shift with the focus at the top" has read its place already.
  const isPlaced = (operation: Operation): boolean => operation.kind === "filter" && operation.row !== undefined;
  return { drafts: all.map((operation) => ({ operation, place: isPlaced(operation) ? undefined : where })), leftOut: leftOver };
}

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

const qualities = /\b(?:contrast|saturation|vibrance|clarity|warmth|brightness|exposure|sharpness|light|lighting|colou?rs?|tones?)\b/u;

/** "Make the sky bluer and darker": what is joined without a verb of its own is about the same place; "more contrast" after "bluer sky" is of the whole. */
function inherited({ isJoined, text }: Clause, before: Draft | undefined, isBeside: boolean): Place | undefined {
  const isSame = before?.operation.kind === "tone" || before?.operation.kind === "tint" || before?.operation.kind === "filter";
  if (!isJoined || !isSame || before.place === undefined) return undefined;
  if (!qualities.test(text)) return before.place;
  return isBeside ? undefined : { ...before.place, isInherited: true };
}

function isBare(rest: string): boolean {
  if (/^\s*□ it\s*$/u.test(rest)) return true;
  return !/\b(?:make|add|turn|apply|give|change|increase|reduce|it|photo|picture|image)\b|[把将加让]|图|照片|画面|整/u.test(rest);
}

function isAboutScene(text: string): boolean {
  return /\b(?:background|backdrop|surroundings|put|place|move|show|isolate|cut ?out|extract)\b|背景|抠|白底/u.test(text);
}

function isIdle(operation: Operation): boolean {
  if (operation.kind === "tone") return operation.amount === 0;
  if (operation.kind === "rotate") return operation.quarters === 0;
  return "strength" in operation && operation.strength === 0;
}
