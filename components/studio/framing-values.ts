/** A drawn box and a grown canvas among the values of a draft, so that they are saved, taken back and done again with it. */
import { noExpansion } from "#lib/models/choose-frame.ts";
import type { Inputs } from "#lib/models/model.ts";
import type { Box, Expansion } from "#lib/wire.ts";

/** Kept beside the fields' values; no model has fields of these names. */
export const boxName = "frame.box";
export const expandName = "frame.expand";

export function isFramingName(name: string | null): boolean {
  return name === boxName || name === expandName;
}

/** They belong to one picture: on another they would mean nothing. */
export function readBox(values: Inputs, pictureId: string | null): Box | null {
  const [x, y, width, height] = numbersOf(values[boxName], pictureId);
  if (x === undefined || y === undefined || width === undefined || height === undefined || width < 1 || height < 1) return null;
  return { x, y, width, height };
}

export function readExpansion(values: Inputs, pictureId: string | null): Expansion {
  const sides = numbersOf(values[expandName], pictureId);
  const [left, top, right, bottom] = sides;
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return noExpansion;
  return sides.some((side) => side < 0) ? noExpansion : { left, top, right, bottom };
}

export function writeBox(pictureId: string, { x, y, width, height }: Box): string {
  return [pictureId, x, y, width, height].join(" ");
}

export function writeExpansion(pictureId: string, { left, top, right, bottom }: Expansion): string {
  return [pictureId, left, top, right, bottom].join(" ");
}

function numbersOf(value: unknown, pictureId: string | null): readonly number[] {
  const [id, ...numbers] = typeof value === "string" ? value.split(" ") : [];
  if (id === undefined || id !== pictureId) return [];
  const read = numbers.map(Number);
  return read.every(Number.isSafeInteger) ? read : [];
}
