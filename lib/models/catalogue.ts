/** All models a house knows: the built-in ones and those its owner added as files. */
import { AppError } from "#lib/errors.ts";
import { builtInModels } from "./built-in.ts";
import { enlargeModel } from "./enlarge.ts";
import type { ModelEntry } from "./model.ts";

export interface Catalogue {
  list(): readonly ModelEntry[];
  /** Throws unknown_model. */
  get(id: string): ModelEntry;
}

/** Runs of our own engine are looked up with the models, but nobody is offered them and no request may name them. */
export function withTools(catalogue: Catalogue): Catalogue {
  return { list: catalogue.list, get: (id) => (id === enlargeModel.id ? enlargeModel : catalogue.get(id)) };
}

export interface CatalogueAdditions {
  readonly extra?: readonly ModelEntry[];
  /** Per picture, by model; replaces what the entry says. */
  readonly prices?: Readonly<Record<string, number>>;
}

export function createCatalogue({ extra = [], prices = {} }: CatalogueAdditions = {}): Catalogue {
  const byId = new Map<string, ModelEntry>();
  for (const entry of [...builtInModels, ...extra]) {
    if (byId.has(entry.id)) throw new Error(`Expected one entry for each model but received two for ${entry.id}`);
    byId.set(entry.id, entry);
  }
  for (const [id, priceUsd] of Object.entries(prices)) {
    const entry = byId.get(id);
    if (!entry) throw new Error(`Expected prices for known models only but received one for ${id}`);
    byId.set(id, { ...entry, priceUsd });
  }
  return {
    list: () => [...byId.values()],
    get(id) {
      const entry = byId.get(id);
      if (!entry)
        throw new AppError("unknown_model", `Expected one of ${[...byId.keys()].join(", ")} for model but received "${id.slice(0, 120)}"`);
      return entry;
    },
  };
}
