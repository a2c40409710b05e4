import { describe, expect, it } from "vitest";
import { fluxFillDev } from "./flux-fill-dev.ts";
import { fluxKontextDev } from "./flux-kontext-dev.ts";
import { paddedSize } from "./padded-size.ts";

describe("a picture longer than its model's longest shape", () => {
  it.each([
    ["4:1", { width: 4000, height: 1000 }, [1568, 392], [1568, 672]],
    ["1:4", { width: 1000, height: 4000 }, [392, 1568], [672, 1568]],
    ["a strip", { width: 9000, height: 300 }, [1568, 52], [1568, 672]],
  ] as const)("is shown whole and filled up: %s", (_, picture, content, working) => {
    expect(paddedSize(fluxKontextDev, picture)).toEqual({ content, working });
  });

  it("is left to the model's shapes where one of them is near", () => {
    for (const [width, height] of [
      [2100, 900],
      [1500, 1000],
      [1000, 2400],
    ] as const) {
      expect(paddedSize(fluxKontextDev, { width, height })).toBeNull();
    }
  });

  it("is no matter of models that take any shape or a mask", () => {
    expect(paddedSize(fluxFillDev, { width: 4000, height: 500 })).toBeNull();
  });
});
