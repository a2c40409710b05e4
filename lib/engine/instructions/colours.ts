/** Colours by their names, in English and Chinese. */
import { hueDistance, type Rgb, rgbToHsl } from "#lib/pixels/colour.ts";

export interface NamedColour {
  readonly name: string;
  readonly rgb: Rgb;
}

interface ColourRow {
  readonly en: readonly string[];
  readonly zh: readonly string[];
  readonly rgb: Rgb;
}

const row = (en: string, zh: string, ...rgb: readonly [number, number, number]): ColourRow => ({
  en: en.split("|"),
  zh: zh.split("|"),
  rgb,
});

/** The first word of each names it in the log. Words that are things as well ("rose", "sky") stand only where they cannot be those. */
const colourRows: readonly ColourRow[] = [
  row(
    "red|crimson|scarlet|ruby|cherry red|blood red|tomato red|fire-engine red",
    "红|朱红|大红|绯红|正红|樱桃红|番茄红|中国红",
    205,
    32,
    36,
  ),
  row("burgundy|maroon|wine red|bordeaux|oxblood", "酒红|枣红|绛红|暗红|勃艮第红", 112, 20, 40),
  row("autumn red|autumnal red|autumn orange|fall red", "秋红|枫红|枫叶红", 188, 66, 34),
  row("autumn gold|autumn yellow|fall yellow", "秋黄|秋金", 218, 156, 44),
  row("terracotta|rust red|brick red|rust|rusty red|burnt orange", "砖红|赤陶|铁锈红|陶土|脏橘", 184, 84, 56),
  row("coral|salmon", "珊瑚红|珊瑚|鲑红|三文鱼", 250, 128, 112),
  row("orange|tangerine|pumpkin orange", "橙|橘|橘红|橙红|橘黄|南瓜橙", 240, 130, 28),
  row("peach|apricot", "蜜桃|杏|桃色|肉桂粉", 250, 196, 160),
  row("yellow|lemon yellow|canary yellow|sunny yellow|sunflower yellow", "黄|柠檬黄|鹅黄|明黄", 246, 212, 40),
  row("mustard|ochre|amber", "芥末黄|芥末|姜黄|琥珀|土黄|枯黄|赭", 210, 158, 40),
  row("gold|golden", "金黄|金", 212, 168, 52),
  row("lime|lime green|neon green|chartreuse", "柠檬绿|荧光绿|黄绿|青柠绿|青柠", 150, 215, 45),
  row("green|emerald", "绿|翠绿|祖母绿|碧绿", 44, 150, 62),
  row("apple green|granny smith green|grass green|pea green|leaf green|fresh green", "苹果绿|草绿|嫩绿|果绿|浅草绿", 124, 172, 48),
  row("forest green|moss green|fern green|pine green|jungle green", "森林绿|苔藓绿|松绿|森系绿", 40, 92, 50),
  row("dark wood|dark oak|wenge", "深色木头|深色木质|深色木|深木|深色实木", 84, 58, 42),
  row("light wood|light oak|pine wood|natural wood", "浅色木头|浅色木质|浅色木|浅木|原木|橡木", 198, 164, 122),
  row("blonde|blond|platinum blonde|ash blonde", "亚麻|浅金", 214, 184, 128),
  row("walnut", "胡桃木|胡桃", 104, 72, 54),
  row("mint|mint green|seafoam", "薄荷绿|薄荷|浅青绿", 152, 226, 190),
  row("sage|sage green|pistachio|matcha green", "抹茶绿|牛油果绿|豆绿|豆沙绿|灰绿|鼠尾草绿", 156, 176, 138),
  row("olive|olive green|army green|khaki green", "橄榄绿|橄榄|军绿", 116, 120, 48),
  row("bottle green|hunter green|racing green", "墨绿|深墨绿", 20, 72, 52),
  row("teal", "蓝绿|鸭绿|孔雀绿|孔雀蓝", 20, 135, 135),
  row("turquoise|cyan|aqua|aquamarine", "青|绿松石|松石绿|湖蓝|青绿", 50, 195, 205),
  row("navy|navy blue|midnight blue", "藏青|藏蓝|海军蓝|深海蓝", 24, 38, 98),
  row("royal blue|cobalt|cobalt blue|sapphire|ultramarine|electric blue|klein blue", "宝蓝|钴蓝|宝石蓝|克莱因蓝|群青", 36, 70, 190),
  row("baby blue|powder blue|ice blue|sky-blue", "天蓝色|婴儿蓝|冰蓝|粉蓝|浅天蓝|雾霾蓝", 150, 200, 236),
  row("light blue|pale blue", "浅蓝|淡蓝", 166, 206, 236),
  row("denim blue|steel blue|slate blue|dusty blue", "牛仔蓝|钢蓝|灰蓝", 84, 116, 158),
  row("blue|azure|cerulean", "蓝", 38, 92, 210),
  row("indigo", "靛蓝|靛|靛青", 66, 44, 148),
  row("purple|violet|amethyst", "紫", 122, 52, 172),
  row("lavender|lilac|mauve|periwinkle", "薰衣草紫|薰衣草|丁香|丁香紫|藕荷|香芋紫|粉紫", 188, 168, 222),
  row("plum|aubergine|eggplant", "梅红|梅子|茄紫|李子紫", 104, 42, 92),
  row("magenta|fuchsia", "洋红|品红", 214, 30, 150),
  row("hot pink|rose red|rose pink", "桃红|玫红|玫瑰红|艳粉", 236, 62, 132),
  row("rose gold", "玫瑰金", 214, 160, 148),
  row("pink|blush|baby pink|bubblegum pink|dusty pink|grapefruit pink", "粉红|粉|樱花粉|少女粉|裸粉|西柚粉", 240, 128, 170),
  row("brown|chestnut|coffee brown|mahogany", "棕|褐|咖啡色|咖色|栗", 116, 74, 44),
  row("chocolate|chocolate brown|espresso", "巧克力|深咖", 74, 44, 30),
  row("caramel|camel|tan|copper|bronze", "焦糖|驼色|古铜|青铜|铜", 184, 124, 72),
  row("khaki|sand-coloured", "卡其", 190, 172, 124),
  row("beige|cream|creamy|ecru|nude|taupe", "米色|奶油|米黄|燕麦|杏仁|奶茶", 226, 208, 172),
  row("ivory|off-white|eggshell", "象牙白|象牙|米白|奶白|乳白", 244, 238, 220),
  row("black|jet black", "黑|乌黑", 22, 22, 24),
  row("white|snow-white", "白|雪白|纯白", 244, 244, 242),
  row("champagne", "香槟", 226, 204, 160),
  row("silver", "银色|银灰|银", 190, 194, 198),
  row("slate|slate grey|anthracite|charcoal grey|charcoal gray|graphite grey", "石板灰|炭灰|深灰蓝", 72, 80, 92),
  row("grey|gray", "灰", 128, 128, 128),
];

const shades: readonly { readonly en: string; readonly zh: string; readonly towards: number; readonly share: number }[] = [
  { en: "dark", zh: "深", towards: 0, share: 0.4 },
  { en: "deep", zh: "暗", towards: 0, share: 0.3 },
  { en: "light", zh: "浅", towards: 255, share: 0.45 },
  { en: "pale", zh: "淡", towards: 255, share: 0.55 },
  { en: "pastel", zh: "马卡龙", towards: 255, share: 0.5 },
  // With grey in it: 雾蓝 is a blue, and nothing of fog.
  { en: "misty", zh: "雾霾", towards: 185, share: 0.6 },
  { en: "dusty", zh: "雾", towards: 185, share: 0.6 },
  { en: "muted", zh: "莫兰迪", towards: 170, share: 0.6 },
  { en: "smoky", zh: "烟", towards: 150, share: 0.6 },
  { en: "greyish", zh: "灰", towards: 140, share: 0.55 },
];

const basics = ["red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "grey", "gray", "white"];
const farthestKin = 48;

/** "Mustard yellow", "chestnut brown": a colour's own name before the plain one it is a kind of. */
function kindsOf({ en, rgb }: ColourRow): readonly string[] {
  const [hue, saturation] = rgbToHsl(...rgb);
  const isKin = (basic: string): boolean => {
    const plain = colourRows.find((each) => each.en.includes(basic))?.rgb;
    if (plain === undefined) return false;
    const [plainHue, plainSaturation] = rgbToHsl(...plain);
    return plainSaturation < 0.15 ? saturation < 0.4 : saturation >= 0.15 && hueDistance(hue, plainHue) < farthestKin;
  };
  const own = en.filter((word) => !basics.includes(word) && !word.includes(" "));
  return basics.filter(isKin).flatMap((basic) => own.map((word) => `${word} ${basic}`));
}

/** Longer words first: "rose gold" is no gold, and 酒红 is not just 红. */
const english = wordsOf("en");
const chinese = wordsOf("zh");

function wordsOf(language: "en" | "zh"): readonly { readonly word: string; readonly row: ColourRow }[] {
  const known = colourRows.flatMap((each) => each[language].map((word) => ({ word, row: each })));
  const kinds = language === "en" ? colourRows.flatMap((each) => kindsOf(each).map((word) => ({ word, row: each }))) : [];
  const isNew = ({ word }: { readonly word: string }): boolean => known.every((each) => each.word !== word);
  return [...known, ...kinds.filter(isNew)].sort((a, b) => b.word.length - a.word.length);
}

/** One colour word in English, in a group that does not count. */
export const englishColour = `(?:${english.map(({ word }) => word).join("|")})`;

/** For building patterns: "(?:dark |light )?(?:red|orange|…)" in either language. */
export const colourPattern =
  `(?:(?:${shades.map((s) => s.en).join("|")}|bright|vivid)\\s+)?(?:${english.map((c) => c.word).join("|")})\\b` +
  `|(?:${shades.map((s) => s.zh).join("|")}|亮)?(?:${chinese.map((c) => c.word).join("|")})色?`;

/** The same where it does not end another word. */
export const aColour = `(?<![a-z])(?:${colourPattern})`;

/** The first colour a text names. */
export function findColour(text: string): NamedColour | undefined {
  const found = new RegExp(aColour, "u").exec(text)?.[0];
  return found === undefined ? undefined : named(found);
}

/** All of them, in order. */
export function findColours(text: string): readonly NamedColour[] {
  const found = text.matchAll(new RegExp(aColour, "gu"));
  return [...found].map(([word]) => named(word)).filter((colour) => colour !== undefined);
}

function named(found: string): NamedColour | undefined {
  const hit = english.find(({ word }) => new RegExp(`\\b${word}\\b`, "u").test(found)) ?? chinese.find(({ word }) => found.includes(word));
  if (hit === undefined) return undefined;
  // 灰蓝 and "dusty pink" have names of their own.
  const isOwn = ({ en, zh }: { readonly en: string; readonly zh: string }): boolean =>
    hit.word.startsWith(`${en} `) || hit.word.startsWith(zh);
  const shade = shades.find((each) => (found.startsWith(`${each.en} `) || found.startsWith(each.zh)) && !isOwn(each));
  const name = hit.row.en[0] as string;
  if (shade === undefined) return { name, rgb: hit.row.rgb };
  const [red, green, blue] = hit.row.rgb;
  const move = (value: number): number => Math.round(value + shade.share * (shade.towards - value));
  return { name: `${shade.en} ${name}`, rgb: [move(red), move(green), move(blue)] };
}

/** What the log calls a colour where it speaks Chinese. */
export function sayColourInChinese(name: string): string {
  const shade = shades.find(({ en }) => name.startsWith(`${en} `));
  const bare = shade === undefined ? name : name.slice(shade.en.length + 1);
  const zh = english.find(({ word }) => word === bare)?.row.zh[0];
  return zh === undefined ? name : `${shade?.zh ?? ""}${zh}${zh.endsWith("色") ? "" : "色"}`;
}
