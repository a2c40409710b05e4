import { expect, it } from "vitest";
import { curveBetween, placeAt, placeOn } from "./curve.ts";

it.each([0, 0.3, -1.2, 1.6])(
  "a curve that turns by %d begins and ends where it is told to, and every place on it is found again",
  (turn) => {
    const curve = curveBetween(10, 40, 70, 20, turn);
    const [[fromX, fromY], [toX, toY]] = [placeAt(curve, 0, 0), placeAt(curve, curve.length, 0)];
    for (const [is, was] of [
      [fromX, 10],
      [fromY, 40],
      [toX, 70],
      [toY, 20],
    ] as const)
      expect(is).toBeCloseTo(was, 6);
    expect(curve.bend * curve.length).toBeCloseTo(turn, 6);
    for (const [along, aside] of [
      [-5, 0],
      [0, 3],
      [20, -4],
      [curve.length + 8, 2],
    ] as const) {
      const place = placeOn(curve, ...placeAt(curve, along, aside));
      expect(place.along).toBeCloseTo(along, 6);
      expect(place.aside).toBeCloseTo(aside, 6);
    }
  },
);

it("bends to its left where it turns by more than nothing", () => {
  const curve = curveBetween(0, 0, 50, 0, 0.8);
  const [, middle] = placeAt(curve, curve.length / 2, 0);
  expect(middle).toBeLessThan(-4);
  expect(placeAt(curve, curve.length / 2, 3)[1]).toBeCloseTo(middle + 3, 6);
});
