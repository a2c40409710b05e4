/** The one check of a model's inputs, read from its entry: used by the studio's API, the facade and the fake gateway alike. */
import { type FieldFault, invalidInput } from "#lib/errors.ts";
import { isPictureId } from "#lib/ids.ts";
import { checkValue } from "./check-value.ts";
import { hasMeaning } from "./effective-value.ts";
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
  const unknown = options.unknownFields === "refuse" ? ignored.map((name) => unknownField(entry, name)) : [];
  const verdicts = entry.fields.map((field) => ({ field, ...judge(field, given.get(field.name), options) }));
  const good = inputsOf(verdicts);
  const kept = verdicts.filter(({ field }) => hasMeaning(entry, field, good));
  const inputs = inputsOf(kept);

  const [first, ...rest] = [...unknown, ...kept.flatMap(({ fault }) => fault ?? []), ...checkTogether(entry, inputs, given)];
  if (first) throw invalidInput(first, ...rest);
  return { inputs, ignored };
}

interface Verdict {
  readonly field: Field;
  readonly value?: InputValue;
  readonly fault?: FieldFault;
}

function judge(field: Field, raw: unknown, options: CheckOptions): Omit<Verdict, "field"> {
  const value = withoutEmptiness(field, raw);
  if (value === undefined) return field.required ? { fault: missing(field.name) } : {};
  const fault = checkValue(field, value) ?? (isPictureField(field) ? checkPicture(field, value, options) : null);
  return fault ? { fault } : { value: value as InputValue };
}

function inputsOf(verdicts: readonly Verdict[]): Inputs {
  return Object.fromEntries(verdicts.flatMap(({ field, value }) => (value === undefined ? [] : [[field.name, value] as const])));
}

export function isPictureField(field: Field): field is PictureField | MaskField {
  return field.kind === "picture" || field.kind === "mask";
}

export function pictureFieldsOf(entry: ModelEntry): readonly (PictureField | MaskField)[] {
  return entry.fields.filter(isPictureField);
}

/** null and "" say nothing; so does a prompt or an address of spaces. */
function withoutEmptiness(field: Field, value: unknown): unknown {
  const isWords = field.kind === "text" || isPictureField(field);
  const isEmpty = value === null || value === "" || (isWords && typeof value === "string" && value.trim() === "");
  return isEmpty ? undefined : value;
}

function missing(name: string, why = ""): FieldFault {
  return { field: name, rule: "required", message: `Expected a value for ${name}${why} but received none` };
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

function checkTogether(entry: ModelEntry, inputs: Inputs, given: ReadonlyMap<string, unknown>): FieldFault[] {
  return entry.fields.flatMap((field): FieldFault[] => {
    const value = inputs[field.name];
    if (value === undefined) return [];
    if (field.kind === "mask") {
      const picture = entry.fields.find((other) => other.name === field.of);
      const isGiven = !picture || withoutEmptiness(picture, given.get(field.of)) !== undefined;
      return isGiven || picture.required ? [] : [missing(field.of, `, to which ${field.name} belongs,`)];
    }
    const cap = field.kind === "integer" || field.kind === "number" ? field.capWith : undefined;
    if (!cap || typeof value !== "number" || value <= cap.max || inputs[cap.field] === undefined) return [];
    return [
      {
        field: field.name,
        rule: "number_lte",
        limit: cap.max,
        message: `Expected at most ${cap.max} for ${field.name} together with ${cap.field} but received ${value}`,
      },
    ];
  });
}
