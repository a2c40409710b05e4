import { describe, expect, it } from "vitest";
import { noExpansion } from "#lib/models/choose-frame.ts";
import { placeOf, pullBox, pullCanvas } from "./pull-sides.ts";

const box = { x: 100, y: 50, width: 40, height: 30 };
const grip = (across: -1 | 0 | 1, down: -1 | 0 | 1) => ({ across, down });

describe("a handle", () => {
  it("stands on its corner or in the middle of its edge", () => {
    expect(placeOf(grip(-1, -1), box)).toEqual({ x: 100, y: 50 });
    expect(placeOf(grip(1, 0), box)).toEqual({ x: 140, y: 65 });
  });

  it("moves the sides it holds and no other, in whole pixels", () => {
    expect(pullBox(grip(-1, -1), box, -10.4, 5.2)).toEqual({ x: 90, y: 55, width: 50, height: 25 });
    expect(pullBox(grip(1, 0), box, 7, 99)).toEqual({ x: 100, y: 50, width: 47, height: 30 });
  });

  it("never turns a box inside out", () => {
    expect(pullBox(grip(-1, 0), box, 500, 0)).toEqual({ x: 139, y: 50, width: 1, height: 30 });
    expect(pullBox(grip(0, 1), box, 0, -500)).toEqual({ x: 100, y: 50, width: 40, height: 1 });
  });

  it("grows the canvas outwards and stops at the picture", () => {
    expect(pullCanvas(grip(-1, 1), noExpansion, -30.6, 12)).toEqual({ left: 31, top: 0, right: 0, bottom: 12 });
    expect(pullCanvas(grip(1, 0), { ...noExpansion, right: 20 }, -50, 8)).toEqual(noExpansion);
  });
});
