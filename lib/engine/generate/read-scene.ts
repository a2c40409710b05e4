/** From words to a scene, and the words nothing was found for. */

import { colourPattern, findColour } from "#lib/engine/instructions/colours.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import { hashText } from "#lib/pixels/random.ts";
import { canWrite } from "./letters.ts";
import type { Hour, Scene, Setting, ThingName, Weather } from "./scene.ts";
import { glue, type SceneMeaning, sceneWords } from "./scene-words.ts";

export interface SceneReading {
  readonly scene: Scene;
  /** What will be painted, in words. */
  readonly found: readonly string[];
  readonly missing: readonly string[];
}

const quoted = /"([^"]+)"|“([^”]+)”|「([^」]+)」|『([^』]+)』/u;

export function readScene(prompt: string, seed: number): SceneReading {
  const spoken = prompt.normalize("NFKC");
  const quote = quoted.exec(spoken);
  const text = quote
    ?.slice(1)
    .find((part) => part !== undefined)
    ?.trim();
  let rest = spoken.replace(quoted, " ").toLowerCase();
  const meanings: SceneMeaning[] = [];
  for (const { phrase, isPhrase, means } of phrases) {
    if (!phrase.test(rest)) continue;
    meanings.push(means);
    // "Black forest cake" has no forest in it; but a single word may serve twice, as clouds are both sky and weather.
    if (isPhrase) rest = rest.replace(phrase, " ");
  }
  for (const { phrase } of phrases) rest = rest.replace(phrase, " ");
  const palette: Rgb[] = [];
  for (const match of rest.matchAll(new RegExp(`(?<![a-z])(?:${colourPattern})`, "gu"))) {
    const named = findColour(match[0]);
    if (named !== undefined) palette.push(named.rgb);
  }
  rest = rest.replace(new RegExp(`(?<![a-z])(?:${colourPattern})`, "gu"), " ");
  const scene = build(meanings, palette, text !== undefined && canWrite(text) ? text : undefined, seed, prompt);
  const found = [...new Set([...meanings.map(({ is }) => is), ...(scene.text === undefined ? [] : [`the words "${scene.text}"`])])];
  const missing = (rest.match(/[a-z][a-z'-]+|[\u4e00-\u9fff]+/gu) ?? []).filter(
    (word) => !glue.test(word) && !/^[的了在和与上下里中一个座只片有是着张幅画]+$/u.test(word),
  );
  if (text !== undefined && scene.text === undefined) missing.push(`the letters of "${text}"`);
  return { scene, found, missing: [...new Set(missing)] };
}

const phrases = sceneWords
  .flatMap(({ words, means }) => words.split("|").map((word) => ({ word, means })))
  .sort((a, b) => b.word.length - a.word.length)
  .map(({ word, means }) => {
    const isChinese = /[\u4e00-\u9fff]/u.test(word);
    return {
      isPhrase: word.includes(" "),
      means,
      phrase: isChinese ? new RegExp(word, "u") : new RegExp(`(?<![a-z])${word}(?![a-z])`, "u"),
    };
  });

function build(meanings: readonly SceneMeaning[], palette: readonly Rgb[], text: string | undefined, seed: number, prompt: string): Scene {
  const told = prompt.normalize("NFKC").toLowerCase();
  const settings = [...new Set(meanings.filter((m) => m.kind === "setting").map((m) => m.is as Setting))];
  const things = [...new Set(meanings.filter((m) => m.kind === "thing").map((m) => m.is as ThingName))];
  const weather = [...new Set(meanings.filter((m) => m.kind === "weather").map((m) => m.is as Weather))];
  const hours = meanings.filter((m) => m.kind === "hour").map((m) => m.is as Hour);
  const setting = things.includes("cake")
    ? "table"
    : (preferred.find((each) => settings.includes(each)) ?? settingFor(things, hours, weather));
  const isDark = things.some((name) => name === "moon" || name === "stars") && hours.length === 0;
  return {
    setting,
    hour: hours.find((each) => each !== "day") ?? (isDark ? "night" : "day"),
    weather,
    things,
    hasSnow: settings.includes("snow"),
    hasMountains: settings.includes("mountains"),
    palette,
    text,
    // The words shape the picture too: another sentence with the same seed is another place.
    skyColours: things.length === 0 ? palette : [],
    hasMilkyWay: /milky way|galaxy|银河/u.test(told),
    hasNeon: /neon|cyberpunk|霓虹|赛博/u.test(told),
    hasEarth: /earth|地球/u.test(told),
    hasRings: /saturn|rings?\b|土星|光环/u.test(told),
    hasCrescent: /crescent|月牙|弯月/u.test(told),
    season: /autumn|\bfall\b|秋/u.test(told) ? "autumn" : /blossom|sakura|樱花/u.test(told) ? "blossom" : undefined,
    many: things.filter((name) => plural[name]?.test(told)),
    seed: (seed ^ hashText(prompt)) >>> 0,
  };
}

const plural: Readonly<Partial<Record<ThingName, RegExp>>> = {
  balloon: /balloons|气球们|许多.{0,4}气球|几个.{0,4}气球/u,
  boat: /(?:boats|ships|yachts)\b|船队|许多.{0,4}船/u,
  tree: /trees\b/u,
  house: /(?:houses|cottages|cabins|huts|village)\b|村庄/u,
};

/** Where several are named, the one that shapes the ground most. */
const preferred: readonly Setting[] = ["city", "desert", "lake", "sea", "forest", "snow", "meadow", "mountains", "space", "table", "sky"];

function settingFor(things: readonly ThingName[], hours: readonly Hour[], weather: readonly Weather[]): Setting | undefined {
  if (things.some((name) => name === "boat" || name === "lighthouse")) return "sea";
  if (things.some((name) => name === "rocket" || name === "planet")) return "space";
  if (things.includes("balloon")) return "mountains";
  if (things.some((name) => name === "house" || name === "tree" || name === "flower" || name === "car")) return "meadow";
  return things.length + hours.length + weather.length > 0 ? "sky" : undefined;
}
