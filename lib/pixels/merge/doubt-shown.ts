/** Whether a picture would show that it lies a little beside its place: on a smooth ground nobody can tell, nor can it be told where it lies. */
import type { Plane } from "../plane.ts";
import type { Fit } from "./fit-placement.ts";

/** Pixels of the plane. */
const cellSide = 16;

/**
 * How much values would be off, at most anywhere, were the picture as far beside its place as may well be: in values of a channel.
 * Cell by cell, by how steep the picture is there; `half` is its luma at half the size, which has little grain left to be taken for slopes.
 */
export function doubtShown(half: Plane, doubtAt: Fit["doubtAt"]): number {
  let most = 0;
  for (let top = 0; top < half.height; top += cellSide) {
    for (let left = 0; left < half.width; left += cellSide) {
      const doubt = doubtAt(2 * left + cellSide, 2 * top + cellSide);
      most = Math.max(most, doubt * steepness(half, left, top));
    }
  }
  return most;
}

/** Root of the mean square of how much values differ from one pixel of the full size to the next. */
function steepness({ width, height, data }: Plane, left: number, top: number): number {
  let [sum, count] = [0, 0];
  for (let y = Math.max(1, top); y < Math.min(height - 1, top + cellSide); y++) {
    for (let x = Math.max(1, left); x < Math.min(width - 1, left + cellSide); x++) {
      const at = y * width + x;
      const across = (data[at + 1] as number) - (data[at - 1] as number);
      const down = (data[at + width] as number) - (data[at - width] as number);
      sum += across * across + down * down;
      count++;
    }
  }
  // Two pixels of half the size are four.
  return count === 0 ? 0 : Math.sqrt(sum / count) / 4;
}
