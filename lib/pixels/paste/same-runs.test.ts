import { expect, it } from "vitest";
import { areSame } from "./same-runs.ts";

it("finds one byte that differs wherever it lies, and none beyond the run, however the two lie in memory", () => {
  for (const [shift, otherShift] of [
    [0, 0],
    [3, 3],
    [1, 2],
  ] as const) {
    const one = new Uint8Array(300).subarray(shift, shift + 250);
    const other = new Uint8Array(300).subarray(otherShift, otherShift + 250);
    for (let at = 0; at < 250; at++) {
      other[at] = 1;
      expect([areSame(one, other, 5, 203), areSame(one, other, at + 1, 250), areSame(one, other, 0, at)]).toEqual([
        at < 5 || at >= 203,
        true,
        true,
      ]);
      other[at] = 0;
    }
  }
});
