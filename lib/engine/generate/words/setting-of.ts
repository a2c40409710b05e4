/** Where a scene plays: the place that was named, or where what was named is at home. */
import type { Scene, Setting, TableThing, ThingName } from "../scene.ts";
import { type Clues, homeOf, isIndoors, seasons } from "./homes.ts";
import { hasCheckedCloth } from "./read-materials.ts";

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
    // Lights out of focus are a picture by themselves, whosever they are.
    (each !== "city" || !/bokeh|blurred|散景|光斑/u.test(clues.told) || !settings.includes("bokeh")) &&
    // A white wall in a light of its own is no town's, nor is one that nothing is told of but its colour.
    (each !== "water town" || !traits.includes("side light")) &&
    (each !== "water town" || !clues.told.includes("白墙") || besideWhiteWalls.test(clues.told)) &&
    // On a lake there is a landing stage, and no town.
    (each !== "water town" || !traits.includes("harbour") || !settings.includes("lake")) &&
    // From the air, or cut out flat, a harbour is a bay.
    (each !== "water town" || !traits.includes("harbour") || !(traits.includes("flat") || traits.includes("from above"))) &&
    (each !== "monogram" || text !== undefined || !things.length) &&
    (each !== "snow" || !traits.includes("wildflowers"));
  if (isOpen("monogram")) return "monogram";
  if (isOpen("pattern") && !hasCheckedCloth(clues.told)) return "pattern";
  // Of a festival's lights out of focus there need be no land.
  if (isOpen("bokeh") && /bokeh|散景|光斑/u.test(clues.told) && /christmas|圣诞/u.test(clues.told)) return "bokeh";
  if (isAtTable(clues)) return "table";
  const named = preferred.find((each) => each !== "table" && isOpen(each)) ?? preferred.find(isOpen);
  // A lane of an old town is walked; canals are seen across their water.
  if (named === undefined && traits.includes("harbour")) return "sea";
  if (named === "water town" && traits.includes("street") && !/canal|河|水乡|桥/u.test(clues.told)) return "city";
  if (traits.includes("avenue") && (named === "snow" || named === "meadow")) return "forest";
  // A road leads through the valley, not over its peaks.
  if (named === "mountains" && traits.includes("path")) return traits.includes("autumn") ? "forest" : "meadow";
  // A village lies in the valley, not on its peaks.
  if (named === "mountains" && things.includes("house") && /village|村/u.test(clues.told)) return "meadow";
  if (things.includes("lighthouse") && (named === "mountains" || named === "meadow")) return "sea";
  // What blossoms stands in the valley before them.
  if (named === "mountains" && (traits.includes("blossom") || things.includes("flower"))) return "meadow";
  // Rivers wind through valleys; a lake lies still.
  if (named === "mountains" && traits.includes("river")) return "meadow";
  // A road that leads up to snowy peaks lies below their snow.
  if (named === "snow" && traits.includes("path") && isOnPeaksOnly(clues.told)) return "meadow";
  // Green before them is a pasture in summer.
  if (named === "snow" && settings.includes("meadow") && isOnPeaksOnly(clues.told)) return "meadow";
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

/** What makes white walls those of a town. */
const besideWhiteWalls = /[瓦镇巷街桥河院村]|江南|水乡|粉墙|徽派|苏州|周庄|乌镇|威尼斯|建筑/u;

export const snowyPeaks =
  /\b(?:snowy|snow-?capped|snow-?covered|snow)\s+(?:[a-z]+\s+)?(?:mountains?|peaks?|summits?|alps)\b|\b(?:peaks?|summits?|alps)\b.*\bsnow\b|\b(?:matterhorn|mont blanc|everest|alpenglow|(?:golden|glowing) peaks?)\b|雪山|雪峰|珠峰|珠穆朗玛|日照金山|金山/u;

/** By a lake or on a pasture at the foot of snowy peaks it is not winter. */
export function isOnPeaksOnly(told: string): boolean {
  return snowyPeaks.test(told) && !/snow|winter|\bice|icy|frozen|christmas|雪|冬|冰|圣诞/u.test(told.replace(snowyPeaks, " "));
}

/** Snowy peaks at sunset glow themselves, unless the sun is to be seen or something stands before it. */
export function isLastOnPeaks({ told, things, traits }: Clues): boolean {
  if (!snowyPeaks.test(told) || traits.includes("silhouette") || traits.includes("flat")) return false;
  return !things.includes("sun") && !sunBehind.test(told);
}

const sunBehind = /\bbehind (?:the |a |some )?(?:[a-z-]+ ){0,2}(?:mountains?|peaks?|summits?|alps)\b|[山峰]的?(?:背后|后面?|背面)/u;

const skyThings: readonly ThingName[] = ["birds", "moon", "stars", "sun"];

/** Seen from within, unless all of the city was asked for. */
export function isStreet({ setting, traits }: Pick<Scene, "setting" | "traits">): boolean {
  return setting === "city" && traits.includes("street") && !traits.includes("skyline") && !traits.includes("flat");
}

/** On the slope of a coast or far off in the fields: as many houses as make a place, unless they were counted. */
export function isVillage({
  setting,
  many,
  counts,
  traits,
  hasSnow,
}: Pick<Scene, "setting" | "many" | "counts" | "traits" | "hasSnow">): boolean {
  const isPlace = setting === "sea" || (setting === "meadow" && !hasSnow && !traits.includes("river"));
  return isPlace && many.includes("house") && (counts.house ?? 1) === 1 && !traits.includes("flat") && !traits.includes("from above");
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
  if (hasSnow) return (["birches", "hoarfrost", "avenue"] as const).some((each) => traits.includes(each));
  if (traits.includes("avenue")) return true;
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
  const looksOut = traits.includes("window") && !things.includes("house") && !isWall && !isLitFrom(settings, told);
  return namesTable.test(told) || looksOut || things.some((name) => tableThings.some((each) => each === name));
}

const ofTowers =
  /\b(?:city|tower|office|building|skyscraper|apartment|skyline|distant|far|glowing)s? windows\b|\bwindows (?:of|in) (?:the |a )?(?:far |distant )?(?:city|towers?|offices?|buildings?|skyscrapers?)\b|(?:城市|大楼|高楼|楼宇|楼房|万家)的?(?:窗|灯)/u;

/** Far windows of a city; nobody looks through more than one unless that is said. */
function isLitFrom(settings: readonly Setting[], told: string): boolean {
  if (ofTowers.test(told)) return true;
  return (
    settings.includes("city") && /\bwindows\b/u.test(told) && !/\b(?:through|by|from|out of|behind|ceiling)\b[^,]*\bwindows\b/u.test(told)
  );
}

/** Out of a window, or out of focus behind a table. */
export function viewFrom(clues: Clues): Setting | undefined {
  const { settings, traits, hours, told } = clues;
  if (isBeforePaper.test(told)) return undefined;
  const place = places.find((each) => each !== "space" && settings.includes(each));
  if (place !== undefined) return place;
  for (const trait of traits) if (seasons[trait] !== undefined) return seasons[trait];
  if ((traits.includes("window") && !isOnlyLight.test(told)) || isIndoors.test(told))
    return hours.includes("night") || hours.includes("dusk") ? "city" : "meadow";
  return settings.includes("sky") && hours.length > 0 ? "sky" : undefined;
}

/** A ground of one colour has no land in it, whatever grows in the vase before it. */
const isBeforePaper =
  /\b(?:white|plain|beige|grey|gray|pink|cream|pastel|minimal|minimalist|seamless|neutral|solid|studio) (?:[a-z]+ )?(?:background|backdrop)\b|[色净约]背景/u;

/** Of a window there is no more than what falls through it. */
const isOnlyLight =
  /^(?!.*(?:window ?sill|by (?:a|the) window|窗[台边前外]|窗户(?!的?光?影)))(?=.*(?:光影|窗影|window (?:shadows?|light)|shadows? of (?:a )?windows?))/u;

const tableThings: readonly TableThing[] = [
  ...(["apple", "book", "bottle", "bowl", "candle", "cup", "fruit", "grapes", "lemon"] as const),
  ...(["open book", "orange", "pear", "podium", "teapot", "vase"] as const),
];

const bare: readonly Setting[] = [
  ...(["abstract", "marble", "paper", "wood", "brick", "concrete", "fabric", "foil", "iridescent", "wash", "water", "bokeh"] as const),
];

/** Whether the painter of that place has it: on a leaf lies dew, and on the red of a festival hang lanterns only. */
export function isPaintedIn({ setting, traits, things }: Pick<Scene, "setting" | "traits" | "things">, name: ThingName): boolean {
  // They are built about a product; elsewhere nobody lays them.
  if (isBuilt(name)) return setting === "table" && things.includes("podium");
  if (setting === "table") return isForTables(name);
  if (isOutline(name) && !traits.includes("silhouette") && !isParty({ setting, traits }, name)) return false;
  if (traits.includes("flat") && name === "flower") return false;
  // A surface has nothing standing on it.
  if (setting !== undefined && bare.includes(setting)) return false;
  if (setting === "festive") return name === "lantern";
  return setting !== "leaf" && !(setting === "sea" && traits.includes("from above"));
}

/** An arch or a flight of steps that is a background's, and no place's, is built for a product. */
export function isStage(settings: readonly Setting[], things: readonly ThingName[], told: string): boolean {
  if (!things.some(isBuilt) || things.includes("podium") || settings.some((each) => places.includes(each))) return false;
  return (
    things.every((name) => isBuilt(name) || isForTables(name)) && /background|backdrop|product|display|背景|产品|展示|场景/u.test(told)
  );
}

function isBuilt(name: ThingName): boolean {
  return name === "arch" || name === "steps";
}

/** People have faces and beasts have fur, but not against the light. */
/** Hikers are small in the land they cross, and need no face. */
export function isParty({ traits, setting }: Pick<Scene, "traits" | "setting">, name: ThingName): boolean {
  const isAcross = (["mountains", "meadow", "snow", "desert", "forest"] as const).some((each) => each === setting);
  return name === "person" && isAcross && traits.includes("hiker") && !traits.includes("silhouette") && !traits.includes("flat");
}

export function isOutline(name: ThingName): boolean {
  return name === "person" || name === "camel" || name === "deer";
}

/** Flowers as well: they come in a vase. */
export function isForTables(name: string): boolean {
  return name === "cake" || name === "flower" || tableThings.some((each) => each === name);
}
