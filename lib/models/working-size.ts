/** The size a picture is fitted to before it is sent: the model's own rule, applied by us, so that it has nothing to resample. */
import type { ModelEntry, Size, WorkingSize } from "./model.ts";

interface Measured {
  readonly width: number;
  readonly height: number;
}

/** No side is floored below the first multiple from here on: a 31 px side must not become nothing. */
const smallestSide = 64;
/** 3000 × (1440 / 3000) may come out a hair below 1440, which the floor would turn into 1408. */
const roundingError = 1e-6;

export function workingSize(entry: ModelEntry, picture: Measured): Size {
  const { workingSize: rule } = entry;
  if (rule.rule === "own") return [picture.width, picture.height];
  return rule.rule === "fit" ? fitInside(rule, picture) : nearestShape(rule.sizes, picture);
}

/** The picture's own size, or the largest of its shape with at most this many pixels. */
export function sizeWithin(mostPixels: number, { width, height }: Measured): Size {
  const scale = Math.min(1, Math.sqrt(mostPixels / (width * height)));
  return [Math.max(1, Math.floor(width * scale)), Math.max(1, Math.floor(height * scale))];
}

function fitInside({ maxSide, maxPixels, multipleOf }: Extract<WorkingSize, { rule: "fit" }>, { width, height }: Measured): Size {
  const bySide = maxSide / Math.max(width, height);
  const byArea = maxPixels === undefined ? 1 : Math.sqrt(maxPixels / (width * height));
  const scale = Math.min(1, bySide, byArea);
  return [floorTo(multipleOf, width * scale), floorTo(multipleOf, height * scale)];
}

export function floorTo(multipleOf: number, side: number): number {
  return Math.max(Math.ceil(smallestSide / multipleOf), Math.floor((side + roundingError) / multipleOf)) * multipleOf;
}

/** Compared by the logarithm of the ratio, so that 2:1 is as far from 1:1 as 1:2 is. */
function nearestShape(sizes: readonly Size[], { width, height }: Measured): Size {
  const distance = ([w, h]: Size) => Math.abs(Math.log(w / h) - Math.log(width / height));
  return sizes.reduce((best, size) => (distance(size) < distance(best) ? size : best));
}
