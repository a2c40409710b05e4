/** The words of whole-picture instructions and what they mean; the longest phrase that fits wins. */
import type { FilterName, LookName, StyleName, ToneName } from "./operation.ts";

export type Meaning =
  /** `usual` is the amount without a number; a sign of −1 means the word itself says "less". */
  | { readonly kind: "tone"; readonly name: ToneName; readonly sign: 1 | -1; readonly usual?: number }
  | { readonly kind: "look"; readonly name: LookName }
  /** `opposite` is what "less of it" comes to. */
  | { readonly kind: "filter"; readonly name: FilterName; readonly opposite?: FilterName }
  | { readonly kind: "style"; readonly name: StyleName };

export interface Entry {
  readonly words: string;
  readonly means: Meaning;
}

const tone = (name: ToneName, sign: 1 | -1, words: string, usual?: number): Entry => ({
  words,
  means: usual === undefined ? { kind: "tone", name, sign } : { kind: "tone", name, sign, usual },
});
const look = (name: LookName, words: string): Entry => ({ words, means: { kind: "look", name } });
const filter = (name: FilterName, words: string, opposite?: FilterName): Entry => ({
  words,
  means: opposite === undefined ? { kind: "filter", name } : { kind: "filter", name, opposite },
});
const style = (name: StyleName, words: string): Entry => ({ words, means: { kind: "style", name } });

/** Phrases are separated by "|"; "monochrome" also stands for "black and white", which splitting would tear apart. */
export const vocabulary: readonly Entry[] = [
  tone(
    "brightness",
    1,
    "brighter|brighten|bright|brightness|exposure|lighter|lighten|lighten up|更亮|提亮|变亮|调亮|亮一点|亮一些|亮度|曝光|明亮",
  ),
  tone("brightness", -1, "darker|darken|dark|dimmer|dim|更暗|变暗|调暗|暗一点|暗一些|压暗|昏暗"),
  tone("contrast", 1, "contrast|contrasty|punchier|punchy|对比度|对比|反差"),
  tone("contrast", -1, "flatter|softer contrast|soft contrast|柔和"),
  tone(
    "saturation",
    1,
    "saturation|saturated|saturate|more colourful|more colorful|colourful|colorful|richer colors|richer colours|饱和度|饱和|鲜艳|更艳",
  ),
  tone("saturation", -1, "desaturate|desaturated|muted|muted colors|muted colours|duller|less colorful|less colourful|不那么鲜艳|去饱和"),
  tone("vibrance", 1, "vibrance|vibrant|vivid|lively|自然饱和度|生动"),
  tone("warmth", 1, "warmer|warm|warmth|warm up|暖色调|暖色|暖一点|更暖|变暖|温暖|色温"),
  tone("warmth", -1, "cooler|cool|cool down|colder|cold|冷色调|冷色|冷一点|更冷|变冷"),
  tone("gamma", 1, "gamma|伽马|中间调"),
  tone("shadows", 1, "shadows|shadow|lift shadows|阴影|暗部"),
  tone("highlights", 1, "highlights|highlight|高光|亮部"),
  tone("clarity", 1, "clarity|dehaze|defog|remove haze|remove the haze|remove fog|remove the fog|hdr|hdr look|清晰度|去雾|去除雾"),
  tone("clarity", -1, "dreamy|soft glow|朦胧"),
  look("black and white", "monochrome|greyscale|grayscale|b&w|bw|noir|film noir|black-and-white|remove color|remove colour|黑白|灰度|单色"),
  look("sepia", "sepia|棕褐色|怀旧棕|乌贼墨"),
  look("inverted colours", "invert|inverted|invert colors|invert colours|negative|反相|反色|负片|底片"),
  look("vintage", "vintage|retro|old photo|old-fashioned|polaroid|70s|1970s|analog|analogue|film look|复古|怀旧|老照片|胶片"),
  look("golden hour", "golden hour|sunset|sunrise|sunset light|at sunset|dusk light|evening sun|黄金时刻|日落|夕阳|黄昏|日出"),
  look("night", "night|nighttime|night-time|at night|by night|blue hour|moonlight|moonlit|夜晚|夜景|晚上|夜间|蓝调时刻|月光"),
  look("faded", "faded|fade|washed out|washed-out|matte|褪色|哑光|泛白"),
  look("high-key", "high-key|high key|airy|bright and airy|高调|明快|清新"),
  look("low-key", "low-key|low key|moody|dramatic|低调|戏剧性|阴郁|戏剧"),
  look("cinematic", "cinematic|cinema|movie look|teal and orange|like a film|like a movie|电影感|电影风格|电影"),
  look("fog", "fog|foggy|mist|misty|haze|hazy|雾|有雾|薄雾|大雾"),
  filter("sharpening", "sharpen|sharper|sharp|sharpness|crisp|crisper|锐化|锐利|更清晰|清晰", "blur"),
  filter("blur", "blur|blurred|blurry|soft focus|out of focus|defocus|模糊|虚化|柔焦", "sharpening"),
  filter("vignette", "vignette|vignetting|dark corners|darken the edges|darken the corners|暗角|晕影"),
  filter("grain", "grain|grainy|film grain|noise|颗粒|颗粒感|胶片颗粒|噪点", "noise reduction"),
  filter(
    "noise reduction",
    "denoise|de-noise|noise reduction|remove noise|remove the noise|remove grain|smooth skin|降噪|去噪|去除噪点|磨皮",
  ),
  filter("posterising", "posterize|posterise|posterized|posterised|flat colors|flat colours|色调分离"),
  style(
    "cartoon",
    "90s cartoon|cartoon|cartoonish|comic|comic book|anime|cel shaded|cel-shaded|poster|90年代卡通|卡通|漫画|动漫|动画|海报",
  ),
  style("pencil sketch", "pencil sketch|pencil drawing|pencil|sketch|line drawing|drawing|charcoal|素描|铅笔画|铅笔|线稿|手绘"),
  style("oil painting", "oil painting|oil paint|oil-painting|painting|painted|impressionist|van gogh|油画|印象派|绘画"),
  style("watercolour", "watercolor|watercolour|water colour|watercolor painting|watercolour painting|aquarelle|水彩|水彩画"),
  style("pixel art", "pixel art|pixelate|pixelated|pixelart|8-bit|8 bit|16-bit|像素画|像素风|像素|像素化"),
  style("halftone", "halftone|half-tone|pop art|pop-art|newspaper print|newsprint|半调|波普|网点"),
];

export const lessWords =
  /\b(?:less|reduce|decrease|lower|lessen|drop|tone down|turn down|weaker|remove|without|no more)\b|降低|减少|减弱|调低|减轻|少一点|减小|去掉|去除|不要那么|没那么/u;

/** Words that only name the whole picture or glue a sentence; after "the", any other noun means one part of the picture. */
export const wholePicture =
  /^(?:picture|image|photo|photograph|photography|pic|scene|shot|whole|entire|overall|everything|colou?rs?|tones?|look|style|mood|light|lighting|levels?|result|frame|effect|atmosphere|feel|vibe|it|this|same|form|manner|amount|original|□)$/u;
export const wholePictureChinese =
  /^(?:这|那|它|此|该|张|幅|个|一下|整个|整张|整体|全部|图|图片|图像|照片|画面|相片|颜色|色彩|色调|风格|的|□|\s)*$/u;
