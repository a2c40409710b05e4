import type { NumberField } from "#lib/models/model.ts";

const fewValues = 6;

/** So few whole numbers that each can be a button. */
export function isShortRange(field: NumberField, max: number): boolean {
  if (field.kind !== "integer" || field.min === undefined || field.multipleOf !== undefined) return false;
  return max - field.min < fewValues;
}

/** Fine enough to matter, coarse enough to reach every value by hand. */
export function sliderStep(field: NumberField, max: number): number {
  if (field.multipleOf !== undefined) return field.multipleOf;
  if (field.kind === "integer") return 1;
  const range = max - (field.min ?? 0);
  if (range <= 2) return 0.05;
  return range <= 20 ? 0.1 : 0.5;
}

/** What is typed beyond the range becomes the nearest value within it, for all to see, rather than being passed over. */
export function nearestIn(field: NumberField, max: number | undefined, value: number): number {
  const fitting = field.kind === "integer" ? Math.round(value) : value;
  return Math.min(Math.max(fitting, field.min ?? Number.NEGATIVE_INFINITY), max ?? Number.POSITIVE_INFINITY);
}
