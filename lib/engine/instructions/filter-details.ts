/** What a filter is told besides how strong it is to be: how many levels or colours, how coarse a grain, where to stay sharp. */
import type { FilterDetails, Operation } from "./operation.ts";

const numbers: Readonly<Record<string, number>> = {
  ...{ two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, ten: 10, twelve: 12, sixteen: 16 },
  ...{ 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 十: 10 },
};
const number = `(?<n>\\d{1,2}|${Object.keys(numbers).join("|")})`;
const levels = new RegExp(
  `${number}[- ]?(?:levels?|steps?|tones?|shades?)\\b|${number.replace("<n>", "<zh>")}(?:个)?(?:色阶|级|阶|档|层)`,
  "u",
);
const colours = new RegExp(
  `${number}[- ]?(?:flat |solid )?colou?rs?\\b|${number.replace("<n>", "<zh>")}(?:种|个)?(?:颜色|色(?!阶|调))`,
  "u",
);
const onlyColours = new RegExp(
  `^(?:(?:reduce|limit|cut|bring|flatten|simplify|convert|turn|use|make)\\b.*|only |just |in |with )?${colours.source}(?: only)?$`,
  "u",
);
const sizes: readonly (readonly [RegExp, number])[] = [
  [/\b(?:coarse|chunky|rough|big|large|thick)(?:er)?\b|粗|大颗粒|颗粒大/u, 2.5],
  [/\b(?:very fine|fine(?:st|r)?)\b|细/u, 0.8],
];
const rows: readonly (readonly [RegExp, number])[] = [
  [/\b(?:lower|bottom) (?:third|part|half|area|edge)?|\b(?:bottom|foreground)\b|下[方部面边三半]|前景|底部/u, 0.82],
  [/\b(?:upper|top) (?:third|part|half|area|edge)?|\btop\b|\bbackground\b|上[方部面边三半]|顶部|背景/u, 0.2],
  [/\b(?:middle|cent(?:er|re))\b|中[间央心部]/u, 0.5],
];

/** The operation with what the clause says of it; undefined where it says nothing of the kind. */
export function readDetails(clause: string, operation: Operation | undefined): Operation | undefined {
  const own = operation?.kind === "filter" ? operation : undefined;
  const details = own?.name === "posterising" ? countOf(clause) : own === undefined ? undefined : detailsOf(clause, own.name);
  if (own !== undefined && details !== undefined) return { ...own, ...details };
  // "8 colours" asks for it without its name.
  const asked = operation?.kind === "style" ? null : onlyColours.exec(clause);
  const count = asked === null ? undefined : numberIn(asked);
  return count === undefined ? undefined : { kind: "filter", name: "posterising", strength: 1, colours: count };
}

function countOf(clause: string): FilterDetails | undefined {
  const ofColours = numberIn(colours.exec(clause));
  if (ofColours !== undefined) return { colours: ofColours };
  const ofLevels = numberIn(levels.exec(clause));
  return ofLevels === undefined ? undefined : { levels: ofLevels };
}

function numberIn(match: RegExpExecArray | null): number | undefined {
  const said = match?.groups?.n ?? match?.groups?.zh;
  const value = said === undefined ? Number.NaN : (numbers[said] ?? Number(said));
  return value >= 2 && value <= 64 ? value : undefined;
}

function detailsOf(clause: string, name: string): FilterDetails | undefined {
  if (name === "grain") {
    const said = /(\d+(?:\.\d+)?)\s*(?:px|pixels?|像素)/u.exec(clause)?.[1];
    const size = said === undefined ? sizes.find(([words]) => words.test(clause))?.[1] : Math.min(12, Number(said));
    return size === undefined ? undefined : { sizePx: size };
  }
  const row = name === "tilt-shift" ? rows.find(([words]) => words.test(clause))?.[1] : undefined;
  return row === undefined ? undefined : { row };
}
