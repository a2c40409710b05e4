/** "Teal shadows, orange highlights", "阴影偏青，高光偏橙", "青橙色调": one colour for what is dark, another for what is bright. */
import { readAmount } from "./amounts.ts";
import { englishColour, findColour } from "./colours.ts";
import type { Operation } from "./operation.ts";

const colour = `(?:(?:dark|light|pale|deep) )?${englishColour}`;
const dark = "(?:shadows?|darks|blacks|dark (?:parts|areas))";
const bright = "(?:highlights?|lights|whites|bright (?:parts|areas))";
const and = "\\s*(?:,|and|&|with|but)*\\s*(?:the )?";
const turned = "(?:(?:偏|带|变成?|调成?|染成?|加|用|是|为)?(?:一?点)?)";
const chinese = (part: string, name: string): string => `(?:把|让)?(?:${part})(?:部分|里|处)?${turned}(?<${name}>[\u4e00-\u9fff]{1,3}?)色?`;
const [darkChinese, brightChinese] = ["阴影|暗部", "高光|亮部"];

/** The two halves stand on both sides of what separates clauses elsewhere; joined they are one. */
const said: readonly RegExp[] = [
  `\\b(?<dark>${colour}) (?:in the )?${dark}${and}(?<bright>${colour}) (?:in the )?${bright}\\b`,
  `\\b(?<bright>${colour}) (?:in the )?${bright}${and}(?<dark>${colour}) (?:in the )?${dark}\\b`,
  `\\b${dark} (?<dark>${colour})${and}${bright} (?<bright>${colour})\\b`,
  `\\b${bright} (?<bright>${colour})${and}${dark} (?<dark>${colour})\\b`,
  `\\bsplit[- ]?ton(?:e|ed|ing):? (?:it )?(?:with |in )?(?<dark>${colour})${and}(?<bright>${colour})\\b`,
  `${chinese(darkChinese, "dark")}[,，、和]?${chinese(brightChinese, "bright")}(?![\u4e00-\u9fff])`,
  `${chinese(brightChinese, "bright")}[,，、和]?${chinese(darkChinese, "dark")}(?![\u4e00-\u9fff])`,
  "(?<dark>青)(?<bright>橙)(?:色调|色|调)",
].map((pattern) => new RegExp(pattern, "u"));

const leads = "(?<=^|[,;.]\\s*|\\b(?:and|with|add|some|of|slight|slightly|subtle|the|more|the picture|give it|make) )";
/** Lights that are warm may be lamps. */
const highlights = "(?:highlights?|bright (?:parts|areas))";
const warm = "(?:warm(?:er|ed)?(?: up)?)";
const cold = "(?:cool(?:er|ed)?(?: (?:down|off))?|cold(?:er)?)";
/** "Warm up the highlights", 阴影偏冷: amber light and blue shade. */
const temperatures: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`\\b${warm} (?:the )?(?=${dark}|${highlights})`, "gu"), "orange "],
  [new RegExp(`\\b${cold} (?:the )?(?=${dark}|${highlights})`, "gu"), "blue "],
  [new RegExp(`\\b(?:make |turn )?the (${dark}|${highlights}) (?:a bit |a little |slightly )?${warm}\\b`, "gu"), "orange $1"],
  [new RegExp(`\\b(?:make |turn )?the (${dark}|${highlights}) (?:a bit |a little |slightly )?${cold}\\b`, "gu"), "blue $1"],
  [/(阴影|暗部|高光|亮部)(?:部分)?(?:偏|变|更|调|加)(?:一?点)?暖色?调?/gu, "$1偏橙"],
  [/(阴影|暗部|高光|亮部)(?:部分)?(?:偏|变|更|调|加)(?:一?点)?冷色?调?/gu, "$1偏蓝"],
];

/** One of the two alone: "a bit of green in the shadows", 高光偏黄. */
const single: readonly RegExp[] = [
  `${leads}(?<dark>${colour})(?: tint| tones?| cast)? (?:in(?:to)? )?(?:the )?${dark}\\b`,
  `${leads}(?<bright>${colour})(?: tint| tones?| cast)? (?:in(?:to)? )?(?:the )?${highlights}\\b`,
  `(?:${darkChinese})(?:部分|里|处)?偏(?<dark>[红橙黄绿青蓝紫粉品洋])色?`,
  `(?:${brightChinese})(?:部分|里|处)?偏(?<bright>[红橙黄绿青蓝紫粉品洋])色?`,
].map((pattern) => new RegExp(pattern, "u"));
const greys = /^(?:(?:dark|light|pale|deep) )?(?:white|black|grey|gray|silver|ivory|beige|cream)$/u;

export function joinSplitTones(text: string): string {
  return joinSingle(joinPairs(temperatures.reduce((rest, [said, meant]) => rest.replace(said, meant), text)));
}

function joinSingle(text: string): string {
  for (const pattern of single) {
    const match = pattern.exec(text);
    const { dark: shadows, bright: highlights } = match?.groups ?? {};
    const named = shadows ?? highlights ?? "";
    if (match === null || findColour(named) === undefined || greys.test(named)) continue;
    return text.replace(match[0], `split-toned ${shadows ?? "none"} to ${highlights ?? "none"}`);
  }
  return text;
}

function joinPairs(text: string): string {
  for (const pattern of said) {
    const match = pattern.exec(text);
    const { dark: shadows = "", bright: highlights = "" } = match?.groups ?? {};
    // 阴影提亮，高光压暗 has the same shape and names no colour.
    if (match === null || findColour(shadows) === undefined || findColour(highlights) === undefined) continue;
    const isDuotone = /\bduo ?-?tone|双色/u.test(text);
    return text.replace(match[0], isDuotone ? ` ${shadows} with ${highlights}` : `split-toned ${shadows} to ${highlights}`);
  }
  return text;
}

/** The clause without the words that were understood comes back as `rest`, to look for a place in. */
export function readSplitTone(clause: string): { readonly operation: Operation; readonly rest: string } | undefined {
  const match = /split-toned (?<dark>.+?) to (?<bright>(?:(?:dark|light|pale|deep) )?\S+)/u.exec(clause);
  const [shadows, highlights] = [findColour(match?.groups?.dark ?? ""), findColour(match?.groups?.bright ?? "")];
  if (match === null || (shadows === undefined && highlights === undefined)) return undefined;
  const operation: Operation = {
    ...{ kind: "split tone", strength: readAmount(clause).times },
    ...(shadows === undefined ? {} : { shadows }),
    ...(highlights === undefined ? {} : { highlights }),
  };
  return { operation, rest: clause.replace(match[0], "□") };
}
