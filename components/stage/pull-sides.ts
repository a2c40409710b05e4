/** What a handle does to the sides it holds. */
import type { Box, Expansion } from "#lib/wire.ts";

/** Which sides a handle moves: -1 the left or upper one, 1 the right or lower one, 0 neither. */
export interface Grip {
  readonly across: -1 | 0 | 1;
  readonly down: -1 | 0 | 1;
}

export const corners = [
  { across: -1, down: -1 },
  { across: 1, down: -1 },
  { across: 1, down: 1 },
  { across: -1, down: 1 },
] as const satisfies readonly Grip[];

export const edges = [
  { across: 0, down: -1 },
  { across: 1, down: 0 },
  { across: 0, down: 1 },
  { across: -1, down: 0 },
] as const satisfies readonly Grip[];

/** The place of a handle on its box. */
export function placeOf({ across, down }: Grip, { x, y, width, height }: Box): { readonly x: number; readonly y: number } {
  return { x: x + (width * (across + 1)) / 2, y: y + (height * (down + 1)) / 2 };
}

/** A side pulled past the opposite one stops there. */
export function pullBox({ across, down }: Grip, { x, y, width, height }: Box, dx: number, dy: number): Box {
  const [moveX, moveY] = [Math.round(dx), Math.round(dy)];
  const left = across < 0 ? Math.min(x + moveX, x + width - 1) : x;
  const top = down < 0 ? Math.min(y + moveY, y + height - 1) : y;
  const right = across > 0 ? Math.max(x + width + moveX, left + 1) : x + width;
  const bottom = down > 0 ? Math.max(y + height + moveY, top + 1) : y + height;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** A canvas never becomes smaller than its picture. */
export function pullCanvas({ across, down }: Grip, expand: Expansion, dx: number, dy: number): Expansion {
  const grown = (side: number, by: number) => Math.max(0, side + Math.round(by));
  return {
    left: across < 0 ? grown(expand.left, -dx) : expand.left,
    top: down < 0 ? grown(expand.top, -dy) : expand.top,
    right: across > 0 ? grown(expand.right, dx) : expand.right,
    bottom: down > 0 ? grown(expand.bottom, dy) : expand.bottom,
  };
}
