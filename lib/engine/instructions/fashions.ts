/** Looks that are named after a place, a fashion or a thing people shot with, in the words of what they look like. */
const fashions: readonly { readonly en?: string; readonly zh?: string; readonly means: string }[] = [
  { en: "disposable(?: camera)?", zh: "一次性(?:胶卷)?相机", means: "analogue film, slightly warmer, vignette at 50%" },
  { en: "y2k|digicam|ccd", zh: "ccd(?:相机)?", means: "more contrast by 12%, less warm by 12%, glow at 35%, grain at 45%" },
  { en: "dark academia", means: "moody at 55%, warmer by 22%, less saturated by 15%" },
  { en: "light academia", means: "faded at 35%, warmer by 18%, slightly brighter" },
  { en: "cottage ?core", zh: "森系", means: "faded at 40%, warmer by 8%, slightly brighter" },
  { en: "old[- ]money", zh: "老钱", means: "less saturated by 22%, warmer by 12%, more contrast by 10%" },
  { en: "clean[- ]girl", means: "less saturated by 12%, slightly brighter, less contrast by 8%" },
  { en: "maillard", zh: "美拉德", means: "brown tint at 55%, warmer by 12%" },
  { en: "dopamine", zh: "多巴胺", means: "more saturated by 42%, slightly brighter" },
  { en: "morandi", zh: "莫兰迪", means: "less saturated by 38%, less contrast by 15%, slightly brighter" },
  {
    en: "creamy(?: tones?| colou?rs?| palette)",
    zh: "奶油(?=[色风感系调])",
    means: "beige tint at 45%, less contrast by 12%, slightly brighter",
  },
  { en: "leica", zh: "徕卡|莱卡|德味", means: "more contrast by 25%, less saturated by 10%, vignette at 40%" },
  { en: "hasselblad", zh: "哈苏", means: "more contrast by 10%, vibrant by 12%, warmer by 6%" },
  { zh: "法式", means: "less saturated by 15%, warmer by 10%, faded at 35%" },
  { zh: "欧美", means: "more contrast by 25%, less saturated by 12%, warmer by 8%" },
  { en: "scandi(?:navian)?", zh: "性冷淡|北欧", means: "less saturated by 35%, less warm by 8%, slightly brighter" },
  { zh: "小红书|糖水片?", means: "slightly brighter, less contrast by 8%, warmer by 8%, vibrant by 12%" },
  { en: "atmospheric", zh: "氛围感", means: "moody at 45%, warmer by 12%, glow at 35%" },
  { en: "grungy?|grunge", zh: "颓废", means: "less saturated by 30%, more contrast by 25%, grain, vignette at 60%" },
  { en: "co[sz]y|romantic", zh: "温馨|浪漫", means: "warmer by 22%, glow at 35%" },
  { en: "spooky|horror|creepy|halloween|eerie", zh: "恐怖|阴森|诡异", means: "moody, less warm by 22%, less saturated by 25%" },
  { en: "icy|frosty|frozen", zh: "冰冷|冷冽", means: "less warm by 30%, slightly brighter" },
  { en: "editorial|magazine|vogue", zh: "杂志", means: "more contrast by 22%, less saturated by 14%, more clarity by 10%" },
  {
    en: "clean and minimal|minimal(?:ist|istic)?",
    zh: "极简",
    means: "less saturated by 20%, slightly brighter, less contrast by 8%",
  },
  { zh: "立体感", means: "more clarity by 30%, more contrast by 12%" },
  { en: "wong kar[- ]?wai", zh: "王家卫", means: "split-toned green to orange, more contrast by 22%, more saturated by 15%, film grain" },
  { en: "earthy?(?: and muted)?", zh: "大地色", means: "brown tint at 30%, less saturated by 15%" },
  { zh: "青橙", means: "青橙色调" },
];

// A frozen lake, a magazine's cover and a romantic dinner are things: a fashion stands for itself or before a word for looks.
const before =
  "(?<=^\\s*|[,;.]\\s*|\\b(?:with|in|an?|the|more|very|some|give it|make it|make this|look|looks|like|of|and|bit|go|want|kodak) )";
const looks =
  "(?: (?:look|style|vibes?|aesthetics?|palette|colou?rs?|tones?|mood|feel|feels|feeling|filter|grade|grading|edit|effect|photo(?:graphy)?|camera))*";
const after = "(?=\\s*(?:$|[,;.!]|(?:please|and|with|but|plus)\\b))";
const beforeChinese = "(?<=^\\s*|[,，。;；、]\\s*|[成为点要像更用加出]|照片|画面|整体|图片?)(?<!背景[^,，。;；]*)";
const looksChinese = "(?:配色|色系|色调|调色|风格?|感觉?|系|调|色|效果|滤镜|氛围|味|大片|一?[点些]|的)*";
const afterChinese = "(?=\\s*(?:$|[,，。;；、!！]))";

const named: readonly (readonly [RegExp, string])[] = fashions.flatMap(({ en, zh, means }) => [
  ...(en === undefined ? [] : [[new RegExp(`${before}(?:${en})${looks}${after}`, "gu"), means] as const]),
  ...(zh === undefined ? [] : [[new RegExp(`${beforeChinese}(?:${zh})${looksChinese}${afterChinese}`, "gu"), means] as const]),
]);

export function readFashions(text: string): string {
  return named.reduce((rest, [words, meaning]) => rest.replace(words, meaning), text);
}
