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

export function joinSplitTones(text: string): string {
  for (const pattern of said) {
    const match = pattern.exec(text);
    const { dark: shadows = "", bright: highlights = "" } = match?.groups ?? {};
    // 阴影提亮，高光压暗 has the same shape and names no colour.
    if (match === null || findColour(shadows) === undefined || findColour(highlights) === undefined) continue;
    return text.replace(match[0], `split-toned ${shadows} to ${highlights}`);
  }
  return text;
}

/** The clause without the words that were understood comes back as `rest`, to look for a place in. */
export function readSplitTone(clause: string): { readonly operation: Operation; readonly rest: string } | undefined {
  const match = /split-toned (?<dark>.+?) to (?<bright>(?:(?:dark|light|pale|deep) )?\S+)/u.exec(clause);
  const [shadows, highlights] = [findColour(match?.groups?.dark ?? ""), findColour(match?.groups?.bright ?? "")];
  if (match === null || shadows === undefined || highlights === undefined) return undefined;
  const operation: Operation = { kind: "split tone", shadows, highlights, strength: readAmount(clause).times };
  return { operation, rest: clause.replace(match[0], "□") };
}
