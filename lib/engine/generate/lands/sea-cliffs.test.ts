import { describe, expect, it } from "vitest";
import { finish } from "#lib/pixels/work.ts";
import { findPlace } from "../find-place.ts";
import { rowOf } from "../light/camera.ts";
import { paintScene } from "../paint-scene.ts";
import { readScene } from "../words/read-scene.ts";
import { ledgeSide } from "./ledge.ts";
import { isUnderCliffs } from "./sea-cliffs.ts";

const [width, height] = [240, 160];

describe("cliffs over the sea", () => {
  it("are looked at from the water, unless something stands on them", () => {
    for (const prompt of ["stormy sea below dark cliffs", "悬崖下惊涛骇浪", "sea cliffs at golden hour"])
      expect(isUnderCliffs(readScene(prompt, 1).scene)).toBe(true);
    for (const prompt of ["a lighthouse on a cliff over the sea", "a grassy cliff over the sea", "a beach below cliffs", "stormy sea"])
      expect(isUnderCliffs(readScene(prompt, 1).scene)).toBe(false);
  });

  it.each([1, 2, 3])("leave the foreground to the waves, with seed %d", (seed) => {
    const { data } = finish(paintScene(readScene("stormy sea below cliffs, huge waves", seed).scene, width, height));
    let green = 0;
    for (let at = width * 100; at < width * height; at++) {
      const [r, g, b] = [data[at * 3] as number, data[at * 3 + 1] as number, data[at * 3 + 2] as number];
      if (g > r + 20 && g > b + 20) green++;
    }
    expect(green / (width * (height - 100))).toBeLessThan(0.02);
  });
});

describe("a ledge over the clouds", () => {
  it.each(["a hiker above a sea of clouds, sunrise", "登山者看云海日出"])("is there for whoever looks over them: %s", (prompt) => {
    const { scene, missing } = readScene(prompt, 1);
    const { ledge, camera } = findPlace(scene, width, height);
    expect(missing.join()).not.toMatch(/hiker|登山者/u);
    expect(ledge).toBeDefined();
    const x = ledgeSide(scene) * 0.19;
    expect(rowOf(camera, ledge?.height(x, 0.6, 6) ?? 0, 0.6)).toBeLessThan(height * 0.85);
  });

  it("is not where nobody is", () => {
    expect(findPlace(readScene("sea of clouds at sunrise", 1).scene, width, height).ledge).toBeUndefined();
  });
});
