/** Frames about a picture: how wide, in what colour, and of what make: a card of instant film, a mount, round corners, a line within. */
import { colourPattern, findColour, findColours, type NamedColour } from "./colours.ts";
import type { BorderOperation, FrameWidth } from "./operation.ts";

const black: NamedColour = { name: "black", rgb: [16, 16, 17] };
const white: NamedColour = { name: "white", rgb: [244, 244, 242] };

const bars =
  /\bletter-?box(?:ed|ing)?\b|\b(?:black|cinema(?:tic)?|movie|film|widescreen) bars?\b|\bbars (?:at the )?top and bottom\b|(?:电影|宽银幕|上下|遮幅)(?:的|加)?(?:黑|遮幅)?(?:边|条|幅)/u;
const frames = new RegExp(
  `\\b(?:borders?|frame|framed(?! by)|passe-?partout|matte? board|mount board|(?:key|hair)line|outline around|margins?)\\b|边框|相框|画框|卡纸框|(?:${colourPattern})的?[细粗宽窄]?边(?![缘上界])|留[一些点]*白(?:边|[^,，。;；]*\\d)|白边|黑边`,
  "u",
);
const instant = /\b(?:polaroid|instax|instant(?:[- ](?:film|photo|print|picture))?)\b|拍立得|宝丽来/u;
const mount = /\b(?:passe-?partout|matte? board|mount board|mount(?:ed)?|gallery|museum)\b|卡纸|画廊|美术馆|装裱/u;
const round = /\bround(?:ed)?\b|圆角/u;
const twofold = /\bdouble\b|\btwo (?:borders|frames|lines)\b|双(?:层|重|线)?边|双线|双层/u;
const wood = /\bwood(?:en)?\b|\boak\b|木(?:质|头|制)?/u;
const ofWood: NamedColour = { name: "brown", rgb: [112, 76, 48] };

const widths: readonly (readonly [number, RegExp])[] = [
  [0.006, /\b(?:hair|key)line\b|\b(?:very|super|really|ultra)[- ]?(?:thin|fine|slim|narrow)\b|很细|极细|超细/u],
  [0.015, /\b(?:thin|slim|narrow|fine|slender|small|outline)(?:ner|mer|er)?\b|细|窄/u],
  [0.14, /\b(?:very|super|really|extra) (?:thick|wide|broad|big|large)\b|很[宽粗]|超[宽粗]/u],
  [0.085, /\b(?:thick|wide|broad|big|bold|large|chunky|generous|heavy)(?:er)?\b|[粗宽大厚](?!银幕)/u],
];

function readWidth(clause: string): FrameWidth | undefined {
  const [, number, unit] = /(\d+(?:\.\d+)?)\s*(%|percent|px|pixels?|像素)/u.exec(clause) ?? [];
  if (number !== undefined) return unit === "%" || unit === "percent" ? { share: Number(number) / 100 } : { pixels: Number(number) };
  const share = widths.find(([, words]) => words.test(clause))?.[0];
  return share === undefined ? undefined : { share };
}

const outOf = (words: string, side: string): NamedColour | undefined =>
  findColour(new RegExp(`(${colourPattern})(?: (?:line|one|border|frame))?(?: (?:on the |at the ))?${side}`, "u").exec(words)?.[1] ?? "");

function readColours(clause: string): Pick<BorderOperation, "inner"> & { readonly colour?: NamedColour } {
  const all = findColours(clause);
  const [colour, second] = [
    outOf(clause, "(?:outside|outer)") ?? all[0] ?? (wood.test(clause) ? ofWood : undefined),
    outOf(clause, "(?:inside|inner)") ?? all[1],
  ];
  const isTwo = twofold.test(clause) || (second !== undefined && /\b(?:inside|inner|inline)\b|内/u.test(clause));
  const inner = isTwo ? (second ?? (colour?.name === "black" ? white : black)) : undefined;
  return { ...(colour === undefined ? {} : { colour }), ...(inner === undefined ? {} : { inner }) };
}

export function readBorder(clause: string): BorderOperation | undefined {
  if (/\b(?:remove|without|no)\b|去掉|去除/u.test(clause)) return undefined;
  if (bars.test(clause)) return { kind: "border", colour: findColour(clause.replace("银幕", "")) ?? black, isBars: true };
  const isInstant = instant.test(clause) && /\b(?:border|frame|framed|rim|card|paper|print|film|mini)\b|边|框|相纸/u.test(clause);
  if (!isInstant && !frames.test(clause)) return undefined;
  const form = isInstant ? "instant" : mount.test(clause) ? "mount" : round.test(clause) ? "round" : undefined;
  const width = isInstant ? undefined : readWidth(clause);
  const { colour = /\bfilm\b|胶片|黑边/u.test(clause) && !isInstant ? black : white, inner } = readColours(clause);
  return {
    kind: "border",
    colour,
    ...(width === undefined ? {} : { width }),
    ...(form === undefined ? {} : { form }),
    ...(inner === undefined ? {} : { inner }),
  };
}

/** What may be said of a frame and nothing else. */
const ofFrames = new RegExp(
  [
    ...widths.map(([, words]) => words.source),
    ...[round, twofold, wood].map(({ source }) => source),
    colourPattern,
    "\\d+(?:\\.\\d+)?\\s*(?:%|percent|px|pixels?|像素)",
    "\\b(?:make|it|the|a|an|bit|little|line|one|corners?|in|and|with|on|outside|inside|outer|inner|much|slightly|please|border|frame|more)\\b",
    "再|更|一?[点些]|把|的|边框|边|框|要|用|外|内|里|面|圈|做成?|弄",
  ].join("|"),
  "gu",
);

/** "…, a bit thicker", "5px", "white outside, black inside": of the frame just spoken of. */
export function reframe(before: BorderOperation, clause: string): BorderOperation | undefined {
  if (before.isBars || /[\p{L}\p{N}]/u.test(clause.replace(ofFrames, " "))) return undefined;
  const [width, { colour, inner }] = [readWidth(clause), readColours(clause)];
  if (width === undefined && colour === undefined && inner === undefined && !round.test(clause)) return undefined;
  return {
    ...before,
    ...(width === undefined ? {} : { width }),
    ...(round.test(clause) ? { form: "round" as const } : {}),
    ...(inner !== undefined && /\b(?:inside|inner)\b|内/u.test(clause) ? { inner } : {}),
    ...(colour === undefined || (before.inner !== undefined && outOf(clause, "(?:inside|inner)") === colour) ? {} : { colour }),
  };
}

const sayings: readonly (readonly [RegExp, string])[] = [
  // A polaroid is its colours and its card; the card alone is what is called one.
  [
    /(?:\b(?:make|turn|look|looks|it|this|the (?:picture|photo|image)|into|like|as|an?|old|in|with|style of) )*\b(?:polaroid(?:s|[- ]style)?|instax|instant (?:photo(?:graph)?|picture|print|film))(?! (?:frame|border|rim|card|mini|film stock))(?: (?:look|photo|picture|print|style|effect|snapshot|shot|vibe|feel))*(?: with)?(?= ?(?:$|[,.;⟦]| (?:and|a|the|of|from|caption|text|words|title|saying|that)\b))/gu,
    " faded at 45%, warmer by 8%, polaroid frame, ",
  ],
  [
    /(?:做成|变成|像|加个?|用|一张)*(?:拍立得|宝丽来)(?:相纸|照片|风格?|效果|滤镜|质感|感|的)*(?!的?(?:边|框))(?=\s*(?:$|[,，。;；、⟦]))/gu,
    "褪色45%,暖8%,拍立得边框",
  ],
  // A look in a frame is both.
  [/(?<=^[^,;.]*[a-z0-9]) (?:with|in|inside|and) (?=an? (?:[a-z0-9%-]+ ){0,4}(?:border|frame|keyline|passe-?partout|mount)\b)/gu, ", "],
  // The words on a card are one wish and the card another.
  [/(\b(?:frame|border|margins?)\b[^,;.⟦]*?)(?:,| and)? with (?=[^,;.]*⟦)/gu, "$1, text "],
];

export function readFrames(text: string): string {
  return sayings.reduce((rest, [words, meaning]) => rest.replace(words, meaning), text);
}
