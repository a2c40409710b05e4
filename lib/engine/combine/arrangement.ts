import { aColour } from "#lib/engine/instructions/colours.ts";
import { findThing, type Thing } from "#lib/engine/instructions/things.ts";

/** What a sentence says about two pictures: how they come together, and which goes where. */
export type Arrangement =
  | { readonly kind: "beside"; readonly axis: "across" | "down"; readonly firstLeads: boolean }
  | { readonly kind: "halves"; readonly axis: "across" | "down"; readonly firstLeads: boolean }
  /** `over` is the index of the picture that lies on the other. */
  | { readonly kind: "inset"; readonly over: 0 | 1; readonly place: InsetPlace }
  /** What stands out in one picture is cut out and stands in the other. `subject` is absent where the words do not say whose it is. */
  | {
      readonly kind: "place";
      readonly subject?: 0 | 1;
      readonly side: PlaceSide;
      readonly size: number;
      readonly isPerson: boolean;
      /** What is known of the thing that moves. */
      readonly thing?: Thing;
      /** In the air: it stands on nothing and casts no shadow. */
      readonly isAloft?: true;
    }
  /** `picture` keeps its land and takes the other's sky. */
  | { readonly kind: "sky"; readonly picture: 0 | 1 }
  | { readonly kind: "blend" }
  /** `picture` is the one whose content stays. */
  | { readonly kind: "colours"; readonly picture: 0 | 1 };

export type InsetPlace = "middle" | "ground" | "top left" | "top right" | "bottom left" | "bottom right";

/** "next" is whichever side has room. */
export type PlaceSide = "left" | "right" | "next" | "middle" | "front";

export interface Reading {
  readonly arrangement: Arrangement;
  readonly isUnderstood: boolean;
}

const second =
  /\b(?:second|2nd|(?:image|picture|photo|number) (?:2|two)|img2|image_2|input_image_2|the other)\b|第二|图2|图二|图片2|图像2|后者|另一/u;
const first = /\b(?:first|1st|(?:image|picture|photo|number) (?:1|one)|img1|image_1|input_image_1)\b|第一|图1|图一|图片1|图像1|前者/u;

export function readArrangement(prompt: string): Reading {
  const text = prompt.normalize("NFKC").toLowerCase();
  const understood = (arrangement: Arrangement): Reading => ({ arrangement, isUnderstood: true });
  const firstLeads = firstNamed(text) === 0;
  const halves = halvesOf(text, firstLeads);
  if (halves !== undefined) return understood(halves);
  const skyGiver = skyGiverOf(text);
  if (skyGiver !== undefined) return understood({ kind: "sky", picture: skyGiver === 0 ? 1 : 0 });
  if (
    /\b(?:double exposure|blend\w*|mix\w*|merge\w*|overlay\w*|superimpos\w*|fade\b.*\binto|cross-?fade)\b|双重曝光|混合|融合|叠加|叠印|合成一张/u.test(
      text,
    )
  )
    return understood({ kind: "blend" });
  if (
    /\b(?:style|colou?rs?|palette|tones?|mood|grad(?:e|ing)|look) (?:of|from|like)\b|\bmatch\w*\b.*\bcolou?rs?\b|\bcolou?rs?\b.*\bmatch|\bin the style\b|\btransfer\b|\bgrade[ds]?\b|\bsame (?:grade|colou?rs?|tones?|look)\b|风格|配色|色调|颜色.*(?:匹配|一致|迁移)|匹配.*颜色/u.test(
      text,
    )
  ) {
    return understood({ kind: "colours", picture: contentOf(text) });
  }
  if (/\bpicture[- ]in[- ]picture\b|\binset\b|\bcorner\b|画中画|角落|[左右][上下]角/u.test(text)) {
    return understood({ kind: "inset", over: firstLeads ? 0 : 1, place: cornerOf(text) });
  }
  if (/\bas (?:the |a )?back(?:ground|drop)\b|作为背景|当背景|做背景|为背景/u.test(text)) {
    const behind = firstNamed(text.slice(0, Math.max(0, text.search(/as (?:the |a )?back|作为背景|当背景|做背景|为背景/u))));
    return understood(placing(text, behind === 0 ? 1 : 0, "middle"));
  }
  if (/\bbehind\b|\bunder(?:neath)?\b|后面|背后|下层/u.test(text))
    return understood(placing(text, namesPicture(text) ? (firstLeads ? 1 : 0) : undefined, "middle"));
  if (/\b(?:above|below|stack\w*|vertically|on top of each other)\b|上面拼|上下|竖着|垂直/u.test(text)) {
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

/** "Use the sky of the second in the first", "把第一张的天空换成第二张的": whose sky it is. */
function skyGiverOf(text: string): 0 | 1 | undefined {
  const exchanged = /\bsky\b.*\b(?:with|by|to|for) the (?:one|sky) (?:of|from|in) (?<giver>.{1,24})/u.exec(text)?.groups;
  const taken =
    /\b(?:use|take|swap|replace|borrow|give|put|with)\b.*(?<!\b(?:in|into|onto|across|against) the )\bsky (?:of|from|in) (?<giver>.{1,24})/u.exec(
      text,
    )?.groups;
  const named = exchanged?.giver ?? taken?.giver;
  if (named !== undefined) return firstNamed(named);
  const chinese = /天空.*(?:换成|替换成|替换为|换为)(?<giver>.*)|[用拿](?<use>.{1,10})的天空/u.exec(text)?.groups;
  const said = chinese?.giver ?? chinese?.use;
  return said === undefined || !namesPicture(said) ? undefined : firstNamed(said);
}

function sideOf(text: string): PlaceSide | undefined {
  if (/\bleft\b|左/u.test(text)) return "left";
  if (/\bright\b|右/u.test(text)) return "right";
  if (/\bin front of\b|前面|前方|面前/u.test(text)) return "front";
  if (/\b(?:next to|beside|besides|alongside|near|adjacent|by the|close to)\b|旁边|旁|挨着|身边|附近/u.test(text)) return "next";
  if (/\b(?:in the (?:middle|cent(?:er|re))|cent(?:er|re)d?)\b|中间|中央/u.test(text)) return "middle";
  if (/\b(?:on|onto|into|inside|in|within|at|to|with|together|standing|sitting)\b|里|上|中|一起|放到|放在|放进|合成/u.test(text))
    return "next";
  return undefined;
}

const person =
  /\b(?:wom[ae]n|m[ae]n|person|people|girl|boy|lady|guy|child|kid|model|her|him|she|he|bride|groom|dancer)\b|女人|男人|女孩|男孩|女士|先生|人物|人像|孩子|人|她|他/u;
/** Words for what is moved; of pictures alone, the pictures themselves are. */
const pictureWords =
  /\b(?:first|second|1st|2nd|pictures?|images?|photos?|photographs?|one|other|them|both|two|img ?\d|input_image_\d|\d)\b|第[一二]张?|图片?[12一二]?|照片|两张|它们/gu;
const smallWords =
  /\b(?:put|place|add|insert|move|set|paste|show|arrange|combine|join|make|have|the|a|an|of|to|on|in|at|by|next|beside|besides|alongside|near|left|right|side|hand|top|front|over|onto|into|inside|middle|center|centre|within|with|and|please|together|from|as|it|is|close)\b|把|将|放|到|在|的|边|左|右|旁|上|下|里|面|前|中|间|张|幅|与|和|一起|请|侧/gu;

function isAboutPictures(text: string): boolean {
  return (
    namesPicture(text) &&
    text
      .replace(pictureWords, " ")
      .replace(smallWords, " ")
      .replace(/[^\p{L}]/gu, "") === ""
  );
}

function namesPicture(text: string): boolean {
  return first.test(text) || second.test(text);
}

/** "The woman from image 2": whose subject is meant, where it is said. */
function subjectOf(text: string): 0 | 1 | undefined {
  if (!namesPicture(text)) return undefined;
  const named = firstNamed(text);
  const hasBoth = first.test(text) && second.test(text);
  // "Put her into the second picture" names where to, not whose.
  return !hasBoth && isDestination.test(text) ? (named === 0 ? 1 : 0) : named;
}

const isDestination =
  /(?:放|加|移|贴|合成|挂|站|坐|飞|摆|落|停|搬|走)(?:到|进|在|入)[^,，。]{0,4}(?:第[一二]|图[12一二]|图片[12]|后者|前者|另一)|\b(?:in|into|on|onto|to|inside|over|across|through|at|by)\s+(?:the\s+(?:[a-z]+\s+){1,3}of\s+)?(?:the\s+)?(?:first|second|1st|2nd|other|image ?[12]|picture ?[12]|photo ?[12])\b/u;

const aloft =
  /\b(?:(?:in|into|across|against) the (?:sky|air)|fl(?:y|ies|ying)|hover\w*|float\w*|soar\w*|overhead)\b|天空[里中上]|天上|空中|上空|飞/u;

/** Where it goes, and what it wears, carries or stands beside, is not what moves. */
const beyondMover =
  /(?<=.)(?:\b(?:next to|beside|near|behind|in|into|on|onto|over|above|under|to|from|at|by|with|holding|wearing|and)\b|[放加移贴挂站飞在到]|合成)/u;

/** What a hawk does; "the fly" is an insect. */
const flying = /(?<!\b(?:the|an?|this|that|my|his|her) )\bfl(?:y|ies)\b/gu;

function moverIn(text: string): string {
  const mover = (text.split(beyondMover, 1)[0] ?? "").replace(flying, " ");
  return mover.replace(new RegExp(`${aColour}(?= [a-z])`, "gu"), " ");
}

function placing(text: string, subject: 0 | 1 | undefined, side: PlaceSide): Arrangement {
  const size = /\b(?:tiny|very small)\b|很小|极小/u.test(text)
    ? 0.45
    : /\b(?:small|smaller|little|far away|distant)\b|小一?[点些]|远处/u.test(text)
      ? 0.65
      : /\b(?:giant|huge|very large)\b|巨大/u.test(text)
        ? 1.7
        : /\b(?:large|larger|big|bigger|close-?up)\b|大一?[点些]|近处/u.test(text)
          ? 1.35
          : 1;
  const thing = findThing(moverIn(text));
  return {
    kind: "place",
    side: sideOf(text) ?? side,
    size,
    isPerson: person.test(text),
    ...(thing === undefined ? {} : { thing }),
    ...(aloft.test(text) ? { isAloft: true as const } : {}),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** Which picture the sentence names first; without a name, the first. */
function firstNamed(text: string): 0 | 1 {
  const one = text.search(first);
  const two = text.search(second);
  return two >= 0 && (one < 0 || two < one) ? 1 : 0;
}

/** "A to the right of B": the one named first trails. */
function leads(text: string, firstLeads: boolean, trailing: RegExp, leading: RegExp): boolean {
  const trails = text.search(trailing);
  const ahead = text.search(leading);
  const isTrailing = trails >= 0 && (ahead < 0 || trails < ahead);
  return isTrailing ? !firstLeads : firstLeads;
}

/** "The first in the colours of the second" keeps the first; "the style of the first on the second" the second. */
function contentOf(text: string): 0 | 1 {
  const giver = /(?:style|colou?rs?|palette|tones?|mood|grading|look) (?:of|from|like) (.{0,40})|(.{0,6}?)的?(?:风格|配色|色调|颜色)/u.exec(
    text,
  );
  const named = giver?.[1] ?? giver?.[2] ?? "";
  return first.test(named) && !(second.test(named) && named.search(second) < named.search(first)) ? 1 : 0;
}

function cornerOf(text: string): InsetPlace {
  const isTop = /\b(?:top|upper)\b|上角/u.test(text);
  const isLeft = /\bleft\b|左/u.test(text);
  return `${isTop ? "top" : "bottom"} ${isLeft ? "left" : "right"}`;
}
