/** All models a house knows: the built-in ones and those its owner added as files. Filled in by the catalogue's own room. */
import type { ModelEntry } from "./model.ts";

export interface Catalogue {
  list(): readonly ModelEntry[];
  /** Throws unknown_model. */
  get(id: string): ModelEntry;
}
