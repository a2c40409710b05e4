/** Cuts a prompt into single instructions, in order. Quoted text stays whole. */

import { readChat } from "./chat.ts";
import { englishColour } from "./colours.ts";
import { readComparatives } from "./comparatives.ts";
import { turnComplaints } from "./complaints.ts";
import { readFashions } from "./fashions.ts";
import { readFilmStocks } from "./film-stocks.ts";
import { readFormats } from "./formats.ts";
import { readFrames } from "./frames.ts";
import { readIdioms } from "./idioms.ts";
import { readMending } from "./mending.ts";
import { readNamedFilters } from "./named-filters.ts";
import { readNightLights } from "./night-lights.ts";
import { readPlainly } from "./plain-words.ts";
import { readProvisos } from "./provisos.ts";
import { quotePlainWords, quotes } from "./quotes.ts";
import { readRetouching } from "./retouching.ts";
import { joinSplitTones } from "./split-toning.ts";
import { readTerse } from "./terse.ts";
import { readUses } from "./uses.ts";
import { leadsTo } from "./writing.ts";

export interface Clause {
  readonly text: string;
  /** Joined to the one before by "and": an adjective alone is about the same thing. */
  readonly isJoined: boolean;
}

const breaks =
  /([,;.!?\n,。;、!?]+(?!\d)|\b(?:and then|and also|and|then|also|plus|while|but(?! not)|&)\b|然后|并且|而且|同时|接着|随后|又|再(?=[把将加调变旋转镜裁])|并(?=[把将加调变旋转镜裁锐降去提增减水垂上左右顺逆])|\bwith(?= (?:a |an |some |just )*(?:slight|subtle|strong|heavy|gentle|faint|touch of|hint of|bit of|little) )|但是?(?!不)|以及|和(?=[把将加调变更]))/u;

const pairOfThings = new RegExp(
  `\\b((?:the|both|his|her|my|their) [a-z]+) and (?:the )?(?!less|more|the|(?:crop|rotate|turn|change|convert|switch|add|make|zoom|resize|set|cut|trim|go|bring)\\b)([a-z]+)(?= (?:(?:should|must) be|to be|(?:in)?to|both|all)\\b| ${englishColour}$)`,
  "gu",
);

const politeness =
  /^\s*(?:(?:please|kindly|just|now|(?:can|could|would|will) (?:you|we|u)(?: please)?|i(?:'d| would)? (?:want|like|need)(?: you)? to|let's|try to)\s+)+|\s+(?:please|for me|thanks)\s*$|^\s*(?:请|麻烦|帮我|给我一?[张个]?|帮忙|你?能不?能|可以|我想要?|希望)+/gu;

/** What people say, in the words of what is done, one after the other: names of uses and of filters first, for their words mean other things by themselves. */
const readers: readonly ((text: string) => string)[] = [
  ...[readPlainly, readUses, readNamedFilters, readFrames, readFormats, readNightLights, readMending, readComparatives],
  ...[readProvisos, readChat, readTerse, readFashions, readFilmStocks, readRetouching, readIdioms, joinSplitTones],
];

export function splitClauses(prompt: string): readonly Clause[] {
  const quoted: string[] = [];
  // Words that are to be written stay as they are, wide marks and all.
  const unquoted = quotePlainWords(prompt)
    .replace(quotes, (quote) => `⟦${quoted.push(quote) - 1}⟧`)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’‘]/gu, "'");
  const kept = readers
    .reduce((text, read) => read(text), unquoted)
    // Conjunctions inside a fixed phrase do not separate instructions.
    .replace(/black (?:and|&|n) white|black-and-white/gu, "monochrome")
    .replace(/(?:bright|light) and airy/gu, "high-key")
    .replace(/(更[红蓝绿黄橙粉紫亮暗])(?=[^,，。;；]{1,3}更)/gu, "$1,")
    .replace(/\b(everything|all|anything) but\b/gu, "$1 except")
    .replace(/pen and ink/gu, "ink")
    .replace(/gr[ae]y ?scale/gu, "monochrome")
    .replace(/\b(duotone.*?) and /gu, "$1 with ")
    .replace(/(双色调?.*?)[和与]/gu, "$1到")
    .replace(/其它/gu, "其他")
    .replace(/color/gu, "colour")
    // A forest-green wall is a forest green one, and two things that take one colour are one place.
    .replace(/(?<=[a-z])-(?=(?:red|orange|yellow|green|blue|purple|pink|brown|grey|gray|white|black|smith)\b)/gu, " ")
    .replace(pairOfThings, "$1 with $2");
  const parts = turnComplaints(kept).split(breaks);
  const clauses: Clause[] = [];
  for (let n = 0; n < parts.length; n += 2) {
    const text = (parts[n] as string)
      .replace(politeness, "")
      .replace(/⟦(\d+)⟧/gu, (_, q) => quoted[Number(q)] ?? "")
      .trim();
    const isJoined = n > 0 && /and|[、又和]|而且|并/u.test(parts[n - 1] as string);
    const last = clauses.at(-1);
    if (last !== undefined && leadsTo(last.text, text)) clauses[clauses.length - 1] = { ...last, text: `${text} ${last.text}` };
    else if (/[\p{L}\p{N}]/u.test(text) && !/^(?:please|thanks|thank you|请|谢谢)$/u.test(text)) clauses.push({ text, isJoined });
  }
  return clauses;
}
