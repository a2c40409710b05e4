/** "Make the red car blue": which colour becomes which, and of what. */
import { colourPattern, findColour, type NamedColour } from "./colours.ts";
import type { Operation } from "./operation.ts";

const colour = `(?:${colourPattern})`;
const patterns: readonly RegExp[] = [
  new RegExp(
    `^(?:please )?(?:change|turn|make|paint|recolou?r|dye|colou?r|switch|convert|repaint|tint)\\s+(?<thing>.+?)\\s+(?:from .+? )?(?:(?:in)?to\\s+|as\\s+|be\\s+)?(?:an?\\s+)?(?<to>${colour})(?:\\s+(?:colou?r|instead|now))?$`,
    "u",
  ),
  new RegExp(`^(?:please )?(?:replace|swap)\\s+(?<thing>.+?)\\s+(?:with|for|by)\\s+(?<to>${colour})$`, "u"),
  new RegExp(
    `^请?(?:把|将|让|使)?(?<thing>.+?)(?:的颜色|颜色)?(?:改成|变成|换成|改为|变为|换为|染成|涂成|刷成|调成|变)(?<to>${colour})(?:的)?$`,
    "u",
  ),
];

/** Things that have a colour of their own, so that it need not be said. */
const ownColours: readonly { readonly words: RegExp; readonly colour: string }[] = [
  { words: /\b(?:sky|sea|ocean|water|lake)\b|天空|大海|海水|湖/u, colour: "blue" },
  { words: /\b(?:grass|lawn|leaves|foliage|trees?|plants?)\b|草地|草|树叶|叶子|树/u, colour: "green" },
  { words: /\b(?:sand|desert|wheat)\b|沙|麦/u, colour: "gold" },
];
/** Too small, or not set apart by colour: recolouring a whole region for them would be wrong. */
const beyondUs =
  /\b(?:eyes?|hair|lips?|skin|face|teeth|nails?|eyebrows?|background|backdrop|text|letters?|logo|headlights?|wheels?)\b|眼睛|眼|头发|嘴唇|皮肤|脸|牙|指甲|背景|文字|字|车灯|轮/u;
const whole =
  /^(?:it|this|that|everything|all|the (?:whole |entire )?(?:picture|image|photo|scene)|(?:这张|整张|整个)?(?:图片|图|照片|画面|它))$/u;

export function readRecolouring(clause: string): Operation | undefined {
  for (const pattern of patterns) {
    const groups = pattern.exec(clause)?.groups;
    if (groups === undefined) continue;
    const to = findColour(groups.to ?? "");
    const said = (groups.thing ?? "").trim();
    if (to === undefined || said === "" || beyondUs.test(said)) return undefined;
    if (whole.test(said)) return { kind: "tint", colour: to, strength: 1 };
    const from = findColour(said) ?? ownColourOf(said);
    const thing = nameOf(said, from);
    return from === undefined ? { kind: "recolour", thing, to } : { kind: "recolour", thing, from, to };
  }
  return undefined;
}

export function readTint(clause: string): Operation | undefined {
  if (!/\b(?:tint|tinted|tone|toned|cast|filter|duotone)\b|色调|滤镜|偏色/u.test(clause)) return undefined;
  const named = findColour(clause);
  return named === undefined ? undefined : { kind: "tint", colour: named, strength: 1 };
}

function ownColourOf(thing: string): NamedColour | undefined {
  const row = ownColours.find(({ words }) => words.test(thing));
  return row === undefined ? undefined : findColour(row.colour);
}

function nameOf(said: string, from: NamedColour | undefined): string {
  const name = said
    .replace(/\b(?:the|a|an|all|of|colou?rs?|everything|areas?|parts?|that is|my|his|her)\b/gu, " ")
    .replace(/的|颜色|所有/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return name === "" ? (from?.name ?? "colour") : name;
}
