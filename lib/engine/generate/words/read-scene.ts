/** From words to a scene, and the words nothing was found for. */

import { findColour } from "#lib/engine/instructions/colours.ts";
import { findQuote, quotePlainWords } from "#lib/engine/instructions/quotes.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import type { Scene, ThingName } from "../scene.ts";
import { build } from "./build-scene.ts";
import { fieldWords } from "./field-words.ts";
import { nameGuessed } from "./guessed-place.ts";
import { colourBefore, colourWords, fieldColour, flowerColour } from "./read-colours.ts";
import { countOf } from "./read-counts.ts";
import { aboutLettering, readLettering } from "./read-lettering.ts";
import { leftOver, readRoom, withoutAsides } from "./scene-glue.ts";
import { sceneWords } from "./scene-words.ts";
import { isForTables, isPaintedIn, isStreet } from "./setting-of.ts";
import { surfaceWords } from "./surface-words.ts";
import { thingWords } from "./thing-words.ts";
import { weatherWords } from "./weather-words.ts";
import type { SceneMeaning } from "./word-rows.ts";

export interface SceneReading {
  readonly scene: Scene;
  /** What will be painted, in words. */
  readonly found: readonly string[];
  /** The words of the prompt that were known. */
  readonly foundWords: readonly string[];
  readonly missing: readonly string[];
  /** No word was known: the place is where the unknown ones are at home. */
  readonly isGuessed: boolean;
}

export function readScene(prompt: string, seed: number): SceneReading {
  const spoken = quotePlainWords(prompt);
  const quote = findQuote(spoken);
  const plain = spoken
    .replace(quote?.whole ?? "", " ")
    .normalize("NFKC")
    .toLowerCase();
  const told = withoutAsides(plain);
  const room = readRoom(plain);
  const meanings: SceneMeaning[] = [];
  const colours: Partial<Record<ThingName, Rgb>> = {};
  const counts: Partial<Record<ThingName, number>> = {};
  const ofPlaces: Rgb[] = [];
  const ofAir: Rgb[] = [];
  const ofWater: Rgb[] = [];
  let ofDesert: Rgb | undefined;
  const heard: { readonly at: number; readonly words: string; readonly means: readonly SceneMeaning[] }[] = [];
  let rest = told;
  for (const { phrase, isWhole, means } of phrases) {
    // The dark of "dark green" is no night, so colours are not looked at; what was said of a thing is.
    const looked = rest.replace(colourWords, (colour) => (isWhole && !isWithin(phrase, colour) ? colour : " ".repeat(colour.length)));
    const at = looked.search(phrase);
    if (at < 0) continue;
    const words = phrase.exec(looked)?.[0] ?? "";
    heard.push({ at, words, means });
    meanings.push(...means);
    const said = colourBefore(rest.slice(0, at));
    if (
      said !== undefined &&
      // The colour of a wall is the room's, whatever stands in it.
      means.every(({ is }) => is !== "wall") &&
      (means.every(({ kind }) => kind === "setting" || kind === "weather") ||
        means.some(({ is }) => is === "sky") ||
        means.some(({ is }) => is === "leaf"))
    ) {
      (means.some(({ is }) => isWater(is)) ? ofWater : means.some(({ is }) => isAir(is)) ? ofAir : ofPlaces).push(said);
    }
    if (means.some(({ is }) => is === "desert")) ofDesert ??= said;
    if (means.some(({ is }) => is === "wildflowers")) {
      const flowers = fieldColour(words) ?? said;
      if (flowers !== undefined) colours.flower ??= flowers;
    }
    for (const meaning of means) {
      if (meaning.kind !== "thing") continue;
      const own = said ?? flowerColour(words);
      if (own !== undefined) colours[meaning.is] ??= own;
      const count = countOf(told.slice(0, at), words);
      if (count !== undefined) counts[meaning.is] = Math.max(count, counts[meaning.is] ?? 0);
    }
    // "Black forest cake" has no forest in it; but a single word may serve twice, as clouds are both sky and weather.
    if (isWhole) rest = rest.replace(phrase, (each) => " ".repeat(each.length));
  }
  // By the sea or a lake water is the same once more.
  if (meanings.some(({ is }) => isWater(is))) {
    const said = colourBefore(rest.slice(0, Math.max(0, rest.search(water))));
    if (said !== undefined && ofWater.length === 0) ofWater.push(said);
    rest = rest.replace(water, (each) => " ".repeat(each.length));
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
  const isOnGround = text !== undefined || meanings.some(({ kind, is }) => kind === "pattern" || is === "disc" || isForTables(is));
  const isAllLetters = text !== undefined && meanings.every(({ kind }) => kind === "pattern");
  // The colours of a sign are those of all of it.
  const isSign = meanings.some(({ is }) => is === "monogram");
  const after = isSign ? "" : (spoken.split(quote?.whole ?? "\u0000")[1] ?? "").toLowerCase();
  const lettering = isOnGround ? readLettering(told, isAllLetters ? free : [], after) : {};
  const left = free.filter((colour) => colour !== lettering.textInk);
  const scene = {
    ...build({ meanings, palette: left, colours, counts, text, seed, told, ofAir, ofWater }),
    ...lettering,
    ...(room === undefined ? {} : { room }),
    ...(ofDesert === undefined ? {} : { landColour: ofDesert }),
  };
  // On a table stands what was made for one: no boat.
  const isAstray = ({ kind, is }: SceneMeaning) => kind === "thing" && !isPaintedIn(scene, is);
  const astray = new Set(heard.filter(({ means }) => means.some(isAstray)).map(({ words }) => words));
  const shown = heard.filter(({ words }) => !astray.has(words));
  // Leaves are painted where they are a pattern's.
  const isPainted = ({ kind }: SceneMeaning) => kind !== "pattern" || scene.setting === "pattern";
  const found: string[] = [...new Set(shown.flatMap(({ means }) => means.filter(isPainted)).map(({ is }) => is))];
  const foundWords = new Set(shown.sort((a, b) => a.at - b.at).map(({ words }) => words));
  const unknown = leftOver(rest).filter(
    (word) =>
      (text === undefined || !aboutLettering.test(word)) &&
      !((isStreet(scene) || scene.traits.includes("harbour")) && ofStreets.test(word)),
  );
  const guessed = shown.length === 0 && text === undefined ? nameGuessed(scene) : undefined;
  if (guessed !== undefined) {
    found.push(guessed[0]);
    foundWords.add(guessed[1]);
  }
  return {
    scene,
    isGuessed: guessed !== undefined,
    found,
    foundWords: [...foundWords],
    missing: [...new Set([...unknown, ...astray])],
  };
}

/** What every street has, and every quay. */
const ofStreets = /^(?:lamps?|lampposts?|streetlights?|pavements?|sidewalks?|cranes?|nets?|shops?|storefronts?|facades?|town|店铺|商铺)$/u;

/** A purple sky is not the colour of what stands under it. */
function isAir(is: string): boolean {
  return is === "sky" || is === "clouds" || is === "mist";
}

/** Of the sea or a lake. */
const water = /(?<![a-z])waters?(?![a-z])|水(?![墨彩])/u;

function isWater(is: string): boolean {
  return is === "sea" || is === "lake";
}

/** The coffee of 咖啡色 and the rose of 玫瑰金 are not there to be painted. */
function isWithin(phrase: RegExp, colour: string): boolean {
  const word = phrase.exec(colour)?.[0];
  return word !== undefined && word.length < colour.length;
}

interface Phrase {
  readonly phrase: RegExp;
  readonly isWhole: boolean;
  readonly means: readonly SceneMeaning[];
}

const phrases: readonly Phrase[] = readPhrases();

/** What must not stand beside a word makes it no longer. */
function lengthOf(word: string): number {
  return word.replace(/\(\?<?[!=][^)]*\)/gu, "").length;
}

function readPhrases(): readonly Phrase[] {
  const byWord = new Map<string, SceneMeaning[]>();
  for (const { words, means } of [...sceneWords, ...fieldWords, ...surfaceWords, ...weatherWords, ...thingWords])
    for (const word of words.split("|")) byWord.set(word, [...(byWord.get(word) ?? []), means]);
  return [...byWord]
    .sort(([a], [b]) => lengthOf(b) - lengthOf(a))
    .map(([word, means]) => {
      const isChinese = /[\u4e00-\u9fff]/u.test(word);
      return { isWhole: word.includes(" ") || isChinese, means, phrase: new RegExp(isChinese ? word : `(?<![a-z])${word}(?![a-z])`, "u") };
    });
}
