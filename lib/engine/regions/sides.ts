/** The sides of a picture, as masks. */
import type { Side } from "#lib/engine/instructions/place.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { product } from "./masks.ts";

export function limitToSide(mask: Plane, side: Side | undefined): Plane {
  return side === undefined ? mask : product(mask, sideMask(mask.width, mask.height, side));
}

/** How much of each place is on a side, by its shares of the width and the height; falls off softly over a fifth of the picture. */
const onSide: Readonly<Record<Side, (x: number, y: number) => number>> = {
  left: (x) => ramp(x, 0.58, 0.42),
  right: (x) => ramp(x, 0.42, 0.58),
  top: (_x, y) => ramp(y, 0.58, 0.42),
  bottom: (_x, y) => ramp(y, 0.42, 0.58),
  middle: (x, y) => ramp(Math.hypot(2 * x - 1, 2 * y - 1), 0.85, 0.45),
  edges: (x, y) => ramp(Math.hypot(2 * x - 1, 2 * y - 1), 0.6, 1.1),
};

export function sideMask(width: number, height: number, side: Side): Plane {
  const result = newPlane(width, height);
  const shareOn = onSide[side];
  for (let i = 0; i < result.data.length; i++)
    result.data[i] = shareOn(((i % width) + 0.5) / width, (Math.floor(i / width) + 0.5) / height);
  return result;
}

/** How much of each side of the picture a mask covers. */
export function touchOf({ width, height, data }: Plane): Readonly<Record<"top" | "left" | "right" | "bottom", number>> {
  const mean = (count: number, at: (n: number) => number): number => {
    let sum = 0;
    for (let n = 0; n < count; n++) sum += data[at(n)] as number;
    return sum / count;
  };
  return {
    top: mean(width, (x) => x),
    bottom: mean(width, (x) => (height - 1) * width + x),
    left: mean(height, (y) => y * width),
    right: mean(height, (y) => y * width + width - 1),
  };
}
