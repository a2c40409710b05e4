/** What the form shows and sends: a model's proposals, over them what a person set, over gaps the picture on the stage. */
import type { FieldFault } from "#lib/errors.ts";
import { initialInputs, maskFieldOf, visibleFields } from "#lib/models/form.ts";
import type { Field, Inputs, InputValue, ModelEntry, NumberField, PictureField } from "#lib/models/model.ts";
import { readMask } from "./mask-value.ts";

/** Values are kept per task and field name, so that trying another model loses none; only those this model can take count. */
export function valuesOf(entry: ModelEntry, typed: Inputs, basePictureId: string | null): Inputs {
  const values: Record<string, InputValue> = { ...initialInputs(entry) };
  const base = baseField(entry);
  // A mask lies on what the stage shows, so this picture is that one, whatever was chosen before.
  const isMasked = basePictureId !== null && base !== undefined && maskFieldOf(entry)?.of === base.name;
  for (const field of entry.fields) {
    const written = isMasked && field === base ? undefined : typed[field.name];
    const value = field.kind === "mask" && typeof written === "string" ? readMask(written, basePictureId) : written;
    if (value !== undefined && canTake(field, value)) values[field.name] = value;
  }
  if (base && basePictureId && values[base.name] === undefined) values[base.name] = basePictureId;
  for (const field of entry.fields) {
    const cap = isNumber(field) ? highestOf(field, values) : undefined;
    const value = values[field.name];
    if (cap !== undefined && typeof value === "number" && value > cap) values[field.name] = cap;
  }
  return values;
}

/** The picture field that follows the stage; words alone need none. */
export function baseField(entry: ModelEntry): PictureField | undefined {
  return entry.task === "generate" ? undefined : entry.fields.find((field) => field.kind === "picture");
}

export function canTake(field: Field, value: InputValue): boolean {
  switch (field.kind) {
    case "text":
    case "picture":
    case "mask":
      return typeof value === "string" && value !== "";
    case "toggle":
      return typeof value === "boolean";
    case "choice":
      return typeof value === "string" && field.options.includes(value);
    case "integer":
      return isInRange(field, value) && Number.isInteger(value);
    case "number":
      return isInRange(field, value);
  }
}

export function highestOf(field: NumberField, values: Inputs): number | undefined {
  const { capWith, max } = field;
  if (!capWith || values[capWith.field] === undefined) return max;
  return max === undefined ? capWith.max : Math.min(max, capWith.max);
}

/** What leaves for the server: shown fields with a value. */
export function inputsToSend(entry: ModelEntry, values: Inputs): Inputs {
  const shown = visibleFields(entry, values);
  return Object.fromEntries(
    shown.flatMap(({ name }) => {
      const value = values[name];
      return value === undefined || value === "" ? [] : [[name, value] as const];
    }),
  );
}

export function missingFaults(entry: ModelEntry, values: Inputs): readonly FieldFault[] {
  return visibleFields(entry, values)
    .filter((field) => field.required)
    .filter(({ name }) => {
      const value = values[name];
      return value === undefined || (typeof value === "string" && value.trim() === "");
    })
    .map(({ name }) => ({ field: name, rule: "required", message: `Expected a value for ${name}` }));
}

/** What is worth saying in one line: what steers the model most, the seed, and whatever else was changed and is sent so. */
export function summaryFields(fields: readonly Field[], values: Inputs, typed: Inputs): readonly Field[] {
  const steering = new Set(["guidance", "num_inference_steps"]);
  return fields.filter((field) => {
    const isSeed = isNumber(field) && field.seed !== undefined;
    const isChanged = values[field.name] !== undefined && values[field.name] === typed[field.name];
    return isSeed || isChanged || (steering.has(field.name) && values[field.name] !== undefined);
  });
}

function isInRange(field: NumberField, value: InputValue): value is number {
  if (typeof value !== "number" || !Number.isFinite(value)) return false;
  return value >= (field.min ?? Number.NEGATIVE_INFINITY) && value <= (field.max ?? Number.POSITIVE_INFINITY);
}

function isNumber(field: Field): field is NumberField {
  return field.kind === "integer" || field.kind === "number";
}
