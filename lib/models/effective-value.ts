/** What a left-out field stands for, and whether a field means something beside the others. */
import type { Field, Inputs, InputValue, ModelEntry } from "./model.ts";

/** The given value, else what the model takes by itself. */
export function effectiveValue(entry: ModelEntry, inputs: Inputs, name: string): InputValue | undefined {
  const field = entry.fields.find((one) => one.name === name);
  return inputs[name] ?? (field && "default" in field ? field.default : undefined);
}

/** A width is only a width while the ratio is "custom". */
export function hasMeaning(entry: ModelEntry, { onlyWhen }: Field, inputs: Inputs): boolean {
  return !onlyWhen || effectiveValue(entry, inputs, onlyWhen.field) === onlyWhen.equals;
}
