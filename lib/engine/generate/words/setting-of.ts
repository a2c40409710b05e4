/** Where a scene plays: the place that was named, or where what was named is at home. */
import type { Hour, Scene, Setting, Style, TableThing, ThingName, Trait, Weather } from "../scene.ts";
import { hasCheckedCloth } from "./read-materials.ts";

export interface Clues {
  readonly settings: readonly Setting[];
  readonly things: readonly ThingName[];
  readonly hours: readonly Hour[];
  readonly weather: readonly Weather[];
  readonly styles: readonly Style[];
  readonly traits: readonly Trait[];
  readonly text: string | undefined;
  readonly told: string;
}

/** Where several are named, the one that shapes the picture most. */
const places: readonly Setting[] = ["water town", "city", "desert", "lake", "sea", "forest", "snow", "meadow", "mountains", "space"];
const materials: readonly Setting[] = [
  ...(["leaf", "marble", "brick", "concrete", "foil", "iridescent", "wash", "fabric", "wall", "wood", "paper"] as const),
  ...(["bokeh", "gradient", "water"] as const),
];
const preferred: readonly Setting[] = ["monogram", "pattern", "table", "abstract", ...places, "sky", "festive", ...materials];

const namesTable = /\b(?:tables?|tabletop|desk|counter|podium|pedestal|plinth|window ?sills?)\b|桌|窗台|展台|吧台|台面/u;

export function settingOf(clues: Clues): Setting | undefined {
  const { settings, things, traits, text } = clues;
  if (things.includes("cake")) return "table";
  const isOpen = (each: Setting): boolean =>
    settings.includes(each) &&
    (each !== "city" || !isOfVillage(clues)) &&
    (each !== "monogram" || text !== undefined || !things.length) &&
    (each !== "snow" || !traits.includes("wildflowers"));
  if (isOpen("monogram")) return "monogram";
  if (isOpen("pattern") && !hasCheckedCloth(clues.told)) return "pattern";
  // Of a festival's lights out of focus there need be no land.
  if (isOpen("bokeh") && /bokeh|散景|光斑/u.test(clues.told) && /christmas|圣诞/u.test(clues.told)) return "bokeh";
  if (isAtTable(clues)) return "table";
  const named = preferred.find((each) => each !== "table" && isOpen(each)) ?? preferred.find(isOpen);
  // A lane of an old town is walked; canals are seen across their water.
  if (named === "water town" && traits.includes("street") && !/canal|河|水乡|桥/u.test(clues.told)) return "city";
  // A road leads through the valley, not over its peaks.
  if (named === "mountains" && traits.includes("path")) return traits.includes("autumn") ? "forest" : "meadow";
  if (things.includes("lighthouse") && (named === "mountains" || named === "meadow")) return "sea";
  // What blossoms stands in the valley before them.
  if (named === "mountains" && (traits.includes("blossom") || things.includes("flower"))) return "meadow";
  // Rivers wind through valleys; a lake lies still.
  if (named === "mountains" && traits.includes("river")) return "meadow";
  // Peaks under snow are looked up at from the valley; a field of snow is another picture.
  if (named === "snow" && snowyPeaks.test(clues.told) && things.every((name) => skyThings.includes(name))) return "mountains";
  // A lighthouse under a starry sky does not hang in it, and a wooden cabin is no piece of wood.
  if (named === undefined || named === "sky" || named === "wood" || named === "paper" || named === "marble") {
    const home = homeOf(clues);
    if (
      named === undefined ||
      (home !== undefined && places.includes(home) && (named === "sky" || things.some((name) => standing.includes(name))))
    )
      return home;
  }
  return named;
}

export const snowyPeaks =
  /\b(?:snowy|snow-?capped|snow-?covered|snow)\s+(?:[a-z]+\s+)?(?:mountains?|peaks?|summits?|alps)\b|\b(?:peaks?|summits?|alps)\b.*\bsnow\b|雪山|雪峰/u;
const skyThings: readonly ThingName[] = ["birds", "moon", "stars", "sun"];

/** Seen from within, unless all of the city was asked for. */
export function isStreet({ setting, traits }: Pick<Scene, "setting" | "traits">): boolean {
  return setting === "city" && traits.includes("street") && !traits.includes("skyline") && !traits.includes("flat");
}

/** A wood, seen by one who walks in it; in mist, in snow before mountains or behind a cabin one sees the stand. */
export function isWoods({
  setting,
  traits,
  season,
  weather,
  things,
  hasSnow,
  hasMountains,
}: Pick<Scene, "setting" | "traits" | "season" | "weather" | "things" | "hasSnow" | "hasMountains">): boolean {
  const isOther = (["waterfall", "river", "jungle", "from above", "flat"] as const).some((each) => traits.includes(each));
  if (setting !== "forest" || isOther) return false;
  // In snow stand the firs of a winter's picture, unless trees were named that are bare then.
  if (hasSnow) return traits.includes("birches") || traits.includes("hoarfrost");
  const isConifers = traits.includes("conifers");
  if (!isConifers && (season === "autumn" || traits.includes("broadleaf"))) return true;
  // What stands in a clearing has the trees behind it.
  if (things.some((name) => standing.includes(name) && name !== "tree")) return false;
  if (traits.includes("bamboo") || traits.includes("sunbeams")) return true;
  return !hasMountains && !weather.includes("mist") && !(isConifers && season !== undefined);
}

/** Looked down on, with peaks that stand out of it. */
export function isCloudSea({ setting, traits }: Pick<Scene, "setting" | "traits">): boolean {
  return traits.includes("cloud sea") && (setting === "mountains" || setting === "snow");
}

/** The street of a village is none of a city, and a gradient in neon has no streets at all. */
function isOfVillage({ settings, things, told }: Clues): boolean {
  if (settings.includes("gradient")) return !/\b(?:city|skyline|street)\b|城|街/u.test(told);
  return things.includes("house") && !/\b(?:city|cityscape|skyline|skyscrapers?|downtown)\b|城|楼/u.test(told);
}

const standing: readonly ThingName[] = [
  "bare tree",
  "boat",
  "bridge",
  "car",
  "house",
  "lighthouse",
  "palm",
  "tent",
  "tree",
  "turbine",
  "windmill",
];

/** What is laid on a table is there whatever lies behind it: a cup with the mountains far off. The windows of a house are lit, not looked out of. */
function isAtTable({ settings, things, traits, told }: Clues): boolean {
  // On a wall a window is light that falls on it.
  const isWall = settings.some((each) => each === "wall" || each === "concrete" || each === "brick");
  const looksOut = traits.includes("window") && !things.includes("house") && !isWall;
  return namesTable.test(told) || looksOut || things.some((name) => tableThings.some((each) => each === name));
}

/** Out of a window, or out of focus behind a table. */
export function viewFrom(clues: Clues): Setting | undefined {
  const { settings, traits, hours, told } = clues;
  const place = places.find((each) => each !== "space" && settings.includes(each));
  if (place !== undefined) return place;
  for (const trait of traits) if (seasons[trait] !== undefined) return seasons[trait];
  if (traits.includes("window") || isIndoors.test(told)) return hours.includes("night") || hours.includes("dusk") ? "city" : "meadow";
  return settings.includes("sky") && hours.length > 0 ? "sky" : undefined;
}

/** Rooms are painted from their window. */
export const isIndoors =
  /\b(?:cats?|kittens?|sofas?|couch|armchairs?|living rooms?|bedrooms?|kitchens?|interiors?|rooms?|curtains?|bed|cafe|café)\b|猫|沙发|客厅|卧室|厨房|室内|房间|窗帘|床|咖啡馆/u;

const seasons: Readonly<Partial<Record<Trait, Setting>>> = { autumn: "forest", blossom: "meadow" };

/** Where what was named is at home when no place was. */
const homes: Readonly<Partial<Record<Trait, Setting>>> = {
  disc: "gradient",
  ...seasons,
  "milky way": "mountains",
  neon: "city",
  wildflowers: "meadow",
  fireworks: "city",
  "from above": "table",
  path: "meadow",
  river: "meadow",
  "palm shadow": "wall",
};

/** What cannot be painted still lives somewhere: its place is painted, and it is said to be missing. */
const habitats: readonly (readonly [RegExp, Setting])[] = [
  [/\b(?:camels?|caravan|cactus|cacti|pyramids?|oasis)\b|骆驼|仙人掌|金字塔|绿洲/u, "desert"],
  [/\b(?:whales?|dolphins?|sharks?|fish|surfers?|turtles?|mermaid|coral|island)\b|鲸|海豚|鲨|鱼|冲浪|龟|岛/u, "sea"],
  [/\b(?:swans?|ducks?|heron|canoe|kayak|fishing|dragon boats?)\b|天鹅|鸭|白鹭/u, "lake"],
  [/\b(?:penguins?|polar bears?|skiers?|ski|snowm[ae]n|reindeer|sledge?|santa)\b|企鹅|北极熊|滑雪|雪人|驯鹿/u, "snow"],
  [
    /\b(?:deer|bears?|wol(?:f|ves)|fox(?:es)?|owls?|tigers?|pandas?|monkeys?|mushrooms?|fairy|elf)\b|鹿|熊|狼|狐|虎|猫头鹰|熊猫|猴|蘑菇/u,
    "forest",
  ],
  [/\b(?:eagles?|goats?|hikers?|climbers?|castle|temple|monastery|pagoda)\b|鹰|登山|城堡|寺|塔|长城/u, "mountains"],
  [
    /\b(?:horses?|cows?|sheep|dogs?|pupp(?:y|ies)|rabbits?|bunn(?:y|ies)|lambs?|picnic|butterfl(?:y|ies)|bees?|farmers?|child(?:ren)?|family|couple)\b|马|牛|羊|狗|兔|蝴蝶|蜜蜂|野餐|孩|女孩|男孩|情侣/u,
    "meadow",
  ],
  [/\b(?:astronauts?|aliens?|ufo|satellites?|spacewalk)\b|宇航员|外星|飞碟|卫星/u, "space"],
  [/\b(?:robots?|trains?|bicycles?|bus|metro|crowd|traffic|market|taxi)\b|机器人|火车|自行车|地铁|人群|市场/u, "city"],
  [isIndoors, "table"],
  [
    /\b(?:perfume|cosmetics?|lipstick|skincare|products?|shoes?|sneakers?|phones?|headphones?|portrait|wom[ae]n|m[ae]n|girl|boy|bread|pancakes?|waffles?|croissants?|cookies?|pizza|burger|sushi|salad|soup|noodles|ice cream|cheese|jewell?ery)\b|香水|化妆品|口红|护肤|产品|手表|鞋|耳机|人像|肖像|面包|披萨|汉堡|寿司|面条|冰淇淋|首饰|戒指|月饼|粽子|饺子/u,
    "table",
  ],
];

/** Waves are of many things; seen from above they are the sea's. */
const isOfWater = /\b(?:waves?|surf|tides?)\b|浪|潮/u;

function homeOf({ things, hours, weather, styles, traits, text, told }: Clues): Setting | undefined {
  if (things.some((name) => name === "boat" || name === "lighthouse" || name === "palm")) return "sea";
  if (things.some((name) => name === "rocket" || name === "planet")) return "space";
  if (traits.includes("smoke")) return "abstract";
  if (things.includes("bridge")) return traits.includes("river") ? "meadow" : "lake";
  if (things.includes("tent") || things.includes("campfire")) return "meadow";
  if (things.includes("balloon")) return "mountains";
  if (things.every((name) => name === "flower") && things.length > 0) return "blossom";
  // An avenue in its colours is a wood one walks through.
  if (traits.includes("path") && traits.includes("autumn") && things.every((name) => name === "tree")) return "forest";
  if (
    things.some(
      (name) =>
        name === "house" ||
        name === "bare tree" ||
        name === "windmill" ||
        name === "turbine" ||
        name === "tree" ||
        name === "flower" ||
        name === "car",
    )
  )
    return "meadow";
  if (things.includes("lantern")) return "festive";
  if (traits.includes("from above") && isOfWater.test(told)) return "sea";
  for (const trait of traits) if (homes[trait] !== undefined) return homes[trait];
  const habitat = habitats.find(([words]) => words.test(told))?.[1];
  if (habitat !== undefined) return habitat;
  if (things.length + hours.length + weather.length > 0) return "sky";
  if (styles.length > 0) return "abstract";
  return text === undefined ? undefined : "gradient";
}

const tableThings: readonly TableThing[] = [
  ...(["apple", "book", "bottle", "bowl", "candle", "cup", "fruit", "grapes", "lemon"] as const),
  ...(["open book", "orange", "pear", "podium", "teapot", "vase"] as const),
];

const bare: readonly Setting[] = [
  ...(["abstract", "marble", "paper", "wood", "brick", "concrete", "fabric", "foil", "iridescent", "wash", "water", "bokeh"] as const),
];

/** Whether the painter of that place has it: on a leaf lies dew, and on the red of a festival hang lanterns only. */
export function isPaintedIn({ setting, traits }: Pick<Scene, "setting" | "traits">, name: ThingName): boolean {
  if (setting === "table") return isForTables(name);
  if (traits.includes("flat") && name === "flower") return false;
  // A surface has nothing standing on it.
  if (setting !== undefined && bare.includes(setting)) return false;
  if (setting === "festive") return name === "lantern";
  return setting !== "leaf" && !(setting === "sea" && traits.includes("from above"));
}

/** Flowers as well: they come in a vase. */
export function isForTables(name: string): boolean {
  return name === "cake" || name === "flower" || tableThings.some((each) => each === name);
}
