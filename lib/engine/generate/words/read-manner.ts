/** The manner a scene is wanted in: "a watercolour of a lake", "水墨山水". It is painted as ever, then redrawn in that manner. */
import { aColour, findColour, type NamedColour } from "#lib/engine/instructions/colours.ts";
import { inkWash } from "#lib/engine/instructions/inks.ts";
import type { StyleName } from "#lib/engine/instructions/operation.ts";
import { quotes } from "#lib/engine/instructions/quotes.ts";
import type { PixelOperation } from "#lib/engine/operations/apply-operation.ts";

export interface Manner {
  readonly operations: readonly PixelOperation[];
  /** A landscape is painted with the brush from the start; the operations are for what a brush knows no strokes for. */
  readonly isInk: boolean;
  /** The prompt without the words of the manner. */
  readonly rest: string;
}

const navy: NamedColour = { name: "navy", rgb: [24, 38, 98] };
const cream: NamedColour = { name: "cream", rgb: [250, 224, 190] };
const style = (name: StyleName): PixelOperation => ({ kind: "style", name, strength: 1 });
const grey: PixelOperation = { kind: "look", name: "black and white", strength: 1 };

const manners: readonly (readonly [words: RegExp, operations: (prompt: string) => readonly PixelOperation[]])[] = [
  [
    /\b(?:(?:chinese )?ink[- ](?:wash|painting|landscape)|sumi-?e|shan ?shui)(?: (?:painting|style|landscape))?(?: of)?\b|(?:中国)?水墨画?(?:风格?)?|国画|古风(?=山水)/iu,
    () => inkWash,
  ],
  [
    /\b(?:water ?colou?rs?|aquarelle)(?! (?:texture|wash|background|stains?|splash|splashes))(?: (?:painting|illustration|style|drawing))?(?: of)?\b|水彩(?!纹理|晕染|背景|底纹)画?(?:风格?)?/iu,
    () => [style("watercolour")],
  ],
  [
    /\b(?:coloured|colored|colou?r) pencils?(?: (?:drawing|sketch|style))?(?: of)?\b|彩铅画?(?:风格?)?|蜡笔画/iu,
    () => [style("coloured pencil")],
  ],
  [/\b(?:pencil (?:sketch|drawing)|pencil-drawn)(?: of)?\b|素描(?:风格?)?|铅笔画/iu, () => [style("pencil sketch")]],
  [/\bcharcoal (?:sketch|drawing)(?: of)?\b|炭笔画?/iu, () => [style("charcoal")]],
  [
    /\b(?:lino(?:cut|[- ]?print)|wood ?cut|engraving|etching|(?:pen and )?ink drawing|line art)(?: (?:print|style))?(?: of)?\b|版画(?:风格?)?|木刻|线稿/iu,
    () => [style("ink drawing")],
  ],
  [
    /\b(?:oil painting|painted in oils?|impressionis[mt](?:ic)?(?: painting)?|van gogh)(?: style)?(?: of)?\b|油画(?:风格?)?|印象派/iu,
    () => [style("oil painting")],
  ],
  [/\bpixel[- ]?art(?: style)?(?: of)?\b|\b(?:8|16)-bit\b|像素(?:画|风格?|艺术)/iu, () => [style("pixel art")]],
  [/\bcomic(?: book)?(?: (?:style|panel))?(?: of)?\b|漫画(?:风格?)?/iu, () => [style("comic")]],
  [/\b(?:anime|ghibli)(?: style)?(?: of)?\b|动漫(?:风格?)?|吉卜力(?:风格?)?/iu, () => [style("anime")]],
  [/\brisograph(?: print| style)?(?: of)?\b|\briso (?:print|style)(?: of)?\b|孔版印刷/iu, (prompt) => [style("halftone"), inTwo(prompt)]],
  [/\bblack[- ]and[- ]white (?:photo(?:graph)?|photography|picture|image)(?: of)?\b|黑白(?:照片|摄影)/iu, () => [grey]],
];

/** Undefined where the prompt names none; words in quotes are lettering. */
export function readManner(prompt: string): Manner | undefined {
  const open = prompt.replace(quotes, (text) => " ".repeat(text.length));
  for (const [words, operations] of manners) {
    const match = words.exec(open);
    if (match === null) continue;
    const rest = prompt.slice(0, match.index) + prompt.slice(match.index + match[0].length);
    const made = operations(open);
    return { operations: made, isInk: made === inkWash, rest };
  }
  return undefined;
}

/** Two inks: the colours that are named, the darker one for what is dark. */
function inTwo(prompt: string): PixelOperation {
  const words = prompt.toLowerCase().match(new RegExp(aColour, "gu")) ?? [];
  const [first = navy, second = first === navy ? cream : navy] = words.map(findColour).filter((colour) => colour !== undefined);
  const luma = ({ rgb }: NamedColour): number => 0.3 * rgb[0] + 0.6 * rgb[1] + 0.1 * rgb[2];
  return luma(first) <= luma(second) ? { kind: "duotone", dark: first, light: second } : { kind: "duotone", dark: second, light: first };
}
