/** Which part of a picture a clause speaks of: the closed list of what can be found without having learned things. */
import { colourPattern, findColour, type NamedColour } from "./colours.ts";
import { endsWith, headOf } from "./head-word.ts";
import { findThing, type Thing } from "./things.ts";

export type PlaceName =
  | "sky"
  | "clouds"
  | "water"
  | "plants"
  | "snow"
  | "land"
  | "ground"
  | "skin"
  | "subject"
  | "background"
  | "colour"
  | "side";
export type Side = "left" | "right" | "top" | "bottom" | "middle" | "edges";

export interface Place {
  readonly name: PlaceName;
  /** As the prompt has it, for the log. */
  readonly said: string;
  readonly colour?: NamedColour;
  readonly side?: Side;
  /** "The blue box" is one thing, "the blues" are all that is blue. */
  readonly isThing?: true;
  /** "The boats": all of them. */
  readonly isMany?: true;
  /** What is known of things of this name. */
  readonly thing?: Thing;
  /** A dress, a door: found by a strong colour of its own, or not at all. */
  readonly isPart?: true;
  /** A thing this engine would not recognise: taken for what looks as such things do, or stands out. */
  readonly isGuess?: true;
  /** Perhaps not meant again in its clause: where it is not found, the clause is about the whole picture. */
  readonly isInherited?: true;
}

const known: readonly { readonly name: PlaceName; readonly words: RegExp }[] = [
  { name: "background", words: /\b(?:background|backdrop|surroundings?|backgroud)\b|背景|周围|四周/u },
  { name: "sky", words: /\b(?:sky|skies|heavens?)\b|天空|蓝天|天(?!气|鹅)/u },
  { name: "clouds", words: /\bclouds?\b|云[朵层彩海]?/u },
  { name: "snow", words: /\b(?:snow|glaciers?|icebergs?)\b|积雪|白雪|雪|冰川|冰山/u },
  {
    name: "land",
    words:
      /\b(?:mountain(?: range|side)?s?|hills?|hillsides?|peaks?|ridges?|cliffs?|rocks?|canyons?|gorge|valley|volcano(?:e?s)?|dunes?|desert|landscape|terrain|buildings?|skyscrapers?|skyline|cityscape|city|town|high-rises?)\b|[雪青远高群]?山[峰脉丘峦坡]?|丘陵|悬崖|峭壁|岩石|岩壁|石头|峡谷|山谷|火山|沙丘|沙漠|(?:高层|城市)?建筑[群物]?|[高大]楼|楼[群房]|摩天(?:大楼|楼)|城市|城镇/u,
  },
  {
    name: "water",
    words:
      /\b(?:water|sea|ocean|lake|river|pond|pool|waves?|stream)\b|水面|海水|海洋|大海|湖|河|江|(?<!电)池|海(?!报|滩|拔)|水(?!彩|平|果|墨|印)/u,
  },
  {
    name: "plants",
    words:
      /\b(?:grass|lawn|meadow|lea(?:f|ves)|foliage|trees?|forests?|woods|plants?|bush(?:es)?|vegetation|fields?|greenery|hedge|moss|jungle)\b|草地|草坪|草原|草|树叶|叶子|树木|树林|森林|植物|植被|灌木|树|叶/u,
  },
  {
    name: "ground",
    words:
      /\b(?:ground|floor|road|street|sand|beach|path|pavement|soil|earth)\b|地面|地板|道路|马路|沙滩|沙|街道|土地|(?<!电)路(?![板由灯])/u,
  },
  { name: "skin", words: /\b(?:skin|faces?|complexion)\b|皮肤|脸|肤色|面部|肌肤/u },
  {
    name: "subject",
    words:
      /\b(?:subjects?|foreground|main (?:object|subject|thing)|person|people|man|woman|girl|boy|lady|guy|child|kid|baby|figure|model)\b|主体|主题|前景|人物|人像|主角|女人|男人|女孩|男孩|女子|男子|小孩|孩子|人(?!造|工)/u,
  },
];

/** What other things stand in and are called after. */
const scenery: readonly PlaceName[] = ["sky", "clouds", "water", "plants", "snow", "land", "ground"];

const sides: readonly { readonly side: Side; readonly words: RegExp }[] = [
  { side: "left", words: /\bleft(?:[- ]hand)?\b|左/u },
  { side: "right", words: /\bright(?:[- ]hand)?\b|右/u },
  { side: "top", words: /\b(?:top|upper|above)\b|上半|上方|上部|顶部|上面|上边/u },
  { side: "bottom", words: /\b(?:bottom|lower|below)\b|下半|下方|下部|底部|下面|下边/u },
  { side: "middle", words: /\b(?:middle|cent(?:er|re))\b|中间|中央|中心/u },
  { side: "edges", words: /\b(?:edges?|corners?|borders?|margins?)\b|边缘|四角|角落|边角/u },
];

/** Parts of things: too small, or not set apart by colour, to be found. */
export const tooSmall =
  /\b(?:eyes?|lips?|mouth|teeth|nails?|eyebrows?|beard|glasses|text|letters?|logo|headlights?|wheels?|windows?|doors?|shirt|dress|jacket|hat|shoes?|hands?|arms?|legs?|ears?|nose|smile|expression|pose|scratch(?:es)?|dust|wrinkles?|blemish(?:es)?|pimples?|acne|watermarks?|wires?|power ?lines?|captions?|shadows?|reflections?)\b|眼睛|眼|嘴唇|嘴|牙|指甲|眉|胡子|眼镜|文字|字|车灯|轮|窗|门|衬衫|裙|外套|帽子|鞋|手(?![柄套机表提推])|表情|姿势|划痕|灰尘|皱纹|痘|水印|电线|斑|字幕|倒影/u;

/** What people wear and what is painted for itself: often the strongest colour there is. */
const painted =
  /\b(?:doors?|(?:shirt|t-shirt|tee|top|blouse|jersey|dress|gown|skirt|jacket|coat|anorak|raincoat|cardigan|jumper|sweater|pullover|hoodie|vest|suit|uniform|kimono|robe|apron|hat|cap|beanie|helmet|scarf|trouser|shoe|boot|glove|sock|backpack|rucksack|(?:neck)?tie)(?:e?s)?|pants|shorts|hair)$|(?:(?<!拱|大)门|衬衫|衫|T恤|裙子?|裤子?|外套|夹克|西装|制服|旗袍|和服|大衣|毛衣|衣服?|帽子?|头盔|围巾|手套|袜子?|背包|鞋子?|领带|领结|头发)$/u;

/** "The shirt of the man on the left" is the man on the left's shirt. */
const ofSomebody =
  /^(?:the |his |her )?(?<what>(?:[a-z]+ )?(?:hair|tie|shirt|t-shirt|blouse|jersey|dress|skirt|jacket|coat|sweater|hoodie|suit|hat|cap|trousers|pants|shorts|shoes)) of (?<whose>.+)$/u;

/** Words after "the" that mean the picture as a whole, or nothing in it. */
const noThing =
  /^(?:picture|image|photo|photograph|photography|pic|scene|shot|whole|entire|overall|everything|all|colou?rs?|tones?|look|style|mood|light|lighting|levels?|result|frame|effect|atmosphere|feel|vibe|it|this|that|same|form|manner|amount|original|weather|season|day|time|composition|quality|details?|rest|others?|way|picture'?s|image'?s|exposure|contrast|brightness|saturation|vibrance|warmth|temperature|sharpness|noise|grain|haze|fog|mist|shadows?|highlights?|lights?|darks?|midtones?|vignette|blacks?|whites?|horizon|hue|tint|white balance|view|image)$/u;

/** "The reds" are what is red. */
const plurals = /\b(red|orange|yellow|green|teal|blue|purple|violet|magenta|pink|brown|cyan)s\b/gu;

/** "The boats", 所有船, 几只鸟; "the glass" is one. */
const manyWords = /[a-z]{2}(?<![sui])s$|\b(?:all|every|both)\b|所有|全部|每|几[只个朵条辆艘]|们/u;

export function saysMany(said: string): boolean {
  return manyWords.test(said);
}

const namesFruit = new RegExp(`^(?:the|an?|this|that|my) (?:.* )?(?:${colourPattern})e?s?$|(?:橙子|橘子|青柠檬?)$`, "u");

export function readPlace(said: string): Place | undefined {
  const text = headOf(said.trim().replace(plurals, "$1").replace(ofSomebody, "$<whose>'s $<what>"));
  const colour = findColour(text);
  const row = known
    .map(({ name, words }) => ({ name, at: text.search(words), isMeant: !scenery.includes(name) || endsWith(text, words) }))
    // An orange rock or a red building is told by its colour.
    .filter(({ name, at, isMeant }) => at >= 0 && isMeant && !(name === "land" && colour !== undefined))
    .sort((a, b) => a.at - b.at)[0];
  const side = sides.find(({ words }) => words.test(text))?.side;
  // The orange car is no orange; "the big orange" is one.
  const thing = findThing(colour === undefined || namesFruit.test(said.trim()) ? text : text.replace(new RegExp(colourPattern, "gu"), " "));
  const isMany = saysMany(said);
  const base = {
    said: tidy(text),
    ...(side === undefined ? {} : { side }),
    ...(thing === undefined ? {} : { thing }),
    ...(isMany ? { isMany: true as const } : {}),
  };
  // The rider's jersey is told by no more than a jersey is.
  if (painted.test(text) && (row === undefined || row.name === "subject") && colour === undefined)
    return {
      name: "subject",
      isGuess: true,
      isPart: true,
      said: base.said,
      ...(side === undefined ? {} : { side }),
      ...(isMany ? { isMany } : {}),
    };
  if (tooSmall.test(text) && (row === undefined || row.name === "subject") && colour === undefined) return undefined;
  if (row !== undefined) return { name: row.name, ...base, ...(colour === undefined || row.name === "background" ? {} : { colour }) };
  // "The orange" is a fruit; "all that is orange" is a colour.
  const isFruit = thing !== undefined && /^(?:the|an?|this|that|my) \S+$|^[这那]?[个只颗]?(?:橙子|橘子)$/u.test(said.trim());
  if (colour !== undefined && !isFruit) {
    const rest = text
      .replace(new RegExp(colourPattern, "gu"), " ")
      .replace(
        /\b(?:the|a|an|all|of|every|any|areas?|parts?|things?|stuff|colou?rs?|tones?|hues?|regions?|ones?|everything|s)\b|[的色区域部分东西]|全部|所有/gu,
        " ",
      );
    return { name: "colour", ...base, colour, ...(/\p{L}/u.test(rest) ? { isThing: true as const } : {}) };
  }
  const bare = text
    .replace(
      /\b(?:the|a|an|his|her|their|my|your|our|its|this|that|all|of|on|in|at|to|side|half|part|area|third|color|colour|picture|image|photo|hand)\b|[的这那张个只一]|图片|照片|画面|图像|图|颜色|边|侧|半|部分/gu,
      " ",
    )
    .replace(/\b(?:left|right|top|upper|bottom|lower|middle|center|centre|edges?|corners?)\b|[左右上下]|中间|中央|中心|边缘|四角/gu, " ")
    .trim();
  if (bare === "" || noThing.test(bare)) return side === undefined ? undefined : { name: "side", ...base };
  return { name: "subject", isGuess: true, ...base };
}

/** A room that is spoken of is all of a picture of it, where nothing of it is named. */
export const wholeRoom =
  /(?:\b(?:the|this|my|our|your) (?:(?:living|dining|hotel|bath|class)[ -]?room|room|bedroom|kitchen|office|interior|restaurant|caf[eé]|lobby|studio|apartment)\b|(?:这个?|我的)?(?:房间|客厅|厨房|卧室|浴室|室内|餐厅|办公室|大堂))(?=[^a-z\p{sc=Han}]*(?:□|$|[,，]|[变调更再显看]))/gu;

export function isWholePicture(said: string): boolean {
  const bare = said.replace(/\b(?:the|this|that|my|your|our|a|an|whole|entire|of|in)\b|[的这那张个幅整些里]/gu, " ").trim();
  return (
    bare === "" ||
    bare.split(/\s+/u).every((word) => noThing.test(word)) ||
    /^(?:\s|图片|图像|照片|画面|相片|图|它|全部|全图|整体|一切|所有|颜色|色彩|色调|风格|天气|季节|时间|光线|其)*$/u.test(bare)
  );
}

function tidy(text: string): string {
  const bare = text
    .replace(/\b(?:the|a|an|all|colou?rs?|everything|areas?|parts?|that is|my|his|her)\b/gu, " ")
    .replace(/的|颜色|所有|[:：]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return bare === "" ? text.trim() : bare;
}
