/** Across a picture, where the words want a thing. */
import { middleOf, type NamedBox } from "#lib/pixels/network/read-boxes.ts";
import type { Placing } from "./arrangement.ts";

export type Spot = readonly [centre: number, liking: number];

const besideGap = 0.02;

/** Whether what stands out in a picture already has a say in where something else goes. */
export function isAsidePossible({ side }: Placing): boolean {
  return side === "next" || side === "front";
}

/** The best one first; "next to" is beside what stands out there. `w` is what it takes of the width. */
export function spots({ side }: Placing, w: number, interest: number, neighbour: NamedBox | undefined): readonly Spot[] {
  const within = (at: number): number => Math.min(1 - w / 2 - 0.02, Math.max(w / 2 + 0.02, at));
  const around = (at: number, reach: number): readonly Spot[] =>
    [0, -1, 1, -2, 2].map((n) => [w > 0.96 ? 0.5 : within(at + (n * reach) / 2), -0.15 * Math.abs(n)]);
  const inOrder = (places: readonly number[], reach: number): readonly Spot[] =>
    places.flatMap((at, n) => around(at, reach).map(([x, liking]): Spot => [x, liking - 0.2 * n]));
  const gap = w / 2 + besideGap;
  switch (side) {
    case "left":
      return neighbour === undefined ? around(0.25, 0.14) : around(neighbour.left - gap, 0.04);
    case "right":
      return neighbour === undefined ? around(0.75, 0.14) : around(neighbour.right + gap, 0.04);
    case "middle":
      return around(0.5, 0.12);
    case "front":
      return around(neighbour === undefined ? interest : middleOf(neighbour), 0.16);
    default: {
      if (neighbour === undefined) return inOrder(interest > 0.5 ? [0.27, 0.73] : [0.73, 0.27], 0.16);
      const [left, right] = [neighbour.left - gap, neighbour.right + gap];
      // On the side where there is more room.
      return inOrder(neighbour.left > 1 - neighbour.right ? [left, right] : [right, left], 0.04);
    }
  }
}
