/** Which of two pictures gives what: its sky, its colours, or itself as the background. */
import { firstNamed, namesPicture } from "./named-picture.ts";

/** "Replace the sky in the street photo with the sunset": what is named by what it shows is the second, as they are handed over. */
const exchangedSky: readonly RegExp[] = [
  /\b(?:replace|swap|change|exchange|switch|substitute)\b(?<kept>.*)\bsky\b(?<where>.*?)\b(?:with|by|to|for|into)\b (?<giver>.+)/u,
  /(?<kept>.*)天空(?<where>.*?)(?:换成|换为|换上)(?<giver>.+)/u,
];

/** "Use the sky of the second in the first", "把第一张的天空换成第二张的": whose sky it is. */
export function skyGiverOf(text: string): 0 | 1 | undefined {
  for (const pattern of exchangedSky) {
    const { kept = "", where = "", giver } = pattern.exec(text)?.groups ?? {};
    if (giver === undefined) continue;
    if (namesPicture(giver)) return firstNamed(giver);
    return namesPicture(kept + where) && firstNamed(kept + where) === 1 ? 0 : 1;
  }
  const taken =
    /\b(?:use|take|borrow|give|put|with)\b.*(?<!\b(?:in|into|onto|across|against|under|before|over) (?:the|an?) (?:[a-z]+ )*)\bsky (?:of|from|in) (?<giver>.{1,24})/u.exec(
      text,
    )?.groups?.giver;
  if (taken !== undefined) return firstNamed(taken);
  const chinese = /[用拿](?<giver>.{1,10})的天空/u.exec(text)?.groups?.giver;
  return chinese === undefined || !namesPicture(chinese) ? undefined : firstNamed(chinese);
}

const backgrounds: readonly RegExp[] = [
  /\b(?:swap|replace|change|exchange|switch|substitute)\b.*\bback(?:ground|drop)\b.*\b(?:with|to|for|by|into)\b (?<giver>.+)/u,
  /(?<giver>.*)\bas (?:the |a |its |their )?(?:new )?back(?:ground|drop)\b/u,
  /\b(?:make|set|let|turn|have)\b(?<giver>.{1,30}?)(?:\b(?:be|become|into|is)\b )?(?:the |a |its )?(?:new )?back(?:ground|drop)\b/u,
  /^(?!.*\b(?:remove|delete|erase|without)\b).*\bback(?:ground|drop) (?:of|from|in) (?<giver>.{1,24})/u,
  /背景.*?(?:换|改|替换|变)(?:成|为|上|用)?(?<giver>.+)/u,
  /换.{0,2}背景(?<giver>.+)/u,
  /(?<giver>.*?)(?:作为|当作|当成|做成|设为|设成|[作当做为])背景/u,
  /(?:换成?|加上?|配上?|用)(?<giver>[^,]{1,6}?)的?(?:背景|场景|环境)$/u,
  /^(?!.*(?:去掉|去除|移除|删))(?:.*[和与配用到在上])?(?<giver>.{1,6}?)的背景/u,
];

/** "Use image 2 as the background", "把图一的背景换成图二": which picture lies behind, where it is said. */
export function backgroundGiverOf(text: string): 0 | 1 | undefined {
  return giverBy(backgrounds, text);
}

/** "Swap the background for the college": what the other picture shows is named, and not the picture. */
export function exchangesBackground(text: string): boolean {
  return /\b(?:swap|replace|change|exchange|switch)\b.*\bback(?:ground|drop)\b.*\b(?:with|to|for|by)\b|背景.{0,2}(?:换|改|替换)[成为上]?./u.test(
    text,
  );
}

const colours: readonly RegExp[] = [
  /\bmatch\w*\b.*\b(?:to|with|against)\b (?<giver>.{1,30})$/u,
  /(?:style|colou?rs?|palette|tones?|mood|grad(?:e|ing)|look|light(?:ing)?) (?:of|from|like) (?<giver>.{0,40})/u,
  /[和与跟像](?<giver>.{1,12}?)(?:的.{0,6}?)?(?:一致|一样|相同|统一|匹配|接近|看齐)/u,
  /(?:按照?|根据|参考|参照|依照|仿照|[用以照])(?<giver>.{1,8}?)的?(?:风格|配色|色调|颜色|色彩|光影|影调|光线)/u,
  /(?<giver>.{0,6}?)的?(?:风格|配色|色调|颜色)/u,
];

/** "The first in the colours of the second": the second, which it is as well where nobody says. */
export function colourGiverOf(text: string): 0 | 1 {
  return giverBy(colours, text) ?? 1;
}

function giverBy(patterns: readonly RegExp[], text: string): 0 | 1 | undefined {
  for (const pattern of patterns) {
    const giver = pattern.exec(text)?.groups?.giver;
    if (giver !== undefined && namesPicture(giver)) return firstNamed(giver);
  }
  return undefined;
}
