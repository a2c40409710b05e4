import { describe, expect, it } from "vitest";
import { invert } from "./invert.ts";

describe("levels turned around", () => {
  const levels = Uint8Array.from({ length: 43 }, (_, at) => (at * 37) % 256);
  const turned = levels.map((level) => 255 - level);

  it("are those that are missing to white, wherever they begin and however many they are", () => {
    for (let from = 0; from < 8; from += 1) {
      for (let count = 0; count < 12; count += 1) {
        const some = levels.slice();
        invert(some.subarray(from, from + count));
        const wanted = [...levels.subarray(0, from), ...turned.subarray(from, from + count), ...levels.subarray(from + count)];
        expect([...some]).toEqual(wanted);
      }
    }
  });

  it("are what they were when it is done twice", () => {
    const some = levels.slice();
    invert(some);
    invert(some);
    expect(some).toEqual(levels);
  });
});
