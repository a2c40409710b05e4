/** The size a model paints at, as far as it is known; the local engine paints at the same. */
import { effectiveValue } from "./effective-value.ts";
import type { Inputs, ModelEntry, Size } from "./model.ts";
import { floorTo } from "./working-size.ts";

interface Measured {
  readonly width: number;
  readonly height: number;
}

const onePixelCount = 1024 * 1024;

/** `picture` is the prepared one the result grows out of; without it only the inputs decide. */
export function outputSize(entry: ModelEntry, inputs: Inputs, picture?: Measured): Size {
  // Not a number where the model has no such field, or the value is a word such as "match_input".
  const megapixels = Number(effectiveValue(entry, inputs, "megapixels"));
  if (picture && entry.task === "fill") return filledSize(entry, picture, megapixels);
  const ratio = effectiveValue(entry, inputs, "aspect_ratio");
  if (picture && (ratio === undefined || ratio === "match_input_image" || hasShapeSetter(entry))) return [picture.width, picture.height];
  if (ratio === "custom") return [customSide(inputs.width), customSide(inputs.height)];
  const full = entry.sizesByRatio?.[String(ratio)] ?? oneMegapixel(String(ratio));
  const scale = megapixels > 0 ? Math.sqrt(megapixels) : 1;
  return scale === 1 ? full : [roundTo16(full[0] * scale), roundTo16(full[1] * scale)];
}

/** Scaled up or down to the asked area; without one, the prepared picture's own size. */
function filledSize(entry: ModelEntry, { width, height }: Measured, megapixels: number): Size {
  if (!(megapixels > 0)) return [width, height];
  const scale = Math.sqrt((megapixels * onePixelCount) / (width * height));
  const multipleOf = entry.workingSize.rule === "fit" ? entry.workingSize.multipleOf : 16;
  return [floorTo(multipleOf, width * scale), floorTo(multipleOf, height * scale)];
}

function hasShapeSetter(entry: ModelEntry): boolean {
  return entry.fields.some((field) => field.kind === "picture" && field.setsShape);
}

function customSide(value: unknown): number {
  return typeof value === "number" ? value : 1024;
}

function oneMegapixel(ratio: string): Size {
  const [across = 1, down = 1] = ratio.split(":").map(Number);
  const shape = across > 0 && down > 0 ? across / down : 1;
  const width = roundTo16(Math.sqrt(onePixelCount * shape));
  return [width, roundTo16(width / shape)];
}

function roundTo16(side: number): number {
  return Math.max(16, Math.round(side / 16) * 16);
}
