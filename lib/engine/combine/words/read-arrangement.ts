/** Reads what a sentence says about two pictures. */
import type { Arrangement, InsetPlace, PlaceSide } from "../arrangement.ts";
import { backgroundGiverOf, colourGiverOf, exchangesBackground, skyGiverOf } from "./givers.ts";
import { hangingOf } from "./hanging.ts";
import { isBlendedIn, mainWish } from "./main-wish.ts";
import { firstNamed, namesPicture } from "./named-picture.ts";
import { meet, placing, sideOf, subjectOf } from "./placing.ts";

export interface Reading {
  readonly arrangement: Arrangement;
  readonly isUnderstood: boolean;
}

export function readArrangement(prompt: string): Reading {
  const text = mainWish(prompt.normalize("NFKC").toLowerCase());
  const understood = (arrangement: Arrangement): Reading => ({ arrangement, isUnderstood: true });
  const firstLeads = firstNamed(text) === 0;
  const halves = halvesOf(text, firstLeads);
  if (halves !== undefined) return understood(halves);
  const skyGiver = skyGiverOf(text);
  if (skyGiver !== undefined) return understood({ kind: "sky", picture: skyGiver === 0 ? 1 : 0 });
  const gradual = gradualOf(text, firstLeads);
  if (gradual !== undefined) return understood(gradual);
  const hanging = hangingOf(text);
  if (hanging !== undefined) return understood(hanging);
  if (isInset(text)) {
    const sign = signs.test(text) ? { sign: { opacity: /watermark|水印/u.test(text) ? ofWatermark : 1, isSaid: namesPicture(text) } } : {};
    return understood({ kind: "inset", over: firstLeads ? 0 : 1, place: cornerOf(text), ...sign });
  }
  const isBlended =
    !isBlendedIn(text) &&
    /\b(?:double exposure|blend\w*|mix\w*|merge\w*|overlay\w*|superimpos\w*|fade\b.*\binto|cross-?fade)\b|双重曝光|混合|融合|叠加|叠印/u.test(
      text,
    );
  if (
    isBlended ||
    (!meet(text) && /合成一张|\b(?:combine|join|turn|fuse)\b.*\binto (?:one|a single)(?: (?:picture|image|photo|shot))?$/u.test(text))
  )
    return understood({ kind: "blend" });
  if (
    /\b(?:style|colou?rs?|palette|tones?|mood|grad(?:e|ing)|look) (?:of|from|like)\b|\blight(?:ing)? (?:of|from|in) (?:the (?:first|second|other)|(?:image|picture|photo) ?[12])\b|\bmatch\w*\b.*\bcolou?rs?\b|\bcolou?rs?\b.*\bmatch|\bin the style\b|\btransfer\b|\bgrade[ds]?\b|\bsame (?:grade|colou?rs?|tones?|look)\b|风格|配色|色调|调色|影调|光影|颜色.*(?:匹配|一致|迁移)|匹配.*颜色/u.test(
      text,
    )
  ) {
    return understood({ kind: "colours", picture: colourGiverOf(text) === 0 ? 1 : 0 });
  }
  const behind = backgroundGiverOf(text);
  if (behind !== undefined) return understood({ ...placing(text, behind === 0 ? 1 : 0, "middle"), isBackdrop: true });
  if (exchangesBackground(text)) return understood({ ...placing(text, undefined, "middle"), isBackdrop: true });
  const placed = placing(text, subjectOf(text), "next");
  if (meet(text)) return understood(placed);
  if (placed.standing.behind !== undefined) return understood(placed);
  if (/\bbehind\b|\bunder(?:neath)?\b|后面|背后|下层/u.test(text))
    return understood(placing(text, namesPicture(text) ? (firstLeads ? 1 : 0) : undefined, "middle"));
  if (
    /\b(?:stack(?:ed|ing)?(?! of\b)|vertically|on top of each other)\b|上面拼|上下|竖着|垂直/u.test(text) ||
    (isAboutPictures(text) && /\b(?:above|below)\b/u.test(text))
  ) {
    return understood({ kind: "beside", axis: "down", firstLeads: leads(text, firstLeads, /\bbelow\b|下面/u, /\babove\b|上面/u) });
  }
  const isWholeBeside =
    /\b(?:side[- ]by[- ]side|collage|montage|horizontally|both (?:pictures|images|photos)|two (?:pictures|images|photos))\b|并排|拼接|拼图|拼在一起|左右/u.test(
      text,
    );
  const side: PlaceSide | undefined = sideOf(text);
  if (!isWholeBeside && !isAboutPictures(text) && side !== undefined) return understood(placing(text, subjectOf(text), side));
  if (
    /\b(?:on top of|over|onto|in front of|inside|into|in the middle of|within|on)\b|上面|前面|里面|里|中间|之上|放到|放在.*上/u.test(
      text,
    ) &&
    !/\b(?:left|right|next|side)\b|旁|左|右/u.test(text)
  ) {
    return understood({ kind: "inset", over: firstLeads ? 0 : 1, place: /middle|cent|中间/u.test(text) ? "middle" : "ground" });
  }
  if (isWholeBeside || side !== undefined) {
    return understood({ kind: "beside", axis: "across", firstLeads: leads(text, firstLeads, /\bright\b|右/u, /\bleft\b|左/u) });
  }
  return { arrangement: placing(text, undefined, "next"), isUnderstood: false };
}

const signs = /\b(?:logo|watermark|badge|stamp|sticker|icon|label)\b|logo|标志|水印|徽标|图标|贴纸|印章/u;
const ofWatermark = 0.55;

/** What is framed, or a sign, is laid into a corner as it is; a dog at the bottom right stands there. */
function isInset(text: string): boolean {
  if (/\bpicture[- ]in[- ]picture\b|\binset\b|画中画/u.test(text)) return true;
  if (!/\bcorner\b|\b(?:top|bottom|upper|lower)[- ](?:left|right)\b|角落|[左右][上下]角/u.test(text)) return false;
  return signs.test(text) || isAboutPictures(text) || /\b(?:top|upper)\b|上角/u.test(text);
}

const gradually =
  /\b(?:blend|fade|merge|mix|transition|cross-?fade|dissolve)\w*\b.*\b(?:left to right|right to left|top to bottom|bottom to top|gradient|gradual(?:ly)?|horizontally|vertically)\b|\bgradient (?:blend|transition)\b|\b(?:fade|transition|dissolve|cross-?fade)\w*\b.*\bfrom\b.*\bto\b|(?:左右|上下|从左到右|从上到下|从右到左|从下到上).*(?:渐变|过渡|融合)|渐变(?:融合|过渡|拼接)/u;

function gradualOf(text: string, firstLeads: boolean): Arrangement | undefined {
  if (!gradually.test(text)) return undefined;
  const isDown = /\b(?:top|bottom|vertical(?:ly)?)\b|上下|从上|从下/u.test(text);
  return { kind: "beside", axis: isDown ? "down" : "across", firstLeads: firstLeads || /\bfrom one\b/u.test(text), isGradual: true };
}

function halvesOf(text: string, firstLeads: boolean): Arrangement | undefined {
  if (
    /\b(?:left|right) half\b|\b(?:split[- ]screen|half (?:and|&) half|half[- ]half|diptych)\b|左半|右半|左右各半|一半一半|各一半|对半/u.test(
      text,
    )
  )
    return { kind: "halves", axis: "across", firstLeads: leads(text, firstLeads, /right half|右半/u, /left half|左半/u) };
  if (!/\b(?:top|bottom|upper|lower) half\b|上半|下半|上下各半/u.test(text)) return undefined;
  const isDown = leads(text, firstLeads, /(?:bottom|lower) half|下半/u, /(?:top|upper) half|上半/u);
  return { kind: "halves", axis: "down", firstLeads: isDown };
}

/** Words for what is moved; of pictures alone, the pictures themselves are. */
const pictureWords =
  /\b(?:first|second|1st|2nd|pictures?|images?|photos?|photographs?|one|other|them|both|two|img ?\d|input_image_\d|\d)\b|第[一二]张?|图片?[12一二]?|照片|两张|它们/gu;
const smallWords =
  /\b(?:put|place|add|insert|move|set|paste|show|arrange|combine|join|make|have|the|a|an|of|to|on|in|at|by|next|beside|besides|alongside|near|left|right|side|hand|top|front|over|onto|into|inside|middle|center|centre|bottom|corner|within|with|and|please|together|from|as|it|is|close|above|below|stack|mirror)\b|把|将|放|到|在|的|边|左|右|旁|上|下|里|面|前|中|间|张|幅|与|和|一起|请|侧|角|落/gu;

function isAboutPictures(text: string): boolean {
  return (
    namesPicture(text) &&
    text
      .replace(pictureWords, " ")
      .replace(smallWords, " ")
      .replace(/[^\p{L}]/gu, "") === ""
  );
}

/** "A to the right of B": the one named first trails. */
function leads(text: string, firstLeads: boolean, trailing: RegExp, leading: RegExp): boolean {
  const trails = text.search(trailing);
  const ahead = text.search(leading);
  const isTrailing = trails >= 0 && (ahead < 0 || trails < ahead);
  return isTrailing ? !firstLeads : firstLeads;
}

function cornerOf(text: string): InsetPlace {
  const isTop = /\b(?:top|upper)\b|上角/u.test(text);
  const isLeft = /\bleft\b|左/u.test(text);
  return `${isTop ? "top" : "bottom"} ${isLeft ? "left" : "right"}`;
}
