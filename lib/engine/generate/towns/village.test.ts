import { describe, expect, it } from "vitest";
import { finish } from "#lib/pixels/work.ts";
import { paintScene } from "../paint-scene.ts";
import { readScene } from "../words/read-scene.ts";

const [width, height] = [360, 240];

/** How many roofs are crossed, row by row. */
function roofsIn(prompt: string, seed: number): number {
  const { data } = finish(paintScene(readScene(prompt, seed).scene, width, height));
  const isRoof = (at: number): boolean =>
    (data[at] as number) > 1.3 * (data[at + 2] as number) &&
    (data[at] as number) > 1.2 * (data[at + 1] as number) &&
    (data[at] as number) > 60;
  return Array.from({ length: width * height - 1 }, (_, n) => n * 3).filter((at) => isRoof(at + 3) && !isRoof(at)).length;
}

describe("a village by the sea", () => {
  it.each(["海边的小村庄", "a fishing village by the sea"])("has many roofs close together: %s", (prompt) => {
    for (const seed of [1, 2, 3]) expect(roofsIn(prompt, seed), String(seed)).toBeGreaterThan(250);
  });

  it.each(["海边小镇，夕阳", "海边的小镇", "a coastal town at dusk", "渔村，清晨", "fishing village"])(
    "is understood from %s",
    (prompt) => {
      expect(readScene(prompt, 1)).toMatchObject({ missing: [], scene: { setting: "sea", many: ["house"] } });
    },
  );

  it("lies in a valley where it is of the mountains", () => {
    expect(readScene("山村，秋天", 1)).toMatchObject({ missing: [], scene: { setting: "meadow", hasMountains: true, many: ["house"] } });
  });

  it("is no single house", () => {
    expect(readScene("a house by the sea", 1).scene.many).toEqual([]);
  });
});
