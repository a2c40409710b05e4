/** What is to stay as it is: "keep the sky", "except the red flower", 除了天空以外, and the rest that something else is to be done with. */
import { type Place, readPlace, tooSmall } from "./place.ts";

const keeps =
  /^(?:but |please |only |just )*(?:keep(?:ing)?|leav(?:e|ing)|preserv(?:e|ing)|maintain(?:ing)?|without (?:changing|touching|affecting)|(?:do not|don't|never|not) (?:change|touch|alter|affect|modify))\s+(?:only |just )?(?<en>.+?)(?:\s+(?:as (?:it|they|is|are)|unchanged|the same|intact|untouched|alone|in colou?r|colou?red|original|natural|normal|sharp|in focus|as is|the way).*)?$|^(?:请|只|仅)*(?:保持|保留|不要?改变|不要动|别动|不要碰|不改|不动)(?<zh1>.+?)(?:不变|原样|不动|的?颜色|清晰|彩色)*$|^(?<zh2>.+?)(?:保持不变|不变|保持原样|不要变|(?:保持|保留|还是)?(?:彩色|原色|颜色)|保持(?:清晰|锐利|不动|.{0,2}色)|别动|不要动)$|^(?:(?:but|with|while) )*(?<en2>(?:(?:the|my|his|her|their|our) [a-z ]+?|[a-z]+)) (?:stays?|staying|remains?|remaining|is kept|are kept|kept|should (?:stay|remain)|must (?:stay|remain)) (?:as (?:it|they|is|are)|unchanged|the same|intact|untouched|in colou?r|colou?red|sharp|in focus|crisp|natural|normal|clear).*$|^(?:(?:but|with) )?(?<en3>[a-z ]+?) (?:unchanged|untouched|as is|in (?:full )?colou?r)$/u;
const excepts =
  /\b(?:except(?: for)?|apart from|other than|but not(?! (?:too|so|that|overly|over|as)\b)|everything but|all but|excluding|besides)\s+(?<en>.+?)(?=\s+by\s|\s+(?:(?:in|into|to|is|are|be|goes|turns?|becomes?|should|must|turned|made)\s+)+(?:monochrome|black|gr[ae]y|blurr?(?:ed|y)?|darker|brighter)\b|\s+(?:black (?:and|&) white|b&w|monochrome|gr[ae]y(?:scale)?|blurr(?:ed|y)|dark(?:er|en)?|bright(?:er|en)?|muted|desaturated)$|$)|除了(?<zh>.+?)(?:以外|之外|外|(?=其他|其余|都|全)|$)|(?<![去移消清删])除(?<zh2>.+?)(?:以外|之外|外)/u;
export const negates = /\b(?:don'?t|do not|never|not (?!too)|not too)\b|不要(?!那么)|^别(?!那么)|不能|勿/u;

export const theRest = /\b(?:the rest|everything else|all else|the others?)\b|其他|其余|别的地方/u;

export interface Keeping {
  readonly kept: readonly Place[];
  /** Parts of things that cannot be found, so that what is done all over is done to them too: "keep the eyes". */
  readonly lost: readonly string[];
  /** What is to be done all the same. */
  readonly text: string;
}

/** Undefined where a clause keeps nothing. */
export function readKeeping(clause: string): Keeping | undefined {
  const keeping = keeps.exec(clause)?.groups;
  if (keeping !== undefined)
    return { ...listPlaces(keeping.en ?? keeping.en2 ?? keeping.en3 ?? keeping.zh1 ?? keeping.zh2 ?? ""), text: "" };
  const except = excepts.exec(clause);
  if (except === null) return undefined;
  const text = clause.replace(except[0], /\b(?:everything|all) but/u.test(except[0]) ? " everything " : " ").trim();
  return { ...listPlaces(except.groups?.en ?? except.groups?.zh ?? except.groups?.zh2 ?? ""), text };
}

/** What is no place: "keep some detail", 保留灯光. */
const qualitiesKept =
  /\b(?:some|any|enough|a bit of|all)? ?(?:of )?(?:the )?(?:(?:fine|shadow|highlight) )?(?:details?|textures?|mood|atmosphere|lights?|contrast|quality|composition|look|feel|tones?|brightness|exposure|saturation)\b|灯光|光线|细节|氛围|质感|层次|亮度|曝光|饱和度|对比度|色温|色调|纸张|纹理|构图|风格|影调/gu;

/** What nothing here changes: how somebody stands and looks, what light falls where. */
const neverChanged = /\b(?:expressions?|poses?|smiles?|shadows?|reflections?)\b|表情|姿势|倒影/u;

/** Places a person wants kept; "the composition" is none, for nothing here changes it. */
function listPlaces(said: string): Omit<Keeping, "text"> {
  if (/^(?:everything|all|the)? ?(?:else|rest|others?)$|其他|其余/u.test(said)) return { kept: [], lost: [] };
  const parts = said
    .replace(/^(?:the )?colou?rs? (?:of|in) /u, "")
    .replace(qualitiesKept, " ")
    .split(/\s*(?:\band\b|,|和|与|、)\s*/u)
    .map((words) => ({ words, place: readPlace(words) }));
  return {
    kept: parts.map(({ place }) => place).filter((place) => place !== undefined),
    lost: parts
      .filter(({ words, place }) => place === undefined && tooSmall.test(words) && !neverChanged.test(words))
      .map(({ words }) => (/\p{sc=Han}/u.test(words) ? `保留${words.trim()}` : `keep ${words.trim()}`)),
  };
}
