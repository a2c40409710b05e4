/** A box at the size a model works at: not resampled where it fits, never stretched, filled up to sides the model takes. */
import type { Size, WorkingSize } from "./model.ts";

interface Measured {
  readonly width: number;
  readonly height: number;
}

interface Fitting {
  readonly content: Size;
  readonly working: Size;
}

const smallestSide = 64;

export function fitContent(rule: WorkingSize, box: Measured): Fitting {
  if (rule.rule === "own") return { content: [box.width, box.height], working: [box.width, box.height] };
  return rule.rule === "fit" ? fitInside(rule, box) : fitShape(rule.sizes, box);
}

function fitInside({ maxSide, maxPixels, multipleOf }: Extract<WorkingSize, { rule: "fit" }>, { width, height }: Measured): Fitting {
  const longest = Math.floor(maxSide / multipleOf) * multipleOf;
  const least = Math.ceil(smallestSide / multipleOf) * multipleOf;
  const up = (side: number) => Math.max(least, Math.ceil(side / multipleOf) * multipleOf);
  let scale = Math.min(1, longest / Math.max(width, height));
  for (;;) {
    const content = scaled(width, height, scale);
    const working: Size = [up(content[0]), up(content[1])];
    const isTooLarge = maxPixels !== undefined && working[0] * working[1] > maxPixels;
    if (!isTooLarge || (working[0] === least && working[1] === least)) return { content, working };
    scale *= 0.99;
  }
}

function fitShape(sizes: readonly Size[], { width, height }: Measured): Fitting {
  const distance = ([w, h]: Size) => Math.abs(Math.log(w / h) - Math.log(width / height));
  const working = sizes.reduce((best, size) => (distance(size) < distance(best) ? size : best));
  return { content: scaled(width, height, Math.min(working[0] / width, working[1] / height)), working };
}

function scaled(width: number, height: number, scale: number): Size {
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}
