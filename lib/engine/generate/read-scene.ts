/** From words to a scene, and the words nothing was found for. */

import { colourPattern, findColour } from "#lib/engine/instructions/colours.ts";
import { findQuote, quotePlainWords } from "#lib/engine/instructions/quotes.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import { hashText } from "#lib/pixels/random.ts";
import { aboutLettering, readLettering } from "./read-lettering.ts";
import { marbleColours, readTableTop } from "./read-materials.ts";
import type { FlowerKind, Hour, PatternKind, Scene, Setting, Style, ThingName, Trait, Weather } from "./scene.ts";
import { glue, type SceneMeaning, sceneWords, setAside } from "./scene-words.ts";

export interface SceneReading {
  readonly scene: Scene;
  /** What will be painted, in words. */
  readonly found: readonly string[];
  /** The words of the prompt that were known. */
  readonly foundWords: readonly string[];
  readonly missing: readonly string[];
}

const aColour = `(?<![a-z])(?:${colourPattern})`;
const colourWords = new RegExp(aColour, "gu");

export function readScene(prompt: string, seed: number): SceneReading {
  const spoken = quotePlainWords(prompt);
  const quote = findQuote(spoken);
  const told = spoken
    .replace(quote?.whole ?? "", " ")
    .normalize("NFKC")
    .replace(setAside, " ")
    .toLowerCase();
  const meanings: SceneMeaning[] = [];
  const colours: Partial<Record<ThingName, Rgb>> = {};
  const ofPlaces: Rgb[] = [];
  const heard: { readonly at: number; readonly words: string; readonly means: readonly SceneMeaning[] }[] = [];
  let rest = told;
  for (const { phrase, isWhole, means } of phrases) {
    // The dark of "dark green" is no night, so colours are not looked at; what was said of a thing is.
    const looked = isWhole ? rest : rest.replace(colourWords, (colour) => " ".repeat(colour.length));
    const at = looked.search(phrase);
    if (at < 0) continue;
    heard.push({ at, words: phrase.exec(looked)?.[0] ?? "", means });
    meanings.push(...means);
    const said = colourBefore(rest.slice(0, at));
    if (said !== undefined && means.every(({ kind }) => kind === "setting")) ofPlaces.push(said);
    if (means.some(({ is }) => is === "wildflowers")) {
      const flowers = fieldColour(phrase.exec(looked)?.[0] ?? "") ?? said;
      if (flowers !== undefined) colours.flower ??= flowers;
    }
    for (const meaning of means) if (meaning.kind === "thing" && said !== undefined) colours[meaning.is] ??= said;
    // "Black forest cake" has no forest in it; but a single word may serve twice, as clouds are both sky and weather.
    if (isWhole) rest = rest.replace(phrase, (words) => " ".repeat(words.length));
  }
  const palette: Rgb[] = [];
  for (const match of rest.matchAll(colourWords)) {
    const named = findColour(match[0]);
    if (named !== undefined) palette.push(named.rgb);
  }
  rest = rest.replace(colourWords, " ");
  for (const { phrase } of phrases) rest = rest.replace(new RegExp(phrase, "gu"), " ");
  // The green of "balloons over green hills" is not the balloons'.
  const hasThings = meanings.some(({ kind }) => kind === "thing");
  const free = hasThings ? palette.filter((colour) => !ofPlaces.includes(colour)) : palette;
  const text = quote?.words || undefined;
  const isOnGround = text !== undefined || meanings.some(({ kind, is }) => kind === "pattern" || is === "disc");
  const lettering = isOnGround ? readLettering(told) : {};
  const left = free.filter((colour) => colour !== lettering.textInk);
  const scene = { ...build({ meanings, palette: left, colours, text, seed, told }), ...lettering };
  // On a table stands what was made for one: no tulips.
  const isAstray = ({ kind, is }: SceneMeaning) => scene.setting === "table" && kind === "thing" && !isForTables(is);
  const astray = new Set(heard.filter(({ means }) => means.some(isAstray)).map(({ words }) => words));
  const shown = heard.filter(({ words }) => !astray.has(words));
  // Leaves are painted where they are a pattern's.
  const isPainted = ({ kind }: SceneMeaning) => kind !== "pattern" || scene.setting === "pattern";
  const found = [...new Set(shown.flatMap(({ means }) => means.filter(isPainted)).map(({ is }) => is))];
  const missing = (rest.match(/[a-z][a-z'-]+|[\u4e00-\u9fff]+/gu) ?? [])
    .map((word) => word.replace(chineseGlue, ""))
    .filter((word) => word !== "" && !glue.test(word) && (text === undefined || !aboutLettering.test(word)));
  const foundWords = new Set(shown.sort((a, b) => a.at - b.at).map(({ words }) => words));
  return { scene, found, foundWords: [...foundWords], missing: [...new Set([...missing, ...astray])] };
}

const chineseGlue =
  /^[的了在和与上下里中一个座只片有是着张幅画艘朵棵辆条间大小美丽背景风景照片请生成放摆]+|[的了在和与上下里中一个座只片有是着张幅画]+$/gu;

/** Fields that are known by what grows on them. */
function fieldColour(words: string): Rgb | undefined {
  if (/lavender|薰衣草/u.test(words)) return [136, 98, 204];
  if (/sunflower|向日葵/u.test(words)) return [248, 190, 24];
  if (/popp(?:y|ies)/u.test(words)) return [216, 44, 34];
  return /canola|rapeseed|油菜/u.test(words) ? [244, 208, 40] : undefined;
}

/** Said directly before a thing, with at most one word between: "a red vintage car". */
function colourBefore(before: string): Rgb | undefined {
  const match = new RegExp(`${aColour}\\s*(?:的\\s*)?(?:[a-z-]+\\s+)?$`, "u").exec(before);
  return match === null ? undefined : findColour(match[0])?.rgb;
}

interface Phrase {
  readonly phrase: RegExp;
  readonly isWhole: boolean;
  readonly means: readonly SceneMeaning[];
}

const phrases: readonly Phrase[] = readPhrases();

function readPhrases(): readonly Phrase[] {
  const byWord = new Map<string, SceneMeaning[]>();
  for (const { words, means } of sceneWords) for (const word of words.split("|")) byWord.set(word, [...(byWord.get(word) ?? []), means]);
  return [...byWord]
    .sort(([a], [b]) => b.length - a.length)
    .map(([word, means]) => {
      const isChinese = /[\u4e00-\u9fff]/u.test(word);
      return { isWhole: word.includes(" ") || isChinese, means, phrase: new RegExp(isChinese ? word : `(?<![a-z])${word}(?![a-z])`, "u") };
    });
}

interface Told {
  readonly meanings: readonly SceneMeaning[];
  readonly palette: readonly Rgb[];
  readonly colours: Scene["colours"];
  readonly text: string | undefined;
  readonly seed: number;
  readonly told: string;
}

function build({ meanings, palette, colours, text, seed, told }: Told): Scene {
  const all = <T extends string>(kind: SceneMeaning["kind"]): T[] => [
    ...new Set(meanings.filter((m) => m.kind === kind).map((m) => m.is as T)),
  ];
  const settings = all<Setting>("setting");
  const things = all<ThingName>("thing");
  const weather = all<Weather>("weather");
  const hours = all<Hour>("hour");
  const traits = all<Trait>("trait");
  const styles = all<Style>("style");
  const [pattern] = all<PatternKind>("pattern");
  const [flower] = all<FlowerKind>("flower");
  const setting = things.includes("cake")
    ? "table"
    : (preferred.find(
        (each) =>
          settings.includes(each) &&
          (each !== "monogram" || text !== undefined || !things.length) &&
          (each !== "snow" || !traits.includes("wildflowers")),
      ) ?? settingFor({ things, hours, weather, styles, traits, text }));
  const tableTop = setting === "table" ? readTableTop(told) : undefined;
  const isDark = things.some((name) => name === "moon" || name === "stars") || traits.includes("milky way") || weather.includes("aurora");
  return {
    setting,
    hour:
      hours.find((each) => each !== "day") ?? (weather.includes("lightning") ? "storm" : isDark && hours.length === 0 ? "night" : "day"),
    weather,
    things,
    many: things.filter((name) => plural[name]?.test(told)),
    traits,
    styles,
    pattern,
    flower,
    season: traits.includes("autumn") ? "autumn" : traits.includes("blossom") ? "blossom" : undefined,
    hasSnow: settings.includes("snow") && !traits.includes("wildflowers"),
    hasMountains: settings.includes("mountains"),
    colours,
    skyColours:
      setting === "sky" || setting === "sea" || setting === "space" || aboutTheAir.test(told)
        ? palette.filter((colour) => !Object.values(colours).includes(colour))
        : [],
    palette: setting === "marble" ? marbleColours(told, palette) : palette,
    text,
    ...(tableTop === undefined ? {} : { tableTop }),
    // The words shape the picture too: another sentence with the same seed is another place.
    seed: (seed ^ hashText(told)) >>> 0,
  };
}

const aboutTheAir = new RegExp(
  `${aColour}\\s*(?:and\\s+[a-z]+\\s+|的\\s*)?(?:sky|skies|clouds?|sunset|sunrise|sea|ocean|water|light|haze|mist|fog|天空|晚霞|云|海|光|雾)`,
  "u",
);

const plural: Readonly<Partial<Record<ThingName, RegExp>>> = {
  balloon: /balloons|许多.{0,4}气球|几.{0,3}气球|群.{0,4}气球/u,
  boat: /(?:boats|ships|yachts)(?![a-z])|船队|许多.{0,4}船|几.{0,3}船/u,
  palm: /palms|palm trees|棕榈|椰/u,
  tree: /trees(?![a-z])|许多.{0,4}树/u,
  house: /(?:houses|cottages|cabins|huts|village)(?![a-z])|村庄/u,
  flower: /(?:flowers|roses|tulips|daisies|sunflowers)(?![a-z])|花束/u,
};

/** Where several are named, the one that shapes the picture most. */
const preferred: readonly Setting[] = [
  ...(["monogram", "pattern", "city", "desert", "lake", "sea", "forest", "snow", "meadow", "mountains", "space", "table", "sky"] as const),
  ...(["marble", "wood", "paper", "bokeh", "gradient", "abstract"] as const),
];

/** Where what was named is at home when no place was. */
const home: Readonly<Partial<Record<Trait, Setting>>> = {
  disc: "gradient",
  autumn: "forest",
  blossom: "meadow",
  "milky way": "mountains",
  neon: "city",
  wildflowers: "meadow",
};

interface Clues {
  readonly things: readonly ThingName[];
  readonly hours: readonly Hour[];
  readonly weather: readonly Weather[];
  readonly styles: readonly Style[];
  readonly traits: readonly Trait[];
  readonly text: string | undefined;
}

function settingFor({ things, hours, weather, styles, traits, text }: Clues): Setting | undefined {
  if (things.some((name) => name === "boat" || name === "lighthouse" || name === "palm")) return "sea";
  if (things.some((name) => name === "rocket" || name === "planet")) return "space";
  if (things.includes("balloon")) return "mountains";
  if (things.every((name) => name === "flower") && things.length > 0) return "blossom";
  if (things.some((name) => tableThings.includes(name))) return "table";
  if (things.some((name) => name === "house" || name === "tree" || name === "flower" || name === "car")) return "meadow";
  for (const trait of traits) if (home[trait] !== undefined) return home[trait];
  if (things.length + hours.length + weather.length > 0) return "sky";
  if (styles.length > 0) return "abstract";
  return text === undefined ? undefined : "gradient";
}

const isForTables = (name: string): boolean => name === "cake" || tableThings.some((each) => each === name);
const tableThings: readonly ThingName[] = ["apple", "book", "bottle", "bowl", "cup", "fruit", "grapes", "lemon", "orange", "pear", "vase"];
