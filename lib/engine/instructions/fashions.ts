/** Looks that are named after a place, a fashion or a thing people shot with, in the words of what they look like. */
const named: readonly (readonly [RegExp, string])[] = [
  [/\bdisposable(?: camera)?\b|一次性(?:胶卷)?相机/gu, "analogue film, slightly warmer, vignette at 50%"],
  [
    /(?<![\p{L}])(?:y2k|digicam|ccd)(?![a-z])(?:\s*相机)?(?:风格?|感|味)?/gu,
    "more contrast by 12%, less warm by 12%, glow at 35%, grain at 45%",
  ],
  [/拍立得|宝丽来/gu, "polaroid"],
  [/\bdark academia\b/gu, "moody at 55%, warmer by 22%, less saturated by 15%"],
  [/\blight academia\b/gu, "faded at 35%, warmer by 18%, slightly brighter"],
  [/\bcottage ?(?:core|look)\b|森系/gu, "faded at 40%, warmer by 8%, slightly brighter"],
  [/\bold[- ]money\b|老钱风?/gu, "less saturated by 22%, warmer by 12%, more contrast by 10%"],
  [/\bclean[- ]girl\b/gu, "less saturated by 12%, slightly brighter, less contrast by 8%"],
  [/\bmaillard\b|美拉德(?:配色|色系|色调|色|风)?/gu, "brown tint at 55%, warmer by 12%"],
  [/\bdopamine\b|多巴胺(?:配色|色系|色调|风)?/gu, "more saturated by 42%, slightly brighter"],
  [
    /\bmorandi\b(?: (?:colou?rs?|palette|tones?|look))?|莫兰迪(?=色?(?:系|调|配色|风格?)?\s*(?:$|[,，。;；、]))色?(?:系|调|配色|风格?)?/gu,
    "less saturated by 38%, less contrast by 15%, slightly brighter",
  ],
  [/奶油(?:色调?|风|感|系)+|\bcreamy (?:tones?|colou?rs?|look|palette)\b/gu, "beige tint at 45%, less contrast by 12%, slightly brighter"],
  [/\bleica\b|徕卡|莱卡|德味/gu, "more contrast by 25%, less saturated by 10%, vignette at 40%"],
  [/\bhasselblad\b|哈苏色?/gu, "more contrast by 10%, vibrant by 12%, warmer by 6%"],
  [/法式(?:风|感)?/gu, "less saturated by 15%, warmer by 10%, faded at 35%"],
  [/欧美风?(?:调色)?/gu, "more contrast by 25%, less saturated by 12%, warmer by 8%"],
  [/性冷淡(?:风|感)?|\bscandi(?:navian)?\b|北欧风?/gu, "less saturated by 35%, less warm by 8%, slightly brighter"],
  [/小红书风?|糖水片?/gu, "slightly brighter, less contrast by 8%, warmer by 8%, vibrant by 12%"],
  [/氛围感|\batmospheric\b/gu, "moody at 45%, warmer by 12%, glow at 35%"],
  [/\b(?:grunge|grungy)\b|颓废风?/gu, "less saturated by 30%, more contrast by 25%, grain, vignette at 60%"],
  [/\b(?:cozy|cosy|romantic)\b|温馨|浪漫/gu, "warmer by 22%, glow at 35%"],
  [/\b(?:spooky|horror|creepy|halloween|eerie)\b|恐怖|阴森|诡异/gu, "moody, less warm by 22%, less saturated by 25%"],
  [/\b(?:icy|frosty|frozen)\b|冰冷|冷冽/gu, "less warm by 30%, slightly brighter"],
  [/\b(?:editorial|magazine|vogue)\b|杂志(?:风|感|大片)?/gu, "more contrast by 22%, less saturated by 14%, more clarity by 10%"],
  [/\b(?:clean and minimal|minimal(?:ist|istic)?)\b|极简风?/gu, "less saturated by 20%, slightly brighter, less contrast by 8%"],
  [/立体感/gu, "more clarity by 30%, more contrast by 12%"],
  [/(?<=^\s*|[,，。;；]\s*)青橙(?:色调?|调|风)?/gu, "青橙色调"],
];

export function readFashions(text: string): string {
  return named.reduce((rest, [words, meaning]) => rest.replace(words, meaning), text);
}
