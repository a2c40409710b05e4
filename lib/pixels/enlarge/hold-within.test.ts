import { expect, it } from "vitest";
import { newPlane } from "../plane.ts";
import { holdWithin } from "./hold-within.ts";

it("brings back what goes beyond the nine pixels around, and nothing else", () => {
  const luma = { ...newPlane(3, 2), data: Float32Array.from([10, 20, 200, 10, 30, 40]) };
  const fine = { ...newPlane(6, 4), data: new Float32Array(24).fill(25) };
  // A speck and a hole in the left column's ground, which knows 10..30, and the same in the right one's, which knows 20..200.
  fine.data[6] = 90;
  fine.data[7] = -5;
  fine.data[10] = 90;
  fine.data[11] = -5;
  holdWithin(fine, luma);
  expect([...fine.data]).toEqual([25, 25, 25, 25, 25, 25, 30, 10, 25, 25, 90, 20, ...new Array<number>(12).fill(25)]);
});
