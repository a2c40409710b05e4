import { describe, expect, it } from "vitest";
import { createRandom } from "../random.ts";
import { finish } from "../work.ts";
import { describeLevel } from "./level.ts";
import { matchNear } from "./patch-match.ts";

describe("matches of a thin hole", () => {
  it("begin near it, and anywhere when nothing near is whole", () => {
    const [width, height] = [120, 60];
    const hole = Uint8Array.from({ length: width * height }, (_, i) => (i % width > 80 ? 1 : i % width === 20 ? 1 : 0));
    const level = finish(describeLevel(width, height, new Uint8ClampedArray(width * height * 3), hole));
    const { source } = matchNear(level, 16, createRandom(3));
    const strays = [...level.targets].filter((target) => Math.abs((target % width) - ((source[target] ?? 0) % width)) > 16);
    for (const target of level.targets) expect(level.isSource[source[target] ?? -1]).toBe(1);
    expect(strays.filter((target) => target % width < 40)).toEqual([]);
    expect(strays.filter((target) => target % width > 100).length).toBeGreaterThan(100);
  });
});
