import { describe, expect, it } from "vitest";
import { finish } from "#lib/pixels/work.ts";
import { paintScene } from "../paint-scene.ts";
import type { Hour } from "../scene.ts";
import { readScene } from "../words/read-scene.ts";

const [width, height] = [240, 160];

/** The mean colour of the lowest quarter. */
function atOnesFeet(prompt: string): readonly [number, number, number] {
  const { data } = finish(paintScene(readScene(prompt, 1).scene, width, height));
  const sum = [0, 0, 0] as [number, number, number];
  for (let at = Math.floor(0.75 * height) * width * 3; at < width * height * 3; at++)
    sum[at % 3] = (sum[at % 3] as number) + (data[at] as number);
  return sum;
}

describe("wheat", () => {
  it.each<Hour>(["dusk", "sunset", "day"])("is yellow to the eye at %s", (hour) => {
    const [red, green, blue] = atOnesFeet(hour === "day" ? "wheat field, summer day" : `wheat field at ${hour}`);
    // Pink has as much blue as green.
    expect(green).toBeGreaterThan(1.25 * blue);
    expect(red).toBeGreaterThan(green);
  });

  it("is looked at from near when its ears are named", () => {
    for (const prompt of ["ears of wheat, golden hour", "麦穗特写", "wheat in the foreground, hills"])
      expect(readScene(prompt, 1).scene.traits).toEqual(expect.arrayContaining(["wheat", "close"]));
    expect(readScene("wheat field", 1).scene.traits).not.toContain("close");
  });
});
