/** Where a thing is at home when no place was named. */
import type { Hour, Setting, Style, ThingName, Trait, Weather } from "../scene.ts";

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

/** Rooms are painted from their window. */
export const isIndoors =
  /\b(?:cats?|kittens?|sofas?|couch|armchairs?|living rooms?|bedrooms?|kitchens?|interiors?|rooms?|curtains?|bed|cafe|café)\b|猫|沙发|客厅|卧室|厨房|室内|房间|窗帘|床|咖啡馆/u;

export const seasons: Readonly<Partial<Record<Trait, Setting>>> = { autumn: "forest", blossom: "meadow" };

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

export function homeOf({ things, hours, weather, styles, traits, text, told }: Clues): Setting | undefined {
  if (traits.includes("rowing boat") || traits.includes("pier")) return "lake";
  if (things.some((name) => name === "boat" || name === "lighthouse" || name === "palm")) return "sea";
  if (things.some((name) => name === "rocket" || name === "planet")) return "space";
  if (traits.includes("smoke")) return "abstract";
  // Between its trees one sees nothing but them.
  if (traits.includes("avenue") && traits.includes("path")) return "forest";
  // What is told of its leaves is a wood, and its path leads through it.
  if (traits.includes("broadleaf")) return "forest";
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
  // Who is seen against the sky stands on something.
  if (things.includes("person")) return "meadow";
  if (things.includes("lantern")) return "festive";
  if (traits.includes("from above") && isOfWater.test(told)) return "sea";
  for (const trait of traits) if (homes[trait] !== undefined) return homes[trait];
  const habitat = habitats.find(([words]) => words.test(told))?.[1];
  if (habitat !== undefined) return habitat;
  if (things.length + hours.length + weather.length > 0) return "sky";
  if (styles.some((each) => each !== "muted" && each !== "earthy")) return "abstract";
  return text === undefined ? undefined : "gradient";
}
