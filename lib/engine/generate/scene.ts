/** What a prompt comes to before anything is painted. */
import type { Rgb } from "#lib/pixels/colour.ts";

export type Setting = "sea" | "lake" | "mountains" | "forest" | "desert" | "city" | "meadow" | "snow" | "sky" | "space" | "table";
export type Hour = "day" | "golden" | "sunset" | "dusk" | "night" | "storm";
export type Season = "autumn" | "blossom";
export type Weather = "clouds" | "rain" | "snowfall" | "mist" | "clear";
export type ThingName =
  | "cake"
  | "house"
  | "tree"
  | "boat"
  | "car"
  | "balloon"
  | "birds"
  | "rocket"
  | "flower"
  | "lighthouse"
  | "heart"
  | "moon"
  | "sun"
  | "stars"
  | "planet";

export interface Scene {
  /** Undefined: nothing recognised, an abstract composition. */
  readonly setting: Setting | undefined;
  readonly hour: Hour;
  readonly weather: readonly Weather[];
  readonly things: readonly ThingName[];
  readonly hasMountains: boolean;
  readonly hasSnow: boolean;
  readonly hasMilkyWay: boolean;
  readonly hasNeon: boolean;
  readonly hasEarth: boolean;
  readonly hasRings: boolean;
  readonly many: readonly ThingName[];
  readonly hasCrescent: boolean;
  readonly season: Season | undefined;
  /** Colours that were not said of a thing: they tint the air. */
  readonly skyColours: readonly Rgb[];
  /** Colours named, in order. */
  readonly palette: readonly Rgb[];
  readonly text: string | undefined;
  readonly seed: number;
}
