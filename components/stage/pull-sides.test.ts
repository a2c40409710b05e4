import { describe, expect, it } from "vitest";
import { noExpansion } from "#lib/models/choose-frame.ts";
import { placeOf, pullBox, pullCanvas } from "./pull-sides.ts";

const box = { x: 100, y: 50, width: 140, height: 90 };
const grip = (across: -1 | 0 | 1, down: -1 | 0 | 1) => ({ across, down });

describe("a handle", () => {
  it("stands on its corner or in the middle of its edge", () => {
    expect(placeOf(grip(-1, -1), box)).toEqual({ x: 100, y: 50 });
    expect(placeOf(grip(1, 0), box)).toEqual({ x: 240, y: 95 });
  });

  it("moves the sides it holds and no other, in whole pixels", () => {
    expect(pullBox(grip(-1, -1), box, -10.4, 5.2)).toEqual({ x: 90, y: 55, width: 150, height: 85 });
    expect(pullBox(grip(1, 0), box, 7, 99)).toEqual({ x: 100, y: 50, width: 147, height: 90 });
  });

  it("never makes a box too small, and leaves the opposite side where it is", () => {
    expect(pullBox(grip(-1, 0), box, 500, 0)).toEqual({ x: 176, y: 50, width: 64, height: 90 });
    expect(pullBox(grip(0, 1), box, 0, -500)).toEqual({ x: 100, y: 50, width: 140, height: 64 });
  });

  it("grows the canvas outwards and stops at the picture", () => {
    expect(pullCanvas(grip(-1, 1), noExpansion, -30.6, 12)).toEqual({ left: 31, top: 0, right: 0, bottom: 12 });
    expect(pullCanvas(grip(1, 0), { ...noExpansion, right: 20 }, -50, 8)).toEqual(noExpansion);
  });
});
