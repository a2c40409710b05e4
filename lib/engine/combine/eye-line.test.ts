import { describe, expect, it } from "vitest";
import { personKind } from "#lib/engine/eye/kinds.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { eyeLineOf } from "./eye-line.ts";

const person = (top: number, bottom: number) => ({ kind: personKind, score: 0.8, left: 0.4, right: 0.5, top, bottom });
const open = newPlane(100, 100);

/** Edges that go up everywhere from the top down to a row, as on a house front. */
function walls(foot: number): Plane {
  const plane = newPlane(100, 100);
  plane.data.fill(0.8, 0, foot * 100);
  return plane;
}

describe("the line of the eyes", () => {
  it("runs through the heads of all who stand on level ground", () => {
    for (const [top, bottom] of [
      [0.5, 0.9],
      [0.5, 0.6],
    ] as const)
      expect(eyeLineOf([person(top, bottom)], open, undefined).at).toBeCloseTo(0.53, 1);
  });
  it("asks nobody whose feet are out of the picture, and no guess", () => {
    const alone = eyeLineOf([], open, undefined).at;
    expect(eyeLineOf([person(0.1, 1)], open, undefined).at).toBe(alone);
    expect(eyeLineOf([{ ...person(0.6, 0.9), score: 0.36 }], open, undefined).at).toBe(alone);
  });
  it("is sure where several agree", () => {
    const crowd = [person(0.5, 0.9), person(0.5, 0.6), person(0.5, 0.7)];
    expect(eyeLineOf(crowd, open, undefined).isSure).toBe(true);
    expect(eyeLineOf(crowd.slice(1), open, undefined).isSure).toBe(false);
    expect(eyeLineOf([...crowd.slice(1), person(0.2, 0.5), person(0.7, 0.9)], open, undefined).isSure).toBe(false);
  });
  it("lies a little above the feet of walls", () => {
    expect(eyeLineOf([], walls(70), undefined).at).toBeGreaterThan(0.6);
    expect(eyeLineOf([], walls(70), undefined).at).toBeLessThan(0.72);
  });
  it("is the horizon of open land, and lies below hills", () => {
    const outline = new Int32Array(100).fill(30);
    expect(eyeLineOf([], open, { outline, line: 55 }).at).toBe(0.55);
    expect(eyeLineOf([], open, { outline, line: 100 }).at).toBeCloseTo(0.38);
  });
});
