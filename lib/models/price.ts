/** What a run will cost, before it is run. */
import { effectiveValue } from "./effective-value.ts";
import type { Inputs, ModelEntry } from "./model.ts";

/** Whole millionths of a dollar, so that three times 0.025 is 0.075. */
const parts = 1_000_000;

export function estimatePriceUsd(entry: ModelEntry, inputs: Inputs): number | null {
  return entry.priceUsd === null ? null : Math.round(entry.priceUsd * pictureCount(entry, inputs) * parts) / parts;
}

export function pictureCount(entry: ModelEntry, inputs: Inputs): number {
  const count = effectiveValue(entry, inputs, "num_outputs");
  return entry.output.shape === "list" && typeof count === "number" ? Math.min(count, entry.output.max) : 1;
}
