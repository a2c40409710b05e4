/** A model's inputs as JSON Schema, for the description of the facade. */
import { longestText } from "./check-value.ts";
import type { Field, FieldKind, ModelEntry } from "./model.ts";

export type JsonSchema = Readonly<Record<string, unknown>>;

const shapes: { readonly [Kind in FieldKind]: (field: Extract<Field, { kind: Kind }>) => JsonSchema } = {
  text: () => ({ type: "string", maxLength: longestText }),
  integer: (field) => ({ type: "integer", ...range(field) }),
  number: (field) => ({ type: "number", ...range(field) }),
  choice: (field) => ({ type: "string", enum: field.options, default: field.default }),
  toggle: (field) => ({ type: "boolean", default: field.default }),
  picture: () => ({ type: "string", format: "uri" }),
  mask: () => ({ type: "string", format: "uri" }),
};

export function inputSchema(entry: ModelEntry): JsonSchema {
  const properties = entry.fields.map((field, index) => [field.name, fieldSchema(field, index)] as const);
  return {
    type: "object",
    title: "Input",
    required: entry.fields.filter((field) => field.required).map((field) => field.name),
    properties: Object.fromEntries(properties),
  };
}

function fieldSchema(field: Field, index: number): JsonSchema {
  const shape = shapes[field.kind] as (field: Field) => JsonSchema;
  return { ...shape(field), title: field.label.en, description: field.help.en, "x-order": index };
}

function range(field: Extract<Field, { kind: "integer" | "number" }>): JsonSchema {
  return {
    ...(field.min === undefined ? {} : { minimum: field.min }),
    ...(field.max === undefined ? {} : { maximum: field.max }),
    ...(field.default === undefined ? {} : { default: field.default }),
    ...(field.multipleOf === undefined ? {} : { multipleOf: field.multipleOf }),
  };
}
