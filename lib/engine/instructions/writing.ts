/** "Write 'SALE' at the top": what to letter, where, how. */
import type { FaceName } from "#lib/engine/lettering/typeface.ts";
import { colourPattern, findColour } from "./colours.ts";
import type { TextOperation, TextPlace, TextSize } from "./operation.ts";
import { findQuote } from "./quotes.ts";

const verbs =
  /\b(?:write|add|put|place|letter(?:ing|s)?|print|insert|include|inscri\w+|sign|engrave|says?|saying|reads?|reading|text|caption|sub ?title|title[ds]?|words?|headline|heading|slogan|tagline|label|spell\w*|overlay|watermark)\b|写|加|添|放|题|印|文字|标题|标语|口号|文案|字样|字幕|配文|水印|落款|署名|刻/u;

export function readWriting(clause: string): TextOperation | undefined {
  const quote = findQuote(clause);
  if (quote === undefined || quote.words === "") return undefined;
  const said = clause.replace(quote.whole, " ");
  // "'SALE' in red" needs no verb.
  return verbs.test(said) || isStyle(said) ? { kind: "text", text: quote.words, ...readStyle(said) } : undefined;
}

const sizes: readonly (readonly [TextSize, RegExp])[] = [
  ["large", /\b(?:large|big|huge|giant|oversized)\b|大字|大号|巨大|大大|特大|很大/u],
  ["small", /\b(?:small|tiny|little|discreet)\b|小字|小号|小小|很小/u],
];
const weights: readonly (readonly [number, RegExp])[] = [
  [900, /\b(?:bold|heavy|black weight|fat|thick)\b|粗体|加粗|粗/u],
  [300, /\b(?:thin|light weight|hairline|fine)\b|细体|纤细|细/u],
];
const vertical = /\bvertical(?:ly)?\b|竖[排写着向直]|竖版|纵[排向]|直排|从上[到往至]下/u;
const faces: readonly (readonly [FaceName, RegExp])[] = [
  [
    "brush",
    /\b(?:calligraph\w+|handwrit\w+|hand[- ]lettered|cursive|(?<!post)script(?= |$)|brush (?:letters?|lettering|script|font|type|strokes?|style)|in (?:a )?brush)\b|手写|书法|毛笔|行书|草书|楷书|隶书|题字/u,
  ],
  ["sans", /\bsans(?:[- ]serif)?\b|无衬线|黑体/u],
  [
    "serif",
    /\bserifs?\b|\b(?:elegant|didone|roman|old[- ]style|editorial) (?:\w+ )?(?:letters?|lettering|font|type(?:face)?|text|capitals|title|serif)\b|\belegantly\b|衬线|宋体|明体|仿宋|优雅|典雅/u,
  ],
];

const firstOf = <T>(rows: readonly (readonly [T, RegExp])[], said: string): T | undefined =>
  rows.find(([, words]) => words.test(said))?.[0];

/** Which kind of letters is asked for, where one is. */
export function readFace(said: string): FaceName | undefined {
  return firstOf(faces, said.toLowerCase());
}

export function isColumn(said: string): boolean {
  return vertical.test(said);
}

type Style = Omit<TextOperation, "kind" | "text">;

function readStyle(said: string): Style {
  const [colour, face, size, weight] = [findColour(said), readFace(said), firstOf(sizes, said), firstOf(weights, said)];
  const isVertical = isColumn(said);
  return {
    at: placeOf(said) ?? (isVertical ? "right" : "bottom"),
    ...(colour === undefined ? {} : { colour }),
    ...(face === undefined ? {} : { face }),
    ...(size === undefined ? {} : { size }),
    ...(weight === undefined ? {} : { weight }),
    ...(isVertical ? { isVertical } : {}),
  };
}

/** "To write on" is 写上 in Chinese, which says nothing about above. */
const onIt = /[写加题印放配添贴标打刻签附]上|(?:图片?|照片?|画面?|相片)上(?![方面部边])/gu;

function placeOf(said: string): TextPlace | undefined {
  const text = said.replace(vertical, " ").replace(onIt, " ");
  const isTop = /\b(?:top|upper|above)\b|顶|上/u.test(text);
  const isBottom = /\b(?:bottom|lower|below|under)\b|底|下(?!雨|雪)/u.test(text);
  const side = /\bleft\b|左/u.test(text) ? "left" : /\bright\b|右/u.test(text) ? "right" : undefined;
  if (side !== undefined) return isTop ? `top ${side}` : isBottom || /\bcorner\b|角/u.test(text) ? `bottom ${side}` : side;
  if (isTop) return "top";
  if (isBottom) return "bottom";
  return /\b(?:middle|cent(?:er(?:ed)?|red?)|across)\b|中/u.test(text) ? "middle" : undefined;
}

/** What may be said of letters and nothing else. */
const styleWords = new RegExp(
  [
    ...[...sizes, ...weights, ...faces].map(([, words]) => words.source),
    vertical.source,
    colourPattern,
    "\\b(?:top|upper|bottom|lower|left|right|middle|cent(?:er(?:ed)?|red?)|corner|in|the|at|and|very|a|an|with|on|of|letters?|lettering|font|type(?:face)?|text|style|colou?r(?:ed)?|please|use|using|make|it|make it|set)\\b",
    "[左右上下中顶底][方面部边侧角]*|角|字体|文字|字|颜色|色|的|用|放在?|位于|在|居中|居|采用|使用|是|为|并|体|号",
  ].join("|"),
  "gu",
);

function isStyle(said: string): boolean {
  return !/[\p{L}\p{N}]/u.test(said.replace(styleWords, " "));
}

/** "At the top, write …": where words are to stand, said before them. */
export function leadsTo(clause: string, next: string): boolean {
  if (findQuote(clause) !== undefined || readWriting(next) === undefined) return false;
  return placeOf(clause) !== undefined && isStyle(clause.replace(/\b(?:of|picture|photo|image)\b|图片|照片|画面|[图这张]/gu, " "));
}

/** "…, large and in red": what is only about letters is about those just written. */
export function restyle(before: TextOperation, clause: string): TextOperation | undefined {
  if (!isStyle(clause)) return undefined;
  const { at: _, ...style } = readStyle(clause);
  const at = placeOf(clause);
  return { ...before, ...style, ...(at === undefined ? {} : { at }) };
}
