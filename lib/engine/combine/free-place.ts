/** Where on a free surface a rectangle fits best. */
import type { Extent } from "#lib/pixels/network/read-boxes.ts";
import type { Plane } from "#lib/pixels/plane.ts";

/** In shares of the picture. */
export interface WantedPlace {
  readonly centre: number;
  /** Where its middle is to be, or its lower side. */
  readonly middle?: number;
  readonly bottom?: number;
  readonly width: number;
}

/** Smaller by steps, until it fits. */
const [step, leastWidth, mostHeight] = [0.92, 0.07, 0.62];
/** About it, of its sides, and how much of all that is free at the least. */
const [margin, leastFree] = [0.07, 0.98];
const grid = 48;
/** Smaller costs less than farther off. */
const costOfScale = 1.2;

export interface FreePlace extends Extent {
  readonly cost: number;
}

/** `shape` is its width through its height, both in shares. Undefined where nothing fits. */
export function findFreePlace(free: Plane, shape: number, wanted: WantedPlace): FreePlace | undefined {
  const sums = sumsOf(free);
  let best: FreePlace | undefined;
  const widest = Math.min(wanted.width, mostHeight * shape);
  for (let w = widest; w >= leastWidth; w *= step) {
    const h = w / shape;
    for (let n = 0; n < grid * grid; n++) {
      const [x, y] = [((n % grid) + 0.5) / grid, (Math.floor(n / grid) + 0.5) / grid];
      const [dx, dy] = [(0.5 + margin) * w, (0.5 + margin) * h];
      if (x < dx || y < dy || x > 1 - dx || y > 1 - dy) continue;
      const down = wanted.bottom === undefined ? y - (wanted.middle ?? 0.5) : y + h / 2 - wanted.bottom;
      const cost = Math.hypot(x - wanted.centre, down) + costOfScale * (1 - w / widest) * widest;
      if (best !== undefined && cost >= best.cost) continue;
      const own = { left: x - dx, right: x + dx, top: y - dy, bottom: y + dy };
      if (meanIn(sums, free, own) < leastFree) continue;
      best = { left: x - w / 2, right: x + w / 2, top: y - h / 2, bottom: y + h / 2, cost };
    }
  }
  return best;
}

function sumsOf({ width, height, data }: Plane): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x] as number;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] as number) + row;
    }
  }
  return sums;
}

function meanIn(sums: Float64Array, { width, height }: Plane, { left, right, top, bottom }: Extent): number {
  const [x0, x1] = [Math.floor(left * width), Math.max(Math.floor(left * width) + 1, Math.floor(right * width))];
  const [y0, y1] = [Math.floor(top * height), Math.max(Math.floor(top * height) + 1, Math.floor(bottom * height))];
  const at = (x: number, y: number): number => sums[y * (width + 1) + x] as number;
  return (at(x1, y1) - at(x0, y1) - at(x1, y0) + at(x0, y0)) / ((x1 - x0) * (y1 - y0));
}
