import { describe, expect, it } from "vitest";
import { finish } from "../work.ts";
import { describeLevel, type Level } from "./level.ts";
import { stretchMembrane } from "./membrane.ts";

const [width, height] = [192, 128];

/** A sky above a ground of quite another colour. */
function land(isHole: (x: number, y: number) => boolean): Level {
  const hole = Uint8Array.from({ length: width * height }, (_, i) => (isHole(i % width, Math.floor(i / width)) ? 1 : 0));
  const colours = Uint8ClampedArray.from({ length: width * height * 3 }, (_, at) =>
    hole[Math.floor(at / 3)] ? 0 : Math.floor(at / (3 * width)) < 60 ? 220 : 40,
  );
  return finish(describeLevel(width, height, colours, hole));
}

describe("the smooth surface over a hole", () => {
  it.each([
    ["a strip at the border", (_: number, y: number) => y < 27],
    ["a wide hole", (x: number, y: number) => Math.hypot(x - 96, y - 29) < 26],
  ] as const)("is of the colour around %s, not of the whole picture", (_, isHole) => {
    const level = land(isHole);
    finish(stretchMembrane(level));
    for (let i = 0; i < level.hole.length; i++) if (level.hole[i]) expect(Math.abs((level.colours[i * 3] ?? 0) - 220)).toBeLessThan(4);
  });
  it("lies evenly between two sides", () => {
    const level = land((x, y) => x >= 60 && x < 130 && y >= 30 && y < 90);
    finish(stretchMembrane(level));
    const middle = level.colours[(60 * width + 95) * 3] ?? 0;
    expect(Math.abs(middle - 130)).toBeLessThan(8);
    expect(level.colours[(35 * width + 95) * 3] ?? 0).toBeGreaterThan(middle + 30);
  });
});
