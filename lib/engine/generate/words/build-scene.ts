/** What a scene is made of, from what was understood of a prompt: where it plays, when, and what stands in it. */

import { aColour } from "#lib/engine/instructions/colours.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import { hashText } from "#lib/pixels/random.ts";
import type { FlowerKind, Hour, PatternKind, Scene, Setting, Style, ThingName, Trait, Weather } from "../scene.ts";
import { type Clues, isIndoors } from "./homes.ts";
import { hasBoardedWall, hasCheckedCloth, hasVeinedPodium, marbleColours, readCloth, readTableTop } from "./read-materials.ts";
import { isForTables, isLastOnPeaks, isOnPeaksOnly, isOutline, isStage, settingOf, viewFrom } from "./setting-of.ts";
import type { SceneMeaning } from "./word-rows.ts";

export interface Told {
  readonly meanings: readonly SceneMeaning[];
  readonly palette: readonly Rgb[];
  readonly colours: Scene["colours"];
  readonly counts: Scene["counts"];
  readonly text: string | undefined;
  readonly seed: number;
  readonly told: string;
  /** Colours said of the sky or the sea. */
  readonly ofAir: readonly Rgb[];
  readonly ofWater: readonly Rgb[];
}

export function build({ meanings, palette, colours, counts: counted, text, seed, told, ofAir, ofWater }: Told): Scene {
  const all = <T extends string>(kind: SceneMeaning["kind"]): T[] => [
    ...new Set(meanings.filter((m) => m.kind === kind).map((m) => m.is as T)),
  ];
  const settings = all<Setting>("setting");
  const named = all<Trait>("trait");
  const seen = all<ThingName>("thing").filter(
    (name) => !isOutline(name) || named.includes("silhouette") || (name === "person" && named.includes("hiker")),
  );
  const isHarbour = named.includes("harbour") && !settings.includes("lake");
  const stood = seen.includes("boat") || !isHarbour ? seen : [...seen, "boat" as const];
  const things = isStage(settings, stood, told) ? [...stood, "podium" as const] : stood;
  const weather = all<Weather>("weather");
  const hours = all<Hour>("hour");
  const styles = all<Style>("style");
  const isCaravan = /caravan|camels|驼队/u.test(told) && (counted.camel ?? 1) === 1;
  // Harbours are full of them.
  const moored =
    isHarbour &&
    (counted.boat ?? 1) === 1 &&
    !/\b(?:a|one|lone|single)\b[a-z ]*(?:boat|ship|yacht)|[一孤](?:[只艘叶条])?[小渔帆]*[船舟]/u.test(told)
      ? { boat: 6 }
      : {};
  const counts = { ...counted, ...(isCaravan ? { camel: 4 } : {}), ...moored };
  const patterns = all<PatternKind>("pattern");
  // Leaves are botanical, too.
  const pattern = patterns.includes("leaves") && !/flor|flower|花/u.test(told) ? "leaves" : patterns[0];
  const [flower] = all<FlowerKind>("flower");
  const clues = { settings, things, hours, weather, styles, traits: named, text, told };
  const setting = settingOf(clues);
  const isDark =
    things.some((name) => name === "moon" || name === "stars") ||
    named.includes("milky way") ||
    named.includes("fireworks") ||
    weather.includes("aurora");
  const hour = inBlue(told, hours.find((each) => each !== "day") ?? usualHour(clues, isDark));
  const besides: readonly Trait[] = [
    ...(setting === "table" && isIndoors.test(told) ? (["window"] as const) : []),
    ...(setting === "table" && settings.includes("leaf") ? (["strewn leaves"] as const) : []),
    ...(named.includes("wildflowers") ? growing(told) : setting === "meadow" ? sown(told) : []),
    ...(setting === "lake" && named.includes("harbour") ? (["pier"] as const) : []),
    ...(setting === "sea" && isOverTheSea(clues) ? (["headland"] as const) : []),
    ...(setting === "sea" && ofCliffs.test(told) ? (["cliffs"] as const) : []),
    ...(setting === "meadow" && isFromNear.test(told) ? (["close"] as const) : []),
    ...(hour === "sunset" && isLastOnPeaks(clues) ? (["alpenglow"] as const) : []),
  ];
  const traits: readonly Trait[] = [...new Set([...named, ...besides])];
  // Nothing stands behind a table that is looked down on.
  const view = setting === "table" && !named.includes("from above") ? viewFrom(clues) : undefined;
  const isBare = setting === "table" && !isLaid(things, told);
  const said = setting === "table" ? readTableTop(told, things) : undefined;
  const cloth = setting === "table" ? readCloth(told) : undefined;
  const tableTop = said ?? (isBare && traits.includes("window") ? "sill" : undefined);
  return {
    setting,
    hour,
    weather,
    things,
    many: things.filter((name) => (counts[name] ?? 0) > 1 || plural[name]?.test(told)),
    counts,
    traits,
    styles: setting === "abstract" ? [...styles, ...stylesOf(settings)] : styles,
    pattern,
    flower,
    season: traits.includes("autumn") ? "autumn" : traits.includes("blossom") ? "blossom" : undefined,
    hasSnow:
      settings.includes("snow") &&
      !traits.includes("wildflowers") &&
      !((setting === "lake" || setting === "meadow") && isOnPeaksOnly(told)),
    hasMountains: settings.includes("mountains"),
    colours,
    skyColours:
      ofAir.length > 0
        ? ofAir
        : ofWater.length > 0
          ? []
          : setting === "sky" ||
              (setting === "sea" && !traits.includes("headland")) ||
              setting === "space" ||
              aboutTheAir.test(told) ||
              ofTheWhole.test(told)
            ? palette.filter((colour) => !Object.values(colours).includes(colour))
            : [],
    ...(ofWater[0] === undefined ? {} : { waterColour: ofWater[0] }),
    palette: isOnWhite(told, setting) ? [white, ...palette] : setting === "marble" ? marbleColours(told, palette) : palette,
    text,
    ...(tableTop === undefined ? {} : { tableTop }),
    ...(cloth === undefined ? {} : { cloth }),
    ...(setting === "table" && hasCheckedCloth(told) ? { hasChecks: true as const } : {}),
    ...(setting === "table" && hasVeinedPodium(told) ? { hasVeins: true as const } : {}),
    ...(setting === "table" && hasBoardedWall(told) ? { hasBoards: true as const } : {}),
    ...(view === undefined ? {} : { view }),
    ...(isBare ? { isBare } : {}),
    // The words shape the picture too: another sentence with the same seed is another place.
    seed: (seed ^ hashText(told)) >>> 0,
  };
}

const ofCliffs = /\bcliffs?|悬崖|峭壁/u;

/** What a white wall is called by holds its colour already. */
const white: Rgb = [246, 245, 243];
const isOnWhite = (told: string, setting: Setting | undefined): boolean =>
  (setting === "wall" || setting === "table") && /\bwhite (?:[a-z]+ )?walls?\b|白色?的?墙/u.test(told);

const standsOnCliffs: readonly ThingName[] = ["bare tree", "house", "lighthouse", "person", "tent", "tree"];

/** Grass that ends over the water: cliffs and capes, and whatever green was named beside the sea. */
function isOverTheSea({ settings, traits, things, told }: Clues): boolean {
  if ((["beach", "island", "from above", "flat"] as const).some((each) => traits.includes(each))) return false;
  // Cliffs are looked at from the water, unless something stands on them.
  const isStoodOn =
    things.some((name) => standsOnCliffs.includes(name)) || /clifftop|grassy|on (?:a|the) [a-z ]*cliffs?\b|崖[上顶边]|草地/u.test(told);
  return settings.includes("meadow") || (ofCliffs.test(told) && isStoodOn) || /headland|\bcape\b|promontory|海岬|岬角/u.test(told);
}

/** What grows there is looked at, and not only the land. */
const isFromNear = /close-?up|\bmacro\b|\bforeground\b|\bears? of\b|特写|微距|近景|前景|[麦稻]穗/u;

/** When nothing was said of it. */
function usualHour({ hours, weather, traits, things }: Clues, isDark: boolean): Hour {
  if (weather.includes("lightning")) return "storm";
  if (hours.length > 0) return "day";
  if (isDark) return "night";
  // Against the sun means against a low one.
  return traits.includes("silhouette") || (things.includes("sun") && things.includes("birds")) ? "sunset" : "day";
}

/** Flowers that have a form of their own where they grow. */
function growing(told: string): readonly Trait[] {
  if (/lavender|薰衣草/u.test(told)) return ["lavender"];
  if (/sunflower|向日葵/u.test(told)) return ["sunflowers"];
  return /popp(?:y|ies)|罂粟|虞美人/u.test(told) ? ["poppies"] : [];
}

/** Sunflowers in a field are its crop. */
function sown(told: string): readonly Trait[] {
  return growing(told).includes("sunflowers") && /\bfields?\b|[花田]田|田野|原野/u.test(told) ? ["wildflowers", "sunflowers"] : [];
}

/** A colour that stands by itself is the light's: "a foggy valley, muted blue", "蓝色调". */
const ofTheWhole = new RegExp(
  `(?:^|[,，、;])\\s*(?:(?:in|all|muted|soft|cool|warm|moody|faded|deep)\\s+)*(?:${aColour})(?:\\s*(?:and|&|与|和)\\s*${aColour})?\\s*(?:tones?|palette|hues?|mood|tint|colou?rs?|色调|调)?\\s*(?:[,，。;]|$)`,
  "u",
);

/** A morning under a blue sky is day, unless its gold was asked for. */
function inBlue(told: string, hour: Hour): Hour {
  const isBlue = /\bblue sk(?:y|ies)\b|蓝天|晴空|碧空/u.test(told);
  return hour === "golden" && isBlue && !/\bgold|\bwarm|金|暖/u.test(told) ? "day" : hour;
}

const aboutTheAir = new RegExp(
  `(?!白云)${aColour}\\s*(?:and\\s+[a-z]+\\s+|的\\s*)?(?:sky|skies|clouds?|sunset|sunrise|sea|ocean|water|light|haze|mist|fog|天空|晚霞|云|海|光|雾)`,
  "u",
);

const plural: Readonly<Partial<Record<ThingName, RegExp>>> = {
  balloon: /balloons|许多.{0,4}气球|几.{0,3}气球|群.{0,4}气球/u,
  boat: /(?:boats|ships|yachts)(?![a-z])|船队|许多.{0,4}船|几.{0,3}船/u,
  turbine: /turbines|wind farm|风力发电/u,
  windmill: /windmills/u,
  tent: /tents|campsite/u,
  palm: /palms|palm trees|棕榈|椰/u,
  lantern: /lanterns(?![a-z])|灯笼|天灯|孔明灯/u,
  "bare tree": /(?:bare|dead|leafless|withered) trees(?![a-z])/u,
  tree: /trees(?![a-z])|许多.{0,4}树/u,
  house: /(?:houses|cottages|cabins|huts|villages?|seaside towns?|coastal towns?)(?![a-z])|村|海[边滨岸]的?小?镇/u,
  flower: /(?:flowers|roses|tulips|daisies|sunflowers)(?![a-z])|花束/u,
};

/** An abstract sea flows, abstract mountains lie in layers. */
function stylesOf(settings: readonly Setting[]): readonly Style[] {
  if (settings.includes("sea") || settings.includes("water")) return ["flowing"];
  return settings.some((each) => each === "mountains" || each === "meadow" || each === "desert") ? ["layers"] : [];
}

/** Whether a painter may choose what stands there: asked for a still life, not for a table to put something on. */
function isLaid(things: readonly ThingName[], told: string): boolean {
  return things.some(isForTables) || /\b(?:food|still life|dessert|tasty|fruits?)\b|静物|美食|甜点|水果/u.test(told);
}
