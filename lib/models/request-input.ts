/** The upstream `input` object: only names the model has, nothing empty, nothing hidden that nobody gave. */
import { isPictureField } from "./check-inputs.ts";
import type { Inputs, InputValue, ModelEntry, NumberField } from "./model.ts";

type SeedField = NumberField & { readonly seed: NonNullable<NumberField["seed"]> };

export function seedField(entry: ModelEntry): SeedField | null {
  return entry.fields.find((field): field is SeedField => "seed" in field && field.seed !== undefined) ?? null;
}

export interface RequestParts {
  readonly entry: ModelEntry;
  readonly inputs: Inputs;
  /** What was drawn or given; null where the model takes none. */
  readonly seed: number | null;
  /** Data URIs by field name. */
  readonly pictures: Readonly<Record<string, string>>;
}

export function requestInput({ entry, inputs, seed, pictures }: RequestParts): Record<string, InputValue> {
  const input: Record<string, InputValue> = {};
  for (const field of entry.fields) {
    const value = isPictureField(field)
      ? pictures[field.name]
      : "seed" in field
        ? seedToSend(field as SeedField, seed)
        : inputs[field.name];
    if (value !== undefined && value !== "") input[field.name] = value;
  }
  return input;
}

function seedToSend(field: SeedField, seed: number | null): number | undefined {
  return seed === null || (seed === 0 && field.seed.zeroIsRandom) ? undefined : seed;
}
