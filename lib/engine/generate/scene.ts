/** What a prompt comes to before anything is painted. */
import type { FaceName, Typeface } from "#lib/engine/lettering/typeface.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import type { Trait } from "./traits.ts";

export type { Trait } from "./traits.ts";

export type Setting = Place | "space" | "table" | Surface;
export type Place = "water town" | "sea" | "lake" | "mountains" | "forest" | "desert" | "city" | "meadow" | "snow" | "sky";
export type Surface =
  | "festive"
  | "leaf"
  | "abstract"
  | "blossom"
  | "bokeh"
  | "gradient"
  | "marble"
  | "monogram"
  | "paper"
  | "pattern"
  | "brick"
  | "concrete"
  | "fabric"
  | "foil"
  | "iridescent"
  | "wall"
  | "wash"
  | "water"
  | "wood";
export type Hour = "day" | "golden" | "sunset" | "dusk" | "night" | "storm";
export type Weather = "overcast" | "clouds" | "rain" | "snowfall" | "mist" | "clear" | "lightning" | "aurora" | "rainbow";
export type Style = "ink" | "flowing" | "layers" | "shapes" | "balls" | "crumpled" | "retro" | "muted" | "earthy";
export type FlowerKind = "rose" | "daisy" | "sunflower" | "lotus" | "tulip";
export type PatternKind =
  | "arcs"
  | "scales"
  | "dots"
  | "chevrons"
  | "triangles"
  | "checks"
  | "flowers"
  | "terrazzo"
  | "stripes"
  | "hexagons"
  | "houndstooth"
  | "leaves"
  | "citrus"
  | "porcelain"
  | "lucky clouds";
export type ThingName =
  | "arch"
  | "steps"
  | "camel"
  | "deer"
  | "cake"
  | "house"
  | "tree"
  | "bare tree"
  | "palm"
  | "boat"
  | "car"
  | "balloon"
  | "birds"
  | "person"
  | "rocket"
  | "flower"
  | "lighthouse"
  | "windmill"
  | "turbine"
  | "bridge"
  | "tent"
  | "campfire"
  | "heart"
  | "lantern"
  | "moon"
  | "sun"
  | "stars"
  | "planet"
  | TableThing;
export type TableTop = "linen" | "plain" | "sill" | "stone" | "wood";
export type TableThing =
  | "apple"
  | "book"
  | "bottle"
  | "bowl"
  | "candle"
  | "cup"
  | "fruit"
  | "grapes"
  | "lemon"
  | "open book"
  | "orange"
  | "pear"
  | "podium"
  | "teapot"
  | "vase";

/** Words in a typeface that has what they need. */
export interface Lettering {
  readonly text: string;
  readonly typeface: Typeface;
}

export interface Scene {
  /** Undefined: nothing recognised, an abstract composition. */
  readonly setting: Setting | undefined;
  /** Laid down with a brush in ink instead. */
  readonly isInk?: true;
  /** Where room was asked for, for words that come later. */
  readonly room?: "left" | "right";
  readonly hour: Hour;
  readonly weather: readonly Weather[];
  readonly things: readonly ThingName[];
  /** Of which more than one is wanted. */
  readonly many: readonly ThingName[];
  /** How many, where that was said. */
  readonly counts: Readonly<Partial<Record<ThingName, number>>>;
  readonly traits: readonly Trait[];
  readonly styles: readonly Style[];
  readonly pattern: PatternKind | undefined;
  readonly flower: FlowerKind | undefined;
  readonly season: "autumn" | "blossom" | undefined;
  readonly hasMountains: boolean;
  readonly hasSnow: boolean;
  /** Colours that were said of a thing. */
  readonly colours: Readonly<Partial<Record<ThingName, Rgb>>>;
  /** Colours that were not: they tint the air. */
  readonly skyColours: readonly Rgb[];
  /** Said of the sea or the lake. */
  readonly waterColour?: Rgb;
  /** Said of the land itself: a purple desert. */
  readonly landColour?: Rgb;
  /** All colours named, in order. */
  readonly palette: readonly Rgb[];
  readonly text: string | undefined;
  /** Said of the lettering: its hand, and that it runs from top to bottom. */
  readonly face?: FaceName;
  readonly isColumn?: true;
  /** The text, once its letters are there; nothing is written without. */
  readonly lettering?: Lettering;
  /** What the table of a still life is made of, where that was said. */
  readonly tableTop?: TableTop;
  /** The wall behind it is of boards. */
  readonly hasBoards?: true;
  /** Of the cloth on it, and that it is checked. */
  readonly cloth?: Rgb;
  readonly hasChecks?: true;
  /** What a product is shown on is of veined stone. */
  readonly hasVeins?: true;
  /** What lies behind a table that does not stand before a wall. */
  readonly view?: Setting;
  /** A table nothing was put on. */
  readonly isBare?: true;
  /** Said of the lettering, and of the plain ground it stands on. */
  readonly textInk?: Rgb;
  readonly ground?: Rgb;
  readonly seed: number;
}
