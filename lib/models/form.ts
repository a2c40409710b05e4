/** What the form shows of a model and starts with. */
import { hasMeaning } from "./effective-value.ts";
import type { Field, Inputs, InputValue, MaskField, ModelEntry } from "./model.ts";

/** In the entry's order, without hidden fields and those that have no meaning with these values. */
export function visibleFields(entry: ModelEntry, inputs: Inputs = initialInputs(entry)): readonly Field[] {
  return entry.fields.filter((field) => !field.hidden && hasMeaning(entry, field, inputs));
}

/** What we propose, else what the model takes by itself; nothing for text, pictures and seeds. */
export function initialInputs(entry: ModelEntry): Inputs {
  const values: Record<string, InputValue> = {};
  for (const field of entry.fields) {
    const value = field.hidden ? undefined : initialValue(field);
    if (value !== undefined) values[field.name] = value;
  }
  return values;
}

export function maskFieldOf(entry: ModelEntry): MaskField | null {
  return entry.fields.find((field) => field.kind === "mask") ?? null;
}

function initialValue(field: Field): InputValue | undefined {
  if (field.kind === "choice") return field.proposed ?? field.default;
  return "default" in field ? field.default : undefined;
}
