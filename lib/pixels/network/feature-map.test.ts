import { expect, it } from "vitest";
import { finish } from "../work.ts";
import { halve, halveBroadly, stretch } from "./feature-map.ts";

const map = (width: number, channels: number, ...values: number[]) => ({
  ...{ width, height: values.length / width / channels, channels },
  data: Float32Array.from(values),
});

it("halves to the largest of each four, value by value, and lets an odd row and column stand alone", () => {
  const whole = map(3, 2, 1, 9, 2, 8, 3, 7, 4, 6, 5, 5, 6, 4, 7, 3, 8, 2, 9, 1);
  expect(halve(whole)).toEqual(map(2, 2, 5, 9, 6, 7, 8, 3, 9, 1));
});

it("halves broadly to the largest of nine about every second place, also below nothing", () => {
  expect(halveBroadly(map(4, 1, -1, -2, -3, -4, -5, -6, -7, 9, -8, -9, -8, -7))).toEqual(map(2, 1, -1, 9, -5, 9));
  expect(halveBroadly(map(3, 2, 1, 5, 2, 4, 3, 3))).toEqual(map(2, 2, 2, 5, 3, 4));
});

it("stretches between middles of pixels, and goes on beyond the last as it was", () => {
  expect([...finish(stretch(map(2, 1, 0, 4), 4, 1)).data]).toEqual([0, 1, 3, 4]);
  expect([...finish(stretch(map(1, 2, 1, 5, 3, 9), 1, 4)).data]).toEqual([1, 5, 1.5, 6, 2.5, 8, 3, 9]);
});

it("leaves alone what has the size that is asked for", () => {
  const own = map(2, 1, 0, 4);
  expect(finish(stretch(own, 2, 1))).toBe(own);
});
