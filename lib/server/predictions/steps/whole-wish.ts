/**
 * Whether words ask for a change of the whole picture: its light, its colours, its style. Pixels alone cannot tell such a
 * change from the cast a model adds by itself, so in doubt the words decide, and the whole result stands.
 */
const english = [
  "warm(?:er|th)?|cool(?:er)?|cold(?:er)?|bright(?:er|ness)?|dark(?:er)?|light(?:er|ing)|exposure|contrast|saturat\\w*|vivid|vibran\\w*|muted|faded",
  "colou?r (?:grade|grading|balance|palette|tone)s?|tint|tones?|mood|atmosphere|filter|hdr|sepia|monochrome|black[- ]and[- ]white|b&w|gr[ae]yscale",
  "golden hour|blue hour|sunset|sunrise|dusk|dawn|night(?:time)?|daylight|daytime|noon|winter|spring|summer|autumn|snow(?:y|ing)?|rain(?:y|ing)?|fog(?:gy)?|mist(?:y)?|haz[ey]|storm(?:y)?|cloudy|weather",
  "style|look like|painting|painted|watercolou?r|oil|sketch|drawing|drawn|cartoon|anime|comic|manga|pixel art|poster|illustration|render(?:ed)?|vintage|retro|film|polaroid|vignette|grain",
  "turn (?:it|this|the (?:photo|picture|image|scene)) into|sharp(?:er|en)?|blur(?:ry|red)?|denoise|dehaze|restore|coloriz\\w*|colouris\\w*|posteri[sz]e|invert",
];
const chinese =
  /暖|冷色|亮|暗|曝光|对比|饱和|鲜艳|色调|色彩|滤镜|氛围|黑白|棕褐|怀旧|复古|风格|油画|水彩|素描|漫画|卡通|动漫|像素画|海报|黄昏|日落|日出|夜晚|夜景|白天|黄金时刻|冬天|春天|夏天|秋天|下雪|雪景|下雨|雾|天气|暗角|颗粒|锐化|模糊|去噪|上色|反色/u;
const words = new RegExp(`\\b(?:${english.join("|")})\\b`, "iu");

export function asksForTheWhole(prompt: unknown): boolean {
  return typeof prompt === "string" && (words.test(prompt) || chinese.test(prompt));
}
