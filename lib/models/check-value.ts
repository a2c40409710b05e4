/** One value against its own field. `Record<FieldKind, …>`: a new kind does not compile until it has its row. */
import type { FieldFault } from "#lib/errors.ts";
import type { ChoiceField, Field, FieldKind, NumberField } from "./model.ts";

export const longestText = 10_000;
type Check<Kind extends FieldKind> = (field: Extract<Field, { kind: Kind }>, value: unknown) => FieldFault | null;

const checks: { readonly [Kind in FieldKind]: Check<Kind> } = {
  text: (field, value) => {
    if (typeof value !== "string") return wrongType(field, "text", value);
    if (value.length <= longestText) return null;
    return {
      field: field.name,
      rule: "number_lte",
      limit: longestText,
      message: `Expected at most ${longestText} characters for ${field.name} but received ${value.length}`,
    };
  },
  integer: (field, value) => (Number.isInteger(value) ? checkRange(field, value as number) : wrongType(field, "a whole number", value)),
  number: (field, value) => (Number.isFinite(value) ? checkRange(field, value as number) : wrongType(field, "a number", value)),
  choice: checkChoice,
  toggle: (field, value) => (typeof value === "boolean" ? null : wrongType(field, "true or false", value)),
  // An address may be a data URI of a whole picture; its size is capped where the body is read.
  picture: (field, value) => (typeof value === "string" ? null : wrongType(field, "a picture", value)),
  mask: (field, value) => (typeof value === "string" ? null : wrongType(field, "a picture", value)),
};

export function checkValue(field: Field, value: unknown): FieldFault | null {
  const check = checks[field.kind] as (field: Field, value: unknown) => FieldFault | null;
  return check(field, value);
}

function checkRange(field: NumberField, value: number): FieldFault | null {
  const { name, min, max, multipleOf } = field;
  if (max !== undefined && value > max)
    return { field: name, rule: "number_lte", limit: max, message: `Expected at most ${max} for ${name} but received ${value}` };
  if (min !== undefined && value < min)
    return { field: name, rule: "number_gte", limit: min, message: `Expected at least ${min} for ${name} but received ${value}` };
  if (multipleOf !== undefined && !isMultiple(value, multipleOf)) {
    return {
      field: name,
      rule: "multiple_of",
      limit: multipleOf,
      message: `Expected a multiple of ${multipleOf} for ${name} but received ${value}`,
    };
  }
  if (field.kind === "integer" && !Number.isSafeInteger(value)) return wrongType(field, "a whole number", value);
  return null;
}

/** 0.3 is a multiple of 0.1, although neither is exact in binary. */
function isMultiple(value: number, of: number): boolean {
  const times = value / of;
  return Math.abs(times - Math.round(times)) < 1e-9 * Math.max(1, Math.abs(times));
}

function checkChoice(field: ChoiceField, value: unknown): FieldFault | null {
  if (typeof value === "string" && field.options.includes(value)) return null;
  return {
    field: field.name,
    rule: "enum",
    message: `Expected one of ${field.options.join(", ")} for ${field.name} but received ${show(value)}`,
  };
}

function wrongType(field: Field, expected: string, value: unknown): FieldFault {
  return { field: field.name, rule: "type", message: `Expected ${expected} for ${field.name} but received ${show(value)}` };
}

function show(value: unknown): string {
  if (typeof value === "string") return `"${value.slice(0, 60)}"`;
  return typeof value === "object" ? (Array.isArray(value) ? "a list" : "an object") : String(value);
}
