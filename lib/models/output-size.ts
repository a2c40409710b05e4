/** The size a model paints at, as far as it is known; the local engine paints at the same. */
import type { Inputs, ModelEntry, Size } from "./model.ts";

interface Measured {
  readonly width: number;
  readonly height: number;
}

const onePixelCount = 1024 * 1024;

/** `picture` is the prepared one the result grows out of; without it only the inputs decide. */
export function outputSize(entry: ModelEntry, inputs: Inputs, picture?: Measured): Size {
  const ratio = inputs.aspect_ratio ?? defaultRatio(entry);
  if (picture && (ratio === undefined || ratio === "match_input_image" || entry.task === "fill" || entry.task === "generate")) {
    return [picture.width, picture.height];
  }
  const full = fullSize(entry, inputs, typeof ratio === "string" ? ratio : "1:1");
  return inputs.megapixels === "0.25" ? [full[0] / 2, full[1] / 2] : full;
}

function defaultRatio(entry: ModelEntry): string | undefined {
  for (const field of entry.fields) if (field.name === "aspect_ratio" && field.kind === "choice") return field.default;
  return undefined;
}

function fullSize(entry: ModelEntry, inputs: Inputs, ratio: string): Size {
  const { width, height } = inputs;
  if (ratio === "custom") return [typeof width === "number" ? width : 1024, typeof height === "number" ? height : 1024];
  return entry.sizesByRatio?.[ratio] ?? oneMegapixel(ratio);
}

/** About one megapixel at this ratio, sides in multiples of 16. */
function oneMegapixel(ratio: string): Size {
  const [across = 1, down = 1] = ratio.split(":").map(Number);
  const shape = across > 0 && down > 0 ? across / down : 1;
  const width = Math.round(Math.sqrt(onePixelCount * shape) / 16) * 16;
  return [width, Math.round(width / shape / 16) * 16];
}
