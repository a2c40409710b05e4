/** Colours by their names, in English and Chinese. */
import type { Rgb } from "#lib/pixels/colour.ts";

export interface NamedColour {
  readonly name: string;
  readonly rgb: Rgb;
}

interface ColourRow {
  readonly en: readonly string[];
  readonly zh: readonly string[];
  readonly rgb: Rgb;
}

export const colourRows: readonly ColourRow[] = [
  { en: ["red", "crimson", "scarlet"], zh: ["红"], rgb: [205, 32, 36] },
  { en: ["orange"], zh: ["橙", "橘"], rgb: [240, 130, 28] },
  { en: ["yellow"], zh: ["黄"], rgb: [246, 212, 40] },
  { en: ["gold", "golden"], zh: ["金黄", "金"], rgb: [212, 168, 52] },
  { en: ["lime"], zh: ["柠檬绿"], rgb: [150, 215, 45] },
  { en: ["green", "emerald"], zh: ["绿"], rgb: [44, 150, 62] },
  { en: ["teal"], zh: ["蓝绿"], rgb: [20, 135, 135] },
  { en: ["turquoise", "cyan", "aqua"], zh: ["青"], rgb: [50, 195, 205] },
  { en: ["navy"], zh: ["藏青", "海军蓝"], rgb: [24, 38, 98] },
  { en: ["blue", "azure"], zh: ["蓝"], rgb: [38, 92, 210] },
  { en: ["purple", "violet"], zh: ["紫"], rgb: [122, 52, 172] },
  { en: ["magenta", "fuchsia"], zh: ["洋红", "品红"], rgb: [214, 30, 150] },
  { en: ["pink"], zh: ["粉红", "粉"], rgb: [240, 128, 170] },
  { en: ["brown"], zh: ["棕", "褐", "咖啡"], rgb: [116, 74, 44] },
  { en: ["beige", "cream"], zh: ["米"], rgb: [226, 208, 172] },
  { en: ["black"], zh: ["黑"], rgb: [22, 22, 24] },
  { en: ["white"], zh: ["白"], rgb: [244, 244, 242] },
  { en: ["silver"], zh: ["银"], rgb: [190, 194, 198] },
  { en: ["grey", "gray"], zh: ["灰"], rgb: [128, 128, 128] },
];

const shades: readonly { readonly en: string; readonly zh: string; readonly towards: number; readonly share: number }[] = [
  { en: "dark", zh: "深", towards: 0, share: 0.4 },
  { en: "deep", zh: "暗", towards: 0, share: 0.3 },
  { en: "light", zh: "浅", towards: 255, share: 0.45 },
  { en: "pale", zh: "淡", towards: 255, share: 0.55 },
];

const english = colourRows.flatMap((row) => row.en.map((word) => ({ word, row })));
const chinese = colourRows.flatMap((row) => row.zh.map((word) => ({ word, row }))).sort((a, b) => b.word.length - a.word.length);

/** For building patterns: "(?:dark |light )?(?:red|orange|…)" in either language. */
export const colourPattern =
  `(?:(?:${shades.map((s) => s.en).join("|")}|bright|vivid)\\s+)?(?:${english.map((c) => c.word).join("|")})\\b` +
  `|(?:${shades.map((s) => s.zh).join("|")}|亮)?(?:${chinese.map((c) => c.word).join("|")})色?`;

/** The first colour a text names. */
export function findColour(text: string): NamedColour | undefined {
  const found = new RegExp(`(?<![a-z])(?:${colourPattern})`, "u").exec(text)?.[0];
  if (found === undefined) return undefined;
  const hit = english.find(({ word }) => new RegExp(`\\b${word}\\b`, "u").test(found)) ?? chinese.find(({ word }) => found.includes(word));
  if (hit === undefined) return undefined;
  const shade = shades.find(({ en, zh }) => found.startsWith(`${en} `) || found.startsWith(zh));
  const name = hit.row.en[0] as string;
  if (shade === undefined) return { name, rgb: hit.row.rgb };
  const [red, green, blue] = hit.row.rgb;
  const move = (value: number): number => Math.round(value + shade.share * (shade.towards - value));
  return { name: `${shade.en} ${name}`, rgb: [move(red), move(green), move(blue)] };
}
