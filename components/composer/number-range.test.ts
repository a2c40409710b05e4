import { describe, expect, it } from "vitest";
import type { NumberField } from "#lib/models/model.ts";
import { nearestIn } from "./number-range.ts";

const words = { en: "", "zh-CN": "" };
const steps: NumberField = { kind: "integer", name: "steps", label: words, help: words, min: 1, max: 50 };
const guidance: NumberField = { kind: "number", name: "guidance", label: words, help: words, min: 0, max: 10 };

describe("nearestIn", () => {
  it("leaves alone what fits", () => {
    expect([nearestIn(steps, 50, 28), nearestIn(guidance, 10, 2.5)]).toEqual([28, 2.5]);
  });

  it("goes to the end of the range that was passed", () => {
    expect([nearestIn(steps, 50, 9999), nearestIn(steps, 50, -3), nearestIn(steps, 20, 28)]).toEqual([50, 1, 20]);
  });

  it("makes whole what has to be whole", () => {
    expect(nearestIn(steps, 50, 3.7)).toBe(4);
  });

  it("knows ranges that are open at an end", () => {
    const { max: _, ...open } = steps;
    expect(nearestIn(open, undefined, 9999)).toBe(9999);
  });
});
