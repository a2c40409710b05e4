/** What a clause names besides what is to be done: a place in the picture, or something nothing can be done about. */
import { withoutAmounts } from "./amounts.ts";
import { isWholePicture, type Place, readPlace, tooSmall, wholeRoom } from "./place.ts";

export interface Location {
  readonly place: Place | undefined;
  /** Phrases that were neither place nor glue. */
  readonly leftOver: readonly string[];
  /** The clause is about a part that cannot be found: doing it to the whole picture would be wrong. */
  readonly isBeyond: boolean;
}

const glue =
  /\b(?:please|fix|correct|can|could|would|you|i|we|want|need|like|let|make|makes|making|made|turn|turned|change|changed|convert|transform|apply|applied|add|added|give|put|set|increase|decrease|reduce|raise|lower|boost|adjust|bring|have|get|do|use|using|create|render|redraw|draw|keep|less|more|it'?s?|this|that|these|them|a|an|some|of|to|by|into|so|as|if|is|are|was|were|be|been|being|were taken|taken|shot|look|looks|looking|feel|feels|feeling|seem|appear|effect|effects|filter|filters|style|styled|version|vibe|mood|kind|type|sort|too|also|just|only|quite|nice|beautiful|lovely|great|cool-looking|good|pretty|classic|traditional|modern|old|new|natural|realistic|real|all|over|overall|whole|entire|everything|picture|image|photo|photograph|photography|pic|scene|shot|overlay|up|down|out|away|off|there|were|had|its|then|now|again|very|the|in|on|with|for|from|at|and|or|my|your|our|levels?|amount|tones?|colou?rs?|coloured|colou?ring|atmosphere|art|artwork|painting|drawing|illustration|work|piece|light|lighting|black|white|classical|famous|grade|graded|grading|about|around|roughly|lifted|else|\w+ century|movie|scene|frame|weather|season|winter|time|day|look-like|high|low|paint|increase|drop|remove|without|get|rid|no|cut|tone|lift|recover|open|soften|fine|coarse|chunky|strong|stronger|weaker|weak|higher|lower|big|small|rest)\b|请|帮我|帮忙|一下|把|将|让|使|给|这|那|张|幅|个|整体|整|全|图片|图像|照片|画面|相片|图|调|变|改|弄|做|加|转|换|成|为|得|的|地(?![面板])|更|再|点|些|并|也|效果|风格|感觉|氛围|添|增|提高|降低|减少|减弱|减|提升|高|低|强|弱|看起来|像|处理|应用|一样|样子|样|使用|用|是|有|了|吧|一|种|些许|天气|其他|其余|别的|地方|全部|都|部|度|上|里|中(?![间央心])|和|出|来|去掉|去除|颜色|色彩|色调|光线|滤镜|作品|线条|画|打造|营造|制作|生成|强|感|风(?!景)|层|种|稍|下|透过|过来|别那么|不要那么|没那么|那么|化|降|压|提(?!示)|拉/gu;
const determined = /\b(?:the|his|her|their|my|your|our|its|this|that)\s+((?:[a-z]+(?:'s)?\s*){1,4})/gu;
const locative = /\b(?:in|on|at|around|towards?|near|inside|within)\s+(?:the|his|her|my|its|their)\s+([a-z ]+)/u;
const wholeObject =
  /\b(?:it|this|(?:the|this|my|that) (?:whole |entire )?(?:picture|image|photo|photograph|pic|scene|shot))\b|(?:整张|这张|整个|全)?(?:图片|照片|画面|图像)/u;
const chineseObject = /(?:把|将|让|使|给)(.+?)(?=的?□|看|像|提|压|虚|降|减|增|升|往|到|向|调|变|改|弄|做|加|转|换|更|稍|再|得|添|去|$)/u;

/** `isLook`: a look of the whole, of which "over the sea" says only what the picture shows; of an hour "on the lake" does, too. */
export function locate(rest: string, isLook = false, isHour = false): Location {
  const text = withoutAmounts(rest)
    .replace(/[a-z]+'s /gu, " ")
    .replace(wholeRoom, " 照片 ")
    .replace(/\s+/gu, " ");
  const leftOver = leftOverOf(text);
  // 城市夜景: the hour that a city has.
  if (isHour && /^[\u4e00-\u9fff]{1,4}□$/u.test(text.trim()) && knownPlace(text.replace(/□/gu, ""))?.name !== "background")
    return { place: undefined, leftOver: [], isBeyond: false };
  if (wholeObject.test(text) && !chineseObject.test(text)) {
    const at = locative.exec(text.replace(/□/gu, " "))?.[1];
    const place = at === undefined || isWholePicture(at) ? undefined : knownPlace(at);
    return { place, leftOver: place === undefined ? leftOver : [], isBeyond: false };
  }
  const named = objectOf(isHour ? text.replace(/□ on the\b/gu, "□ at the") : text, isLook);
  if (named !== undefined) {
    const place = readPlace(named);
    return { place, leftOver: [], isBeyond: place === undefined && tooSmall.test(named) };
  }
  const bare = text.replace(/□/gu, " ").replace(glue, " ").trim();
  const place = bare === "" || /\blike\b|似/u.test(text) ? undefined : knownPlace(bare);
  const isDescribed = isLook && place !== undefined && knownPlace(text.slice(0, text.indexOf("□")).replace(glue, " ").trim()) === undefined;
  if (place !== undefined) return { place: isDescribed && place.name !== "background" ? undefined : place, leftOver: [], isBeyond: false };
  // 窗户亮灯, "eyes brighter": what is to be changed is named first, and is nothing that can be found.
  const first = /^[\u4e00-\u9fff]/u.test(text) ? leftOver[0] : /^\s*([a-z]+) □/u.exec(text)?.[1];
  return { place: undefined, leftOver, isBeyond: tooSmall.test(first ?? "") };
}

/** What is spoken of with an article, or after 把, unless it is the picture. */
function objectOf(text: string, isLook: boolean): string | undefined {
  const chinese = chineseObject.exec(text)?.[1];
  if (chinese !== undefined) return isWholePicture(chinese.replace(/□/gu, "")) ? undefined : chinese.replace(/□/gu, "");
  for (const match of text.matchAll(determined)) {
    const words = (match[1] ?? "")
      .replace(
        /\s+(?:a|an|to|look|looks|into|in|on|at|with|by|more|less|like|and|so|for|from|of|as|much|very|is|are|should|would|must|has|needs?|to)\b.*$/u,
        "",
      )
      .trim();
    const before = text.slice(0, match.index);
    if (words === "" || isWholePicture(words) || /\b(?:like|as|for|during|from)\s*$/u.test(before)) continue;
    if (isLook && /\b(?:over|of|by|at|in|near|above|behind|with|through|among|between|from|across)\s*$/u.test(before)) continue;
    return `${words} ${/\b(?:on|at|in) the (?:left|right|top|bottom|middle|cent(?:er|re)|foreground|background)\b/u.exec(text)?.[0] ?? ""}`.trim();
  }
  return undefined;
}

function knownPlace(said: string): Place | undefined {
  const place = readPlace(said);
  return place?.isGuess || place?.name === "colour" ? undefined : place;
}

function leftOverOf(text: string): readonly string[] {
  const bare = text.replace(/□/gu, ";").replace(glue, " ");
  return (
    bare
      .split(/[;\s]{2,}|;/u)
      .map((phrase) => phrase.trim())
      // "A sunset over the sea": the picture's own things only describe.
      .filter((phrase) => /[\p{L}]/u.test(phrase) && !/^[a-z]$/u.test(phrase) && (readPlace(phrase)?.isGuess ?? true))
  );
}
