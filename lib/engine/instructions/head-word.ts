/** What a phrase is about, without where that is: "the dog on the grass" and 草地上的狗 are dogs, and no lawn. */
import { englishColour } from "./colours.ts";

const sideWords = "(?:far |very |upper |lower )*(?:left|right|top|bottom|middle|cent(?:er|re)|edges?|corners?|upper|lower)\\b";
const articles = "the |an? |his |her |my |our |its |their |this |that ";
const ownFrame = "(?:picture|image|photo|frame|shot)\\b";
/** "On the left" and "in red" say which one is meant; "on the grass" only where it is. */
const english = new RegExp(
  "\\s+(?:(?:that|which|who) (?:is|are|sits?|stands?|lies?) )?(?:[a-z]+ing )?" +
    `(?:on top of|in front of|next to|close to|on|in|at|under|underneath|beneath|behind|near|by|beside|along|inside|outside|over|above|below|against|across|among|between) ` +
    `(?!(?:${articles})?(?:${sideWords}|${ownFrame}|${englishColour}$|\\d))(?:${articles})?\\S.*$`,
  "u",
);
const chinese = /^(?<where>.+?)(?:上面|下面|里面|前面|后面|旁边|中间|上|下|里|中|边|旁|前|后|内)的(?<head>.+)$/u;
const ownSides = /画面|图片|照片|图像|图|最|的|[左右上下中]/gu;

/** Words that name no thing: without another, the place after them is what is meant. */
const nothing = new RegExp(
  `\\b(?:the|an?|all|every|everything|anything|what|whatever|things?|areas?|parts?|stuff|colou?rs?|regions?|sides?|half|ones?|lights?|lighting|tones?|${englishColour})\\b`,
  "gu",
);

export function headOf(said: string): string {
  const head = said.replace(english, "");
  if (head !== said && head.replace(nothing, " ").trim() !== "") return head;
  const groups = chinese.exec(said)?.groups;
  const isElsewhere = groups?.where !== undefined && groups.where.replace(ownSides, "") !== "";
  return isElsewhere ? (groups?.head ?? said) : said;
}

const sameAfter =
  /^(?:\s|\b(?:areas?|parts?|surface|faces?|walls?|tops?|regions?|sections?|tones?|colou?rs?|sides?|half|itself|canopy|blades?|waves?|water|level|in|on|at|of|the|this|that|whole|entire|far|picture|image|photo|frame|shot|left|right|top|upper|bottom|lower|middle|center|centre|edges?|corners?|hand)\b|区域|部分|地方|表面|颜色|色调|子|儿|丛|面|流|泊|浪|水|丘|地|木|林|冠|叶|们|群|色|的|上|里|中|边|处|左|右|下|半|侧|间|方)*$/u;

/** Whether one of these words is what a phrase is about: a street lamp is no street, and 沙发 no sand. */
export function endsWith(text: string, words: RegExp): boolean {
  return [...text.matchAll(new RegExp(words, "gu"))].some(({ 0: word, index }) => sameAfter.test(text.slice(index + word.length)));
}
