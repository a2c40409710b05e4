/** What one press of Run begins: every chosen model, as often as it takes to make the wanted number of pictures. */
import type { Inputs, ModelEntry } from "#lib/models/model.ts";
import { estimatePriceUsd, pictureCount } from "#lib/models/price.ts";
import { seedField } from "#lib/models/request-input.ts";

/** Kept beside the fields' values; no model has fields of these names. */
export const variantsName = "variants";
export const alsoOnName = "alsoOn";
const mostVariants = 4;

export interface PlannedRun {
  readonly entry: ModelEntry;
  readonly inputs: Inputs;
}

export function readVariants(typed: Inputs): number {
  const count = typed[variantsName];
  return typeof count === "number" && Number.isInteger(count) ? Math.min(Math.max(count, 1), mostVariants) : 1;
}

export function answersSeveral(entry: ModelEntry): boolean {
  return entry.fields.some(({ name }) => name === "num_outputs");
}

/** The chosen model first, then those it is compared with. */
export function chosenModels(entry: ModelEntry, models: readonly ModelEntry[], typed: Inputs): readonly ModelEntry[] {
  const ids = String(typed[alsoOnName] ?? "").split(" ");
  return [entry, ...models.filter(({ id, task }) => id !== entry.id && task === entry.task && ids.includes(id))];
}

export function withAlsoOn(typed: Inputs, id: string, isOn: boolean): string | undefined {
  const ids = String(typed[alsoOnName] ?? "")
    .split(" ")
    .filter((one) => one !== "" && one !== id);
  return (isOn ? [...ids, id] : ids).join(" ") || undefined;
}

/** A model that answers one picture is asked several times; a seed that was set counts up, or all would be the same. */
export function planRuns(entry: ModelEntry, inputs: Inputs, typed: Inputs): readonly PlannedRun[] {
  const count = answersSeveral(entry) ? 1 : readVariants(typed);
  const seed = seedField(entry);
  const given = seed ? inputs[seed.name] : undefined;
  return Array.from({ length: count }, (_, at) => ({
    entry,
    inputs: seed && typeof given === "number" ? { ...inputs, [seed.name]: countUp(given, at, seed.max) } : inputs,
  }));
}

function countUp(seed: number, by: number, max = Number.MAX_SAFE_INTEGER): number {
  return seed + by > max ? seed - by : seed + by;
}

export interface PlanFacts {
  readonly pictures: number;
  /** Null where the price of one of them is not known. */
  readonly priceUsd: number | null;
}

export function factsOfPlan(runs: readonly PlannedRun[]): PlanFacts {
  const prices = runs.map(({ entry, inputs }) => estimatePriceUsd(entry, inputs));
  return {
    pictures: runs.reduce((sum, { entry, inputs }) => sum + pictureCount(entry, inputs), 0),
    priceUsd: prices.reduce<number | null>((sum, price) => (sum === null || price === null ? null : sum + price), 0),
  };
}
