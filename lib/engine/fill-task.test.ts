import { describe, expect, it } from "vitest";
import { usualEffort } from "#lib/pixels/fill/effort.ts";
import { readEffort } from "./fill-task.ts";

describe("the effort of a fill", () => {
  it("is the usual one where nothing is asked", () => {
    expect(readEffort({})).toEqual(usualEffort);
    expect(readEffort({ num_inference_steps: 28, guidance: 30 })).toEqual(usualEffort);
  });
  it("grows with the steps, and there is always one round", () => {
    const rounds = [1, 14, 28, 50].map((steps) => readEffort({ num_inference_steps: steps }).rounds);
    expect(rounds).toEqual([1, 1, 2, 4]);
  });
  it("chooses the less freely the more guidance there is", () => {
    const freedom = [0, 15, 30, 65, 100, 1000].map((guidance) => readEffort({ guidance }).freedom);
    expect(freedom.map((value) => value.toFixed(2))).toEqual(["1.00", "0.70", "0.40", "0.20", "0.00", "0.00"]);
  });
});
