import { describe, expect, it } from "vitest";
import { readScene } from "../words/read-scene.ts";
import { isOwnGround } from "./own-ground.ts";
import { isZenGarden, zenGardenOf } from "./zen-garden.ts";

describe("a garden of stones", () => {
  it.each(["a zen garden, raked sand, morning light", "枯山水庭院"])("is what is meant by: %s", (prompt) => {
    const { scene } = readScene(prompt, 1);
    expect([isZenGarden(scene), isOwnGround(scene)]).toEqual([true, true]);
  });

  it("is no garden of flowers and no beach", () => {
    for (const prompt of ["a rose garden", "a sandy beach", "a meadow"]) expect(isZenGarden(readScene(prompt, 1).scene)).toBe(false);
  });

  it("is raked in furrows that run across, and none are on its stones", () => {
    const { height } = zenGardenOf(readScene("a zen garden", 1).scene);
    const rise = (z: number): number => height(2.5, z, 8) - height(2.5, z - 0.001, 8);
    const turns = Array.from({ length: 400 }, (_, n) => 0.3 + n * 0.001).filter((z) => rise(z) > 0 !== rise(z - 0.001) > 0);
    // Up and down once in every furrow.
    expect(turns.length).toBeGreaterThan(20);
    expect(turns.length).toBeLessThan(28);
  });
});
