/** Finds the words of the vocabulary in a clause and makes operations of them. */
import type { Amount } from "./amounts.ts";
import type { Operation } from "./operation.ts";
import { type Entry, lessWords, type Meaning, moreWords, vocabulary } from "./vocabulary.ts";

const usualTone = 0.3;

interface Find {
  readonly at: number;
  readonly words: string;
  readonly entry: Entry;
}

const phrases = vocabulary
  .flatMap((entry) => alternativesOf(entry.words).map((words) => ({ words, entry })))
  .map(({ words, entry }) => ({
    phrase: /[\u4e00-\u9fff]/u.test(words) ? new RegExp(words, "u") : new RegExp(`(?<![a-z])(?:${words})(?![a-z])`, "u"),
    entry,
  }));

/** At "|", but not inside brackets. */
export function alternativesOf(words: string): readonly string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let n = 0; n <= words.length; n++) {
    const letter = words[n];
    if (letter === "(" || letter === "[") depth++;
    if (letter === ")" || letter === "]") depth--;
    if (letter !== undefined && (letter !== "|" || depth > 0)) continue;
    parts.push(words.slice(start, n).replace(/colou\?r|color/gu, "colour"));
    start = n + 1;
  }
  return parts;
}

/** The longest find first; what is found is taken out, so that "warm up" is not also "warm". */
export function findEntries(clause: string): { readonly entries: readonly Entry[]; readonly rest: string } {
  let rest = clause;
  const found: Find[] = [];
  let waiting = phrases.filter(({ phrase }) => phrase.test(clause));
  while (waiting.length > 0) {
    const matches = waiting.map((each) => ({ ...each, match: phrase(each.phrase, rest) })).filter(({ match }) => match !== undefined);
    const best = matches.reduce<(typeof matches)[number] | undefined>(
      (top, each) => (top === undefined || lengthOf(each.match) > lengthOf(top.match) ? each : top),
      undefined,
    );
    if (best?.match === undefined) break;
    const { index, 0: words } = best.match;
    found.push({ at: index, words, entry: best.entry });
    rest = rest.slice(0, index) + "□".repeat(words.length) + rest.slice(index + words.length);
    waiting = matches.filter((each) => each !== best);
  }
  found.sort((a, b) => a.at - b.at);
  const entries = withOneStyle(found)
    .map(({ entry }) => entry)
    .filter((entry, n, all) => all.findIndex((other) => isSame(other.means, entry.means)) === n);
  return { entries: withoutSides(entries), rest: rest.replace(/□+/gu, "□") };
}

/** "A charcoal drawing" is one style; the longer word says which, and the first of equals. */
function withOneStyle(found: readonly Find[]): readonly Find[] {
  const isGeneric = ({ words }: Find): boolean =>
    /^(?:drawing|painting|painted|(?:hand[- ])?drawn|illustration|sketch|poster)$/u.test(words);
  const styles = found.filter(({ entry }) => entry.means.kind === "style");
  const best = styles.find((find) => !isGeneric(find)) ?? styles[0];
  return found.filter((find) => find.entry.means.kind !== "style" || find === best);
}

function phrase(pattern: RegExp, text: string): RegExpExecArray | undefined {
  return pattern.exec(text) ?? undefined;
}

function lengthOf(match: RegExpExecArray | undefined): number {
  return match?.[0].length ?? 0;
}

function isSame(a: Meaning, b: Meaning): boolean {
  return a.kind === b.kind && a.name === b.name;
}

/** "A warm golden hour", "a dark night": a tone beside a whole look only paints it in words. */
function withoutSides(entries: readonly Entry[]): readonly Entry[] {
  const isWhole = ({ means }: Entry): boolean => means.kind === "look" || means.kind === "style" || means.kind === "weather";
  return entries.some(isWhole) ? entries.filter((entry) => isWhole(entry) || entry.means.kind === "filter") : entries;
}

export function toOperation(means: Meaning, amount: Amount, rest: string): Operation | undefined {
  const strength = amount.share ?? amount.times;
  const isLess = /[-−]\s*\d/u.test(rest) || (lessWords.test(rest) && !(moreWords.test(rest) && !/\bno more\b/u.test(rest)));
  switch (means.kind) {
    case "tone": {
      const size = Math.min(1, amount.share ?? (means.usual ?? usualTone) * amount.times);
      return { kind: "tone", name: means.name, amount: size * means.sign * (isLess ? -1 : 1) };
    }
    case "filter":
    case "weather":
      if (!isLess) return { kind: means.kind, name: means.name, strength } as Operation;
      return means.opposite === undefined ? undefined : { kind: "filter", name: means.opposite, strength: amount.times };
    case "look":
    case "style":
      return isLess ? undefined : ({ kind: means.kind, name: means.name, strength } as Operation);
  }
}
