/** How words and what they mean stand in a list. Phrases are separated by "|". */
import type { FlowerKind, Hour, PatternKind, Setting, Style, ThingName, Trait, Weather } from "../scene.ts";

export type SceneMeaning =
  | { readonly kind: "setting"; readonly is: Setting }
  | { readonly kind: "hour"; readonly is: Hour }
  | { readonly kind: "weather"; readonly is: Weather }
  | { readonly kind: "trait"; readonly is: Trait }
  | { readonly kind: "style"; readonly is: Style }
  | { readonly kind: "pattern"; readonly is: PatternKind }
  | { readonly kind: "flower"; readonly is: FlowerKind }
  | { readonly kind: "thing"; readonly is: ThingName };

export interface SceneRow {
  readonly words: string;
  readonly means: SceneMeaning;
}

export const setting = (is: Setting, words: string): SceneRow => ({ words, means: { kind: "setting", is } });
export const hour = (is: Hour, words: string): SceneRow => ({ words, means: { kind: "hour", is } });
export const weather = (is: Weather, words: string): SceneRow => ({ words, means: { kind: "weather", is } });
export const trait = (is: Trait, words: string): SceneRow => ({ words, means: { kind: "trait", is } });
export const style = (is: Style, words: string): SceneRow => ({ words, means: { kind: "style", is } });
export const pattern = (is: PatternKind, words: string): SceneRow => ({ words, means: { kind: "pattern", is } });
export const flower = (is: FlowerKind, words: string): SceneRow => ({ words, means: { kind: "flower", is } });
export const thing = (is: ThingName, words: string): SceneRow => ({ words, means: { kind: "thing", is } });
