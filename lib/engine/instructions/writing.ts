/** "Write 'SALE' at the top": what to letter, where, how. */
import { findColour } from "./colours.ts";
import type { Operation, TextPlace } from "./operation.ts";

const quoted = /"([^"]+)"|“([^”]+)”|「([^」]+)」|『([^』]+)』|《([^》]+)》|'([^']+)'|‘([^’]+)’/u;
const verbs =
  /\b(?:write|add|put|place|letter|print|insert|say(?:ing|s)?|text|caption|title|words?|headline|label|spell\w*|overlay)\b|写|加|添|放|题|印|文字|标题|字样|配文/u;

export function readWriting(clause: string): Operation | undefined {
  const match = quoted.exec(clause);
  if (match === null || !verbs.test(clause)) return undefined;
  const text = (match.slice(1).find((each) => each !== undefined) ?? "").trim();
  if (text === "") return undefined;
  const rest = clause.replace(match[0], " ");
  const colour = findColour(rest);
  const isLarge = /\b(?:large|big|huge|bold|giant)\b|大字|大号|巨大|粗体|大大/u.test(rest);
  return { kind: "text", text, at: placeOf(rest), isLarge, ...(colour === undefined ? {} : { colour }) };
}

function placeOf(text: string): TextPlace {
  const isTop = /\b(?:top|upper|above)\b|顶|上/u.test(text);
  const isBottom = /\b(?:bottom|lower|below|under)\b|底|下/u.test(text);
  const side = /\bleft\b|左/u.test(text) ? "left" : /\bright\b|右/u.test(text) ? "right" : undefined;
  if (side !== undefined) return `${isTop ? "top" : "bottom"} ${side}`;
  if (isTop) return "top";
  return isBottom || !/\b(?:middle|cent(?:er|re)|across)\b|中/u.test(text) ? "bottom" : "middle";
}
