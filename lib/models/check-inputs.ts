/** The one check of a model's inputs, read from its entry: used by the studio's API, the facade and the fake gateway alike. */
import { type FieldFault, invalidInput } from "#lib/errors.ts";
import { isPictureId } from "#lib/ids.ts";
import { checkValue } from "./check-value.ts";
import type { Field, Inputs, InputValue, MaskField, ModelEntry, PictureField } from "./model.ts";

export interface CheckOptions {
  /** The studio's own form never sends a field the model does not have; strangers' clients do, and upstream ignores it. */
  readonly unknownFields: "refuse" | "ignore";
  /** "ids": pictures that are stored already; "addresses": anything a picture can be fetched from, resolved elsewhere. */
  readonly pictures: "ids" | "addresses";
}

export interface CheckedInputs {
  readonly inputs: Inputs;
  /** Names of fields the model does not have. */
  readonly ignored: readonly string[];
}

export function checkInputs(entry: ModelEntry, raw: unknown, options: CheckOptions): CheckedInputs {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    throw invalidInput({ field: "input", rule: "type", message: "Expected an object for input" });
  }
  const given = new Map(Object.entries(raw));
  const known = new Set(entry.fields.map((field) => field.name));
  const ignored = [...given.keys()].filter((name) => !known.has(name));
  const faults: FieldFault[] = options.unknownFields === "refuse" ? ignored.map((name) => unknownField(entry, name)) : [];
  const values = new Map<string, InputValue>();

  for (const field of entry.fields) {
    const value = withoutEmptiness(given.get(field.name));
    if (value === undefined) {
      if (field.required)
        faults.push({ field: field.name, rule: "required", message: `Expected a value for ${field.name} but received none` });
      continue;
    }
    const fault = checkValue(field, value) ?? (isPictureField(field) ? checkPicture(field, value, options) : null);
    if (fault) faults.push(fault);
    else values.set(field.name, value as InputValue);
  }
  dropMeaningless(entry, values);
  faults.push(...checkTogether(entry, values, given));

  const [first, ...rest] = faults;
  if (first) throw invalidInput(first, ...rest);
  return { inputs: Object.fromEntries(values), ignored };
}

export function isPictureField(field: Field): field is PictureField | MaskField {
  return field.kind === "picture" || field.kind === "mask";
}

export function pictureFieldsOf(entry: ModelEntry): readonly (PictureField | MaskField)[] {
  return entry.fields.filter(isPictureField);
}

/** null and "" say nothing; so does a prompt of spaces. */
function withoutEmptiness(value: unknown): unknown {
  if (value === null) return undefined;
  return typeof value === "string" && value.trim() === "" ? undefined : value;
}

function unknownField(entry: ModelEntry, name: string): FieldFault {
  const names = entry.fields.filter((field) => !field.hidden).map((field) => field.name);
  const shown = name.slice(0, 80);
  return { field: shown, rule: "unknown", message: `Expected one of the fields ${names.join(", ")} but received "${shown}"` };
}

function checkPicture(field: PictureField | MaskField, value: unknown, { pictures }: CheckOptions): FieldFault | null {
  if (pictures === "addresses" || isPictureId(String(value))) return null;
  return { field: field.name, rule: "format", message: `Expected the id of a stored picture for ${field.name}` };
}

/** A width is only a width while the ratio is "custom". */
function dropMeaningless(entry: ModelEntry, values: Map<string, InputValue>): void {
  for (const { name, onlyWhen } of entry.fields) {
    if (onlyWhen && values.get(onlyWhen.field) !== onlyWhen.equals) values.delete(name);
  }
}

function checkTogether(entry: ModelEntry, values: ReadonlyMap<string, InputValue>, given: ReadonlyMap<string, unknown>): FieldFault[] {
  return entry.fields.flatMap((field): FieldFault[] => {
    const value = values.get(field.name);
    if (value === undefined) return [];
    if (field.kind === "mask" && withoutEmptiness(given.get(field.of)) === undefined) {
      const isTold = entry.fields.some((other) => other.name === field.of && other.required);
      return isTold
        ? []
        : [{ field: field.of, rule: "required", message: `Expected a picture for ${field.of} because ${field.name} belongs to it` }];
    }
    const cap = field.kind === "integer" || field.kind === "number" ? field.capWith : undefined;
    if (!cap || typeof value !== "number" || value <= cap.max || !values.has(cap.field)) return [];
    return [
      {
        field: field.name,
        rule: "number_lte",
        message: `Expected at most ${cap.max} for ${field.name} together with ${cap.field} but received ${value}`,
      },
    ];
  });
}
