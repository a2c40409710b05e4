/** Sixty prompts in two languages and what each must do to the card, as figures. */
import { hueDistance } from "#lib/pixels/colour.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { linesOnEdges, measurePart, moved, type Part, type PartName } from "./prompt-card.ts";

export interface Verdict {
  readonly says: string;
  readonly isRight: boolean;
}
export type Check = (before: Raster, after: Raster) => Verdict;

const change = (part: Part, figure: "luma" | "blueness" | "chroma" | "detail", least: number): Check => {
  return (before, after) => {
    const by = measurePart(after, part)[figure] - measurePart(before, part)[figure];
    return { says: `${part} ${figure} ${by >= 0 ? "+" : ""}${by.toFixed(1)}`, isRight: least > 0 ? by >= least : by <= least };
  };
};
const hue = (part: Part, aim: number, within = 28): Check => {
  return (_before, after) => {
    const own = measurePart(after, part).hue;
    return { says: `${part} hue ${own.toFixed(0)}°`, isRight: hueDistance(own, aim) <= within };
  };
};
const still = (part: Part, most: number, but?: PartName): Check => {
  return (before, after) => {
    const by = moved(before, after, part, but);
    return { says: `${part}${but === undefined ? "" : ` but ${but}`} moved ${by.toFixed(1)}`, isRight: by <= most };
  };
};
const differs = (part: Part, least: number): Check => {
  return (before, after) => {
    const by = moved(before, after, part);
    return { says: `${part} moved ${by.toFixed(1)}`, isRight: by >= least };
  };
};
const lines = (least: number): Check => {
  return (before, after) => {
    const by = linesOnEdges(before, after);
    return { says: `edges darker by ${by.toFixed(0)}`, isRight: by >= least };
  };
};
const shape = (ratio: number): Check => {
  return (_before, { width, height }) => ({ says: `${width}×${height}`, isRight: Math.abs(width / height - ratio) < 0.02 });
};
const grey: Check = (_before, after) => {
  const { chroma } = measurePart(after, "all");
  return { says: `chroma ${chroma.toFixed(1)}`, isRight: chroma < 4.5 };
};
const night = [change("all", "luma", -40), change("all", "blueness", 5)];

export const promptSheet: readonly (readonly [prompt: string, ...checks: Check[]])[] = [
  ["Change the ball color to green, turn the headlights on", hue("ball", 130), still("rest", 1, "ball")],
  ["Make this a 90s cartoon", lines(15), differs("all", 3)],
  ["could you paint the red ball yellow please", hue("ball", 50), still("rest", 1, "ball")],
  ["recolor the blue box to purple", hue("box", 275), still("rest", 1, "box")],
  ["把红球变成紫色", hue("ball", 275, 34), still("rest", 1, "ball")],
  ["将蓝色的箱子换成橙色", hue("box", 28), still("rest", 1, "box")],
  ["the sky should be much darker", change("sky", "luma", -30), still("grass", 2)],
  ["brighten up the grass a little", change("grass", "luma", 6), still("sky", 2)],
  ["天空再暗一点", change("sky", "luma", -12), still("grass", 2)],
  ["make the grass more yellow", change("grass", "blueness", -8), still("sky", 2)],
  ["make the sky a bit pinker", change("sky", "blueness", -6), still("grass", 2)],
  ["turn everything grey except the red ball", change("grass", "chroma", -20), still("ball", 5)],
  ["keep only the blue box in colour, black and white", change("grass", "chroma", -20), still("box", 6)],
  ["monochrome, but leave the sky alone", change("grass", "chroma", -20), still("sky", 3)],
  ["除了红色的球，其他变黑白", change("grass", "chroma", -20), still("ball", 5)],
  ["swap the sky for a dramatic sunset", change("sky", "blueness", -40), differs("sky", 15)],
  ["把天空换成星空", change("sky", "luma", -60)],
  ["put fluffy clouds in the sky", differs("sky", 5), still("ball", 6)],
  ["a clear night with moonlight", ...night],
  ["变成夜晚", ...night],
  ["it should look like early morning", change("all", "blueness", -3)],
  ["late afternoon golden hour light", change("all", "blueness", -15)],
  ["夕阳西下的感觉", change("all", "blueness", -15)],
  ["heavy snowfall", change("all", "chroma", -10), change("grass", "luma", 20)],
  ["下大雨", change("all", "chroma", -8), change("sky", "luma", -10)],
  ["thick fog", change("all", "chroma", -15), change("grass", "detail", -1)],
  ["a touch of mist in the distance", differs("sky", 1.5)],
  ["make it autumn", change("grass", "blueness", -20), still("box", 6)],
  ["sunny, with god rays", change("all", "luma", 6)],
  ["去掉雾霾", differs("all", 1)],
  ["20% more contrast", differs("all", 1)],
  ["reduce saturation by half", change("all", "chroma", -10)],
  ["make colours pop, very vibrant", change("all", "chroma", 2)],
  ["冷色调，低饱和", change("all", "blueness", 2), change("all", "chroma", -4)],
  ["warm it up slightly", change("all", "blueness", -6)],
  ["+1 stop of exposure", change("all", "luma", 25)],
  ["把曝光降低 20%", change("all", "luma", -10)],
  ["lift the shadows", change("all", "luma", 1.5)],
  ["black & white, high contrast", grey],
  ["sepia tone like an antique photograph", change("sky", "blueness", -40)],
  ["cyberpunk neon look", differs("all", 8)],
  ["duotone purple and yellow", differs("all", 15)],
  ["invert the colours", differs("all", 50)],
  ["as a detailed pencil drawing", lines(15), grey],
  ["钢笔线稿", lines(25), grey],
  ["charcoal on paper", lines(10), grey],
  ["turn the photo into a Van Gogh style oil painting", differs("all", 2), change("grass", "detail", -0.5)],
  ["水彩画风格", differs("all", 4)],
  ["Ghibli style anime", lines(5), differs("all", 3)],
  ["comic book with bold outlines", lines(15)],
  ["8-bit pixel art", differs("all", 4)],
  ["海报风格", differs("all", 4), change("grass", "detail", -1)],
  ["blur the background, keep the ball sharp", change("grass", "detail", -1), still("ball", 6)],
  ["背景换成纯白色", change("sky", "luma", 30)],
  ["remove the red ball", hue("ball", 100, 40), still("rest", 3, "ball")],
  ["把蓝色箱子去掉", hue("box", 100, 40), still("rest", 3, "box")],
  ['write "SUMMER" across the top in white', differs("sky", 2), still("box", 0.5)],
  ["裁成方形，再水平翻转", shape(1)],
  ["crop to widescreen", shape(16 / 9)],
  ["tilt it 5 degrees to the left", differs("all", 3), shape(1.5)],
];
