/** The size a picture is fitted to before it is sent: the model's own rule, applied by us, so that it has nothing to resample. */
import type { ModelEntry, Size, WorkingSize } from "./model.ts";

interface Measured {
  readonly width: number;
  readonly height: number;
}

/** A side is never floored below this many multiples: a 31 px side must not become nothing. */
const smallestSide = 64;

export function workingSize(entry: ModelEntry, picture: Measured): Size {
  return entry.workingSize.rule === "fit" ? fitInside(entry.workingSize, picture) : nearestShape(entry.workingSize.sizes, picture);
}

function fitInside(rule: Extract<WorkingSize, { rule: "fit" }>, { width, height }: Measured): Size {
  const bySide = rule.maxSide / Math.max(width, height);
  const byArea = rule.maxPixels === undefined ? 1 : Math.sqrt(rule.maxPixels / (width * height));
  const scale = Math.min(1, bySide, byArea);
  const floor = (side: number) => Math.max(smallestSide, Math.floor((side * scale) / rule.multipleOf) * rule.multipleOf);
  return [floor(width), floor(height)];
}

/** Compared by the logarithm of the ratio, so that 2:1 is as far from 1:1 as 1:2 is. */
function nearestShape(sizes: readonly Size[], { width, height }: Measured): Size {
  const distance = ([w, h]: Size) => Math.abs(Math.log(w / h) - Math.log(width / height));
  return sizes.reduce((best, size) => (distance(size) < distance(best) ? size : best));
}
