/** What a drawn style is drawn with and on: "a woodcut in navy ink", "a sketch on cream paper", "蓝色墨水". */
import { lumaOf } from "#lib/pixels/colour.ts";
import { colourPattern, findColour, type NamedColour } from "./colours.ts";
import type { Operation, StyleName } from "./operation.ts";

/** Those that are ink on paper anyway; a painting has its own colours. */
const inked: readonly StyleName[] = ["pencil sketch", "charcoal", "ink drawing", "halftone"];

const black: NamedColour = { name: "black", rgb: [24, 24, 28] };
const chalk: NamedColour = { name: "white", rgb: [240, 239, 234] };
const darkPaper = 90;
const paper: NamedColour = { name: "ivory", rgb: [248, 246, 240] };

const colour = `(?:${colourPattern})`;
const inkWords = new RegExp(`(?<colour>${colour})\\s*(?:-coloured )?(?:inks?|lines?|pencil|strokes|墨水|墨|线条|线)`, "u");
const paperWords = new RegExp(
  `(?<colour>${colour})\\s*(?:-coloured )?(?:paper|background|ground|card|parchment|的?(?:底纸|纸|底色|底))`,
  "u",
);

export interface Inks {
  /** The whole drawing. */
  readonly operations: readonly Operation[];
  /** What was unread, without the words that were understood here. */
  readonly rest: string;
}

/** Undefined where no colour is named for either. */
export function readInks(clause: string, unread: string, operations: readonly Operation[]): Inks | undefined {
  if (!operations.some((operation) => operation.kind === "style" && inked.includes(operation.name))) return undefined;
  const [ink, ground] = [inkWords.exec(clause), paperWords.exec(clause)];
  if (ink === null && ground === null) return undefined;
  const light = findColour(ground?.groups?.colour ?? "") ?? paper;
  const isDark = lumaOf(...light.rgb) < darkPaper;
  const dark = findColour(ink?.groups?.colour ?? "") ?? (isDark ? chalk : black);
  const rest = unread
    .replace(ground?.[0] ?? "", " ")
    .replace(ink?.[0] ?? "", " ")
    .replace(ink?.groups?.colour ?? "", " ");
  // On dark paper the lights are drawn, and the paper is the dark.
  const turned: readonly Operation[] = isDark ? [{ kind: "look", name: "inverted colours", strength: 1 }] : [];
  return { operations: [...turned, ...operations, { kind: "duotone", dark, light }], rest };
}

/** Ink washed on wet paper is no line drawing: grey, its distance lost in mist, in soft edges. */
export const inkWash = [
  { kind: "look", name: "black and white", strength: 1 },
  { kind: "weather", name: "fog", strength: 0.5 },
  { kind: "tone", name: "contrast", amount: 0.6 },
  { kind: "style", name: "watercolour", strength: 1 },
] as const satisfies readonly Operation[];

export const inkWashWords = /\b(?:ink[- ]wash|sumi-?e|chinese ink)(?: (?:painting|style|landscape))?(?: of)?\b|水墨山水|水墨画?/iu;
