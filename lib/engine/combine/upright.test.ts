import { describe, expect, it } from "vitest";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { keepUpright } from "./upright.ts";

/** Marked where one of the boxes is: left, top, right, bottom. */
function marked(...boxes: readonly (readonly [number, number, number, number])[]): Plane {
  const plane = newPlane(80, 60);
  for (const [left, top, right, bottom] of boxes)
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) plane.data[y * 80 + x] = 1;
  return plane;
}
const at = ({ data }: Plane, x: number, y: number): number => data[y * 80 + x] as number;

const body = [30, 10, 42, 50] as const;

describe("keeping what stands upright", () => {
  it("takes off a shore that runs on to both sides", () => {
    const kept = keepUpright(marked(body, [4, 22, 76, 28]));
    expect(at(kept, 10, 25)).toBe(0);
    expect(at(kept, 70, 25)).toBe(0);
    expect(at(kept, 36, 12)).toBe(1);
  });
  it("leaves to the colours whether a row that ran on is feet or ground", () => {
    const kept = keepUpright(marked(body, [4, 44, 76, 58]));
    expect(at(kept, 60, 50)).toBe(0);
    expect(at(kept, 36, 50)).toBeGreaterThan(0.4);
    expect(at(kept, 36, 50)).toBeLessThan(0.8);
    expect(at(kept, 36, 30)).toBe(1);
  });
  it("leaves arms, and what is wider than tall", () => {
    const withArms = marked(body, [24, 20, 48, 23]);
    expect(keepUpright(withArms)).toBe(withArms);
    const lying = marked([5, 40, 75, 52], [60, 36, 64, 40]);
    expect(keepUpright(lying)).toBe(lying);
  });
});
