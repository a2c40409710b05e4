/** "A dark gradient at the bottom so that text is readable": ground for lettering, laid out by designers every day. */
import { findColour } from "./colours.ts";
import type { Operation } from "./operation.ts";

const gradient = /\b(?:gradient|scrim|fade (?:the \w+ )?(?:in)?to (?:black|white|dark))\b|渐变|渐隐/u;
const sides = [
  ["top", /\b(?:top|upper|above)\b|顶|上/u],
  ["left", /\bleft\b|左/u],
  ["right", /\bright\b|右/u],
] as const;

export function readGradient(clause: string): Operation | undefined {
  if (!gradient.test(clause)) return undefined;
  const said = clause.replace(/\b(?:so|for|to make)\b.*$|方便.*$|以便.*$/u, "");
  const light = /\b(?:light|bright|pale)\b|浅|亮/u.test(said) ? { name: "white", rgb: [250, 250, 248] as const } : undefined;
  const colour = findColour(said) ?? light ?? { name: "black", rgb: [10, 10, 12] as const };
  const side = sides.find(([, words]) => words.test(said))?.[0] ?? "bottom";
  return { kind: "gradient", side, colour };
}
