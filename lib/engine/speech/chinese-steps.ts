/** What was done to a picture, step by step, in Chinese. */
import { type NamedColour, sayColourInChinese } from "#lib/engine/instructions/colours.ts";
import type {
  BorderOperation,
  FilterDetails,
  FilterName,
  LookName,
  Operation,
  SkyName,
  Step,
  StyleName,
  TextPlace,
  ToneName,
  WeatherName,
} from "#lib/engine/instructions/operation.ts";

const tones: Readonly<Record<ToneName, string>> = {
  brightness: "亮度",
  exposure: "曝光",
  contrast: "对比度",
  saturation: "饱和度",
  vibrance: "自然饱和度",
  warmth: "暖色",
  "green–magenta": "绿–品红",
  gamma: "中间调",
  shadows: "阴影",
  highlights: "高光",
  clarity: "清晰度",
};

const effects: Readonly<Record<LookName | WeatherName | FilterName | StyleName, string>> = {
  "black and white": "黑白",
  sepia: "棕褐色",
  "inverted colours": "反相",
  vintage: "复古",
  film: "胶片",
  "golden hour": "黄金时刻",
  dawn: "黎明",
  daylight: "白天",
  "blue hour": "蓝调时刻",
  night: "夜晚",
  faded: "褪色",
  "high-key": "高调",
  "low-key": "低调",
  silhouette: "剪影",
  cinematic: "电影感",
  neon: "霓虹",
  autumn: "秋天",
  summer: "夏天",
  spring: "春天",
  "pastel colours": "淡雅色",
  fog: "雾",
  snow: "雪",
  rain: "雨",
  sunlight: "阳光",
  sharpening: "锐化",
  blur: "模糊",
  "motion blur": "动感模糊",
  glow: "柔光",
  vignette: "暗角",
  grain: "颗粒",
  "noise reduction": "降噪",
  "haze removal": "去雾",
  "HDR look": "HDR 效果",
  "white balance": "白平衡",
  "automatic levels": "自动优化",
  "tilt-shift": "移轴",
  posterising: "色调分离",
  cartoon: "卡通",
  comic: "漫画",
  anime: "动漫",
  poster: "海报",
  "pencil sketch": "素描",
  "coloured pencil": "彩色铅笔",
  charcoal: "炭笔",
  "ink drawing": "线稿",
  "colour woodcut": "浮世绘版画",
  "oil painting": "油画",
  watercolour: "水彩",
  "pixel art": "像素画",
  halftone: "半调网点",
  mosaic: "马赛克",
};

const skies: Readonly<Record<SkyName, string>> = {
  blue: "晴朗的天空",
  cloudy: "多云的天空",
  sunset: "晚霞天空",
  stormy: "乌云天空",
  starry: "星空",
};

const sides = { top: "顶部", bottom: "底部", left: "左侧", right: "右侧" } as const;

const textPlaces: Readonly<Record<TextPlace, string>> = {
  top: "顶部",
  bottom: "底部",
  middle: "中间",
  left: "左侧",
  right: "右侧",
  "top left": "左上角",
  "top right": "右上角",
  "bottom left": "左下角",
  "bottom right": "右下角",
};

export function describeStepInChinese({ operation, place, except }: Step): string {
  const isAboutPlace = operation.kind === "recolour" || operation.kind === "remove" || operation.kind === "backdrop";
  const where = place === undefined || isAboutPlace ? "" : `（${sayPlace(place.said)}）`;
  return `${describeOperation(operation, place?.said)}${where}${except.map(({ said }) => `，保留${sayPlace(said)}`).join("")}`;
}

/** Places that the reading itself names are known by English words. */
export function sayPlace(said: string): string {
  const known: Readonly<Record<string, string>> = { background: "背景", sky: "天空", subject: "主体", windows: "窗户" };
  return known[said] ?? sayColourInChinese(said).replace(/(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])/gu, "");
}

function sayDetails({ levels, colours, sizePx, row }: FilterDetails): string {
  if (levels !== undefined) return `（${levels} 级）`;
  if (colours !== undefined) return `（${colours} 种颜色）`;
  if (row !== undefined) return `（清晰处在 ${Math.round(row * 100)}% 高度）`;
  return sizePx === undefined ? "" : `（${sizePx} 像素）`;
}

function describeOperation(operation: Operation, said: string | undefined): string {
  switch (operation.kind) {
    case "tone":
      return `${tones[operation.name]} ${operation.amount < 0 ? "−" : "+"}${Math.round(Math.abs(operation.amount) * 100)}%`;
    case "look":
      return withStrength(effects[operation.name], operation.strength) + (operation.hasLights ? "，亮灯" : "");
    case "weather":
    case "filter":
    case "style":
      return withStrength(effects[operation.name], operation.strength) + (operation.kind === "filter" ? sayDetails(operation) : "");
    case "tint":
      if (operation.strength < 0) return withStrength(`减少${colourOf(operation.colour)}`, -operation.strength);
      return withStrength(`${colourOf(operation.colour)}调`, operation.strength);
    case "duotone":
      return `双色调：${colourOf(operation.dark)}到${colourOf(operation.light)}`;
    case "split tone":
      return withStrength(
        [operation.shadows && `阴影偏${colourOf(operation.shadows)}`, operation.highlights && `高光偏${colourOf(operation.highlights)}`]
          .filter(Boolean)
          .join("、"),
        operation.strength,
      );
    case "recolour":
      return `${said === undefined ? "颜色" : sayPlace(said)} → ${colourOf(operation.to)}`;
    case "remove":
      return `移除${said === undefined ? "它" : sayPlace(said)}，由周围填补`;
    case "backdrop":
      return `背景 → ${operation.colour === undefined ? (operation.scene ?? "白色") : colourOf(operation.colour)}`;
    case "sky":
      return `换成${operation.colour === undefined ? "" : `${colourOf(operation.colour)}的`}${skies[operation.name]}`;
    case "gradient":
      return `${sides[operation.side]}${colourOf(operation.colour)}渐变`;
    case "text":
      return `在${textPlaces[operation.at]}${operation.isVertical ? "竖排" : ""}写上“${operation.text}”`;
    case "rotate":
      return operation.quarters === 3 ? "逆时针旋转 90°" : `顺时针旋转 ${operation.quarters * 90}°`;
    case "turn":
      return `${operation.degrees < 0 ? "逆时针" : "顺时针"}旋转 ${Math.abs(operation.degrees)}° 并裁切`;
    case "straighten":
      return "拉直";
    case "mirror":
      return operation.axis === "horizontal" ? "左右翻转" : "上下翻转";
    case "crop":
      return `裁剪为 ${operation.ratio.join(":")}`;
    case "zoom":
      return `拉近 ${operation.times} 倍`;
    case "enlarge":
      return `放大 ${operation.times} 倍`;
    case "border":
      return describeBorder(operation);
  }
}

const frameForms = { instant: "拍立得边框", mount: "卡纸边框", round: "圆角边框" } as const;

function describeBorder({ colour, isBars, width, form, inner }: BorderOperation): string {
  if (isBars) return `上下${colourOf(colour)}边`;
  const wide = width === undefined ? "" : "pixels" in width ? `（${width.pixels} 像素）` : `（${Math.round(width.share * 1000) / 10}%）`;
  return `${colourOf(colour)}${form === undefined ? "边框" : frameForms[form]}${wide}${inner === undefined ? "" : `，内侧${colourOf(inner)}线`}`;
}

function colourOf({ name }: NamedColour): string {
  return sayColourInChinese(name);
}

function withStrength(name: string, strength: number): string {
  return strength === 1 ? name : `${name} ${Math.round(strength * 100)}%`;
}
