/** What a run will cost, before it is run. */
import type { Inputs, ModelEntry } from "./model.ts";

export function estimatePriceUsd(entry: ModelEntry, inputs: Inputs): number | null {
  return entry.priceUsd === null ? null : entry.priceUsd * pictureCount(entry, inputs);
}

export function pictureCount(entry: ModelEntry, inputs: Inputs): number {
  const count = inputs.num_outputs;
  return entry.output.shape === "list" && typeof count === "number" ? Math.min(count, entry.output.max) : 1;
}
