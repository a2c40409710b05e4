/** From a prompt to operations, in order, and what could not be read. */
import { type Amount, readAmount } from "./amounts.ts";
import { splitClauses } from "./clauses.ts";
import { readGeometry } from "./geometry.ts";
import type { Operation } from "./operation.ts";
import { readRecolouring, readTint } from "./recolouring.ts";
import { type Entry, lessWords, type Meaning, vocabulary, wholePicture, wholePictureChinese } from "./vocabulary.ts";

export interface Instructions {
  readonly operations: readonly Operation[];
  /** Clauses nothing was done for, in the words of the prompt. */
  readonly leftOut: readonly string[];
}

const usualTone = 0.3;

export function parseInstructions(prompt: string): Instructions {
  const operations: Operation[] = [];
  const leftOut: string[] = [];
  for (const clause of splitClauses(prompt)) {
    const read = readClause(clause);
    if (read.length === 0) leftOut.push(clause);
    else operations.push(...read);
  }
  return { operations, leftOut };
}

function readClause(clause: string): readonly Operation[] {
  if (/\b(?:don'?t|do not|never|not)\b|不要(?!那么)|别/u.test(clause)) return [];
  const single = readGeometry(clause) ?? readRecolouring(clause);
  if (single !== undefined) return isIdle(single) ? [] : [single];
  const { entries, rest } = findEntries(clause);
  const tint = entries.some(({ means }) => means.kind !== "tone") ? undefined : readTint(clause);
  if (tint !== undefined) return [tint];
  const isStyle = entries.some(({ means }) => means.kind === "style");
  if (!isStyle && namesPart(rest)) return [];
  const amount = readAmount(clause);
  const isLess = lessWords.test(rest);
  return entries
    .map(({ means }) => toOperation(means, amount, isLess))
    .filter((operation) => operation !== undefined && !isIdle(operation)) as Operation[];
}

/** Longest phrases first; what is found is taken out, so that "warm up" is not also "warm". */
function findEntries(clause: string): { readonly entries: readonly Entry[]; readonly rest: string } {
  let rest = clause;
  const found: { readonly at: number; readonly entry: Entry }[] = [];
  for (const { phrase, entry } of phrases) {
    const match = phrase.exec(rest);
    if (match === null) continue;
    found.push({ at: match.index, entry });
    rest = rest.slice(0, match.index) + "□".padEnd(match[0].length, "□") + rest.slice(match.index + match[0].length);
  }
  found.sort((a, b) => a.at - b.at);
  const entries = found
    .map(({ entry }) => entry)
    .filter((entry, n, all) => all.findIndex((other) => sameThing(other.means, entry.means)) === n);
  return { entries, rest: rest.replace(/□+/gu, "□") };
}

const phrases = vocabulary
  .flatMap((entry) =>
    entry.words.split("|").map((words) => ({ words: words.replace("color", "colour").replace("colouur", "colour"), entry })),
  )
  .sort((a, b) => b.words.length - a.words.length)
  .map(({ words, entry }) => ({
    phrase: /[\u4e00-\u9fff]/u.test(words) ? new RegExp(words, "u") : new RegExp(`(?<![a-z])${words}(?![a-z])`, "u"),
    entry,
  }));

function sameThing(a: Meaning, b: Meaning): boolean {
  return a.kind === b.kind && a.name === b.name;
}

/** "Brighten the dog" is about a part of the picture, which this engine cannot pick out; "the picture" is not. */
function namesPart(rest: string): boolean {
  for (const match of rest.matchAll(/\b(?:the|his|her|their|my|your|our|its)\s+((?:[a-z]+|□))/gu)) {
    if (!wholePicture.test(match[1] ?? "")) return true;
  }
  const object = /[把将让使](.*?)(?:调|变|改|弄|做|加|转|换|□|更|稍|再|的?(?:亮|暗))/u.exec(rest)?.[1];
  return object !== undefined && !wholePictureChinese.test(object);
}

function toOperation(means: Meaning, amount: Amount, isLess: boolean): Operation | undefined {
  const strength = amount.share ?? amount.times;
  switch (means.kind) {
    case "tone": {
      const size = Math.min(1, amount.share ?? (means.usual ?? usualTone) * amount.times);
      return { kind: "tone", name: means.name, amount: size * means.sign * (isLess ? -1 : 1) };
    }
    case "filter":
      if (!isLess) return { kind: "filter", name: means.name, strength };
      return means.opposite === undefined ? undefined : { kind: "filter", name: means.opposite, strength };
    case "look":
    case "style":
      return isLess ? undefined : ({ kind: means.kind, name: means.name, strength } as Operation);
  }
}

function isIdle(operation: Operation): boolean {
  if (operation.kind === "tone") return operation.amount === 0;
  if (operation.kind === "rotate") return operation.quarters === 0;
  return "strength" in operation && operation.strength === 0;
}
