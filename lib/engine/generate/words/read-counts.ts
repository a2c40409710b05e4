/** How many of a thing were asked for: a number before its name, or the one that a singular means. */

const english: Readonly<Record<string, number>> = {
  two: 2,
  "a pair of": 2,
  "a couple of": 2,
  "pair of": 2,
  "couple of": 2,
  both: 2,
  three: 3,
  trio: 3,
  "a few": 3,
  few: 3,
  four: 4,
  several: 4,
  some: 4,
  five: 5,
  six: 6,
  "half a dozen": 6,
  seven: 7,
  many: 7,
  "lots of": 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  "a dozen": 12,
};

const chinese: Readonly<Record<string, number>> = {
  一: 1,
  单: 1,
  两: 2,
  二: 2,
  双: 2,
  三: 3,
  几: 3,
  四: 4,
  数: 4,
  五: 5,
  六: 6,
  七: 7,
  许多: 7,
  很多: 7,
  八: 8,
  九: 9,
  十: 10,
};

const most = 12;
/** Up to three words of description, but none that begins another thing. */
const between = "(?:(?!(?:on|in|and|with|of|near|by|under|over|behind|before|at|to|or)\\s)[a-z-]+\\s+){0,3}";
const numberBefore = new RegExp(`(?:^|[^a-z])(?<said>\\d{1,2}|${Object.keys(english).join("|")})\\s+${between}$`, "u");
const measure = "[只个艘条棵株朵枝支把杯颗粒本盏间座栋幢辆匹头顶轮架尊块根]";
const numberBeforeChinese = new RegExp(
  `(?<said>\\d{1,2}|${Object.keys(chinese).join("|")})${measure}[^，。、,.和与跟及\\s]{0,4}\\s*$`,
  "u",
);

/** Undefined where it was left open: a plural without a number, or Chinese without a measure word. */
export function countOf(before: string, words: string): number | undefined {
  // A bottle of sunflowers is no single one.
  if (/[瓶束篮][^，。、,.和与]{0,4}$/u.test(before)) return undefined;
  if (/[\u4e00-\u9fff]/u.test(words)) return held(numberBeforeChinese.exec(before + measured(words))?.groups?.said, chinese);
  if (!isPlural(words)) return 1;
  return held(numberBefore.exec(before)?.groups?.said, english);
}

/** The table of words holds a few with their number: 一棵树. */
function measured(words: string): string {
  return /^一[^\s]/u.test(words) ? words : "";
}

function held(said: string | undefined, numbers: Readonly<Record<string, number>>): number | undefined {
  if (said === undefined) return undefined;
  const count = numbers[said] ?? Number(said);
  return count < 1 ? undefined : Math.min(most, count);
}

/** A place is named by what there is much of: one tropical beach has more than one palm. */
function isPlural(words: string): boolean {
  return /[^su]s$|^people$|men$/u.test(words) || words === "village" || words.endsWith("beach");
}
