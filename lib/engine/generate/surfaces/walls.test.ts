import { describe, expect, it } from "vitest";
import { lumaOf } from "#lib/pixels/colour.ts";
import { finish } from "#lib/pixels/work.ts";
import { paintScene } from "../paint-scene.ts";
import { readScene } from "../words/read-scene.ts";

/** How bright the left and the right third are. */
function thirds(prompt: string): readonly [number, number] {
  const [width, height] = [150, 100];
  const { data } = finish(paintScene(readScene(prompt, 1).scene, width, height));
  const meanOf = (from: number, to: number): number => {
    let sum = 0;
    for (let y = 0; y < height; y++)
      for (let x = from; x < to; x++) {
        const at = (y * width + x) * 3;
        sum += lumaOf(data[at] as number, data[at + 1] as number, data[at + 2] as number);
      }
    return sum / ((to - from) * height);
  };
  return [meanOf(0, 50), meanOf(100, 150)];
}

describe("a wall", () => {
  it.each(["concrete wall with warm side light", "粗糙水泥墙，侧光", "white plaster wall, side light"])(
    "lies in shade on the side that is away from a light that was said to come from the other: %s",
    (prompt) => {
      expect(readScene(prompt, 1).missing).toEqual([]);
      const [left, right] = thirds(prompt);
      expect(Math.max(left, right) / Math.min(left, right)).toBeGreaterThan(1.2);
    },
  );

  it("is lit evenly where nothing of the sort was said", () => {
    const [left, right] = thirds("concrete wall");
    expect(Math.max(left, right) / Math.min(left, right)).toBeLessThan(1.15);
  });
});
