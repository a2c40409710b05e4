/** What each line of an entry allows but the lines together do not; the built-in entries are held to it as well. */
import { checkValue } from "./check-value.ts";
import type { Field, ModelEntry, NumberField, Task } from "./model.ts";

const fewestPictures: Readonly<Record<Task, number>> = { generate: 0, edit: 1, fill: 1, combine: 2 };

/** Every contradiction as "path: what was expected"; empty where there is none. */
export function listContradictions(entry: ModelEntry): readonly string[] {
  return [
    ...listOfWhole(entry),
    ...entry.fields.flatMap((field) => listOfField(entry, field).map((fault) => `fields.${field.name}: ${fault}`)),
  ];
}

function listOfWhole({ fields, task, output, usualSeconds, sizesByRatio = {}, workingSize }: ModelEntry): string[] {
  const names = fields.map((field) => field.name);
  const faults = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
    (name) => `fields: expected each name once but received ${name} twice`,
  );
  const pictures = fields.filter((field) => field.kind === "picture").length;
  if (!fields.some((field) => field.name === "prompt" && field.kind === "text")) faults.push("fields: expected a text field named prompt");
  if (pictures < fewestPictures[task])
    faults.push(`fields: expected at least ${fewestPictures[task]} of kind picture for the task ${task} but received ${pictures}`);
  if (task === "fill" && !fields.some((field) => field.kind === "mask")) faults.push("fields: expected one of kind mask for the task fill");
  if (fields.filter(isSeed).length > 1) faults.push("fields: expected one seed at most");
  if (output.shape === "one" && output.max !== 1) faults.push(`output.max: expected 1 for the shape one but received ${output.max}`);
  if (usualSeconds[0] > usualSeconds[1]) faults.push("usualSeconds: expected the shorter time first");
  if (workingSize.rule === "fit" && workingSize.multipleOf > workingSize.maxSide)
    faults.push(`workingSize.multipleOf: expected at most maxSide but received ${workingSize.multipleOf}`);
  const ratio = fields.find((field) => field.name === "aspect_ratio");
  for (const name of Object.keys(sizesByRatio)) {
    if (ratio?.kind !== "choice" || !ratio.options.includes(name))
      faults.push(`sizesByRatio.${name}: expected one of the options of aspect_ratio`);
  }
  return faults;
}

function listOfField(entry: ModelEntry, field: Field): string[] {
  const faults: string[] = [];
  const find = (name: string) => entry.fields.find((one) => one.name === name && one !== field);
  if (field.onlyWhen) faults.push(...listOfCondition(find(field.onlyWhen.field), field.onlyWhen));
  if (field.required && field.hidden) faults.push("expected a required field to be shown");
  if (field.kind === "mask" && find(field.of)?.kind !== "picture")
    faults.push(`of: expected a picture field of this model but received ${field.of}`);
  if (field.kind === "choice") {
    if (new Set(field.options).size !== field.options.length) faults.push("options: expected each one once");
    faults.push(...listOfValue(field, "default", field.default), ...listOfValue(field, "proposed", field.proposed));
  }
  if (isNumber(field)) {
    faults.push(...listOfRange(field));
    if (field.capWith && !find(field.capWith.field))
      faults.push(`capWith.field: expected another field of this model but received ${field.capWith.field}`);
    if (field.name === "num_outputs" && (field.max === undefined || field.max > entry.output.max))
      faults.push(`max: expected at most output.max, which is ${entry.output.max}`);
  }
  return faults;
}

function listOfCondition(other: Field | undefined, { field, equals }: NonNullable<Field["onlyWhen"]>): string[] {
  if (!other) return [`onlyWhen.field: expected another field of this model but received ${field}`];
  if (other.onlyWhen) return [`onlyWhen.field: expected a field without onlyWhen but received ${field}`];
  return listOfValue(other, "onlyWhen.equals", equals);
}

function listOfRange(field: NumberField): string[] {
  const { min, max, default: usual, capWith } = field;
  if (min !== undefined && max !== undefined && min > max) return [`max: expected at least min, which is ${min}, but received ${max}`];
  if (capWith && usual !== undefined && usual > capWith.max) return [`default: expected at most ${capWith.max}, the max of capWith`];
  return listOfValue(field, "default", usual);
}

function listOfValue(field: Field, path: string, value: unknown): string[] {
  const fault = value === undefined ? null : checkValue(field, value);
  return fault ? [`${path}: ${fault.message.charAt(0).toLowerCase()}${fault.message.slice(1)}`] : [];
}

function isNumber(field: Field): field is NumberField {
  return field.kind === "integer" || field.kind === "number";
}

function isSeed(field: Field): boolean {
  return isNumber(field) && field.seed !== undefined;
}
