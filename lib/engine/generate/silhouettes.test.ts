import { describe, expect, it } from "vitest";
import { lumaOf } from "#lib/pixels/colour.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { findPlace } from "./find-place.ts";
import { newCanvas } from "./light/canvas.ts";
import { daylightFor } from "./light/hours.ts";
import { lightOnThings } from "./light/palettes.ts";
import { paintScene } from "./paint-scene.ts";
import { paintThings } from "./things/paint-things.ts";
import { paintPerson } from "./things/person.ts";
import { newSheet } from "./things/sprite.ts";
import { readScene } from "./words/read-scene.ts";

const paint = (prompt: string): Raster => finish(paintScene(readScene(prompt, 1).scene, 240, 160));

function meanLuma({ data, width }: Raster, fromRow: number, toRow: number): number {
  let sum = 0;
  for (let at = fromRow * width * 3; at < toRow * width * 3; at += 3)
    sum += lumaOf(data[at] as number, data[at + 1] as number, data[at + 2] as number);
  return sum / ((toRow - fromRow) * width);
}

function darkest({ data, width, height }: Raster, fromRow: number): number {
  let least = 255;
  for (let at = fromRow * width * 3; at < height * width * 3; at += 3)
    least = Math.min(least, lumaOf(data[at] as number, data[at + 1] as number, data[at + 2] as number));
  return least;
}

describe("what is seen against the light", () => {
  it("is dark before a sky that stays bright", () => {
    const lit = paint("a lone tree on a hill at sunset");
    const dark = paint("a lone tree on a hill at sunset, silhouette");
    expect(meanLuma(dark, 110, 160)).toBeLessThan(0.6 * meanLuma(lit, 110, 160));
    expect(meanLuma(dark, 0, 40)).toBeGreaterThan(0.85 * meanLuma(lit, 0, 40));
  });

  it("is a person where an outline is all that is wanted, and said to be missing where it is not", () => {
    const read = (prompt: string) => readScene(prompt, 1);
    expect(read("silhouette of a man standing on a beach at dusk")).toMatchObject({ missing: [], scene: { setting: "sea" } });
    expect(read("silhouette of a man standing on a beach at dusk").scene.things).toContain("person");
    expect(read("湖边的人影剪影，夕阳").scene.things).toContain("person");
    expect(read("a man standing on a beach at dusk").missing).toContain("man");
    expect(read("a man standing on a beach at dusk").scene.things).not.toContain("person");
    const without = paint("sea at dusk, silhouette");
    const with1 = paint("silhouette of a man in the sea at dusk");
    expect(darkest(with1, 70)).toBeLessThan(darkest(without, 70) - 10);
  });

  it("takes no word for a person that only holds one, and rows on a lake", () => {
    expect(readScene("a couple of apples on a table", 1).missing).toEqual([]);
    expect(readScene("a canoe at dawn", 1).scene.setting).toBe("lake");
    expect(readScene("城市里的机器人", 1).missing).toEqual(["机器人"]);
  });

  it("stands on the ground, each of as many as were said", () => {
    const { scene, missing } = readScene("silhouettes of two people on a hilltop, sunrise", 1);
    expect(missing).toEqual([]);
    expect(scene).toMatchObject({ setting: "meadow", counts: { person: 2 } });
    expect(readScene("a person, silhouette", 1).scene.setting).toBe("meadow");
  });

  it("has a low sun behind it when no hour was said, and birds fly before the sun that was asked for", () => {
    expect(readScene("湖面上的小舟剪影", 1).scene).toMatchObject({ setting: "lake", hour: "sunset" });
    expect(readScene("birds flying in front of the sun over the sea", 1).scene.hour).toBe("sunset");
    expect(readScene("birds over the sea", 1).scene.hour).toBe("day");
  });

  it("stands on the beach, not on the water, and a couple are two", () => {
    for (const prompt of ["剪影，一个人站在海边看日落", "silhouette of a couple by the sea at sunset"]) {
      const { scene } = readScene(prompt, 1);
      const canvas = newCanvas(240, 160);
      const onThings = lightOnThings(daylightFor(scene));
      const place = findPlace(scene, 240, 160);
      expect(place.lands.length).toBeGreaterThan(0);
      canvas.data.fill(255);
      for (const _ of paintThings(canvas, scene, onThings, place));
      const foot = Math.max(...[...canvas.data.keys()].filter((at) => (canvas.data[at] as number) < 60).map((at) => Math.floor(at / 720)));
      expect(foot).toBeGreaterThan(place.camera.horizon + 20);
    }
  });

  it("carries a pack where it hikes, and is as wide as two where it is a couple", () => {
    const widthOf = (prompt: string): number => {
      const { scene } = readScene(prompt, 1);
      const sheet = newSheet(newCanvas(200, 200));
      paintPerson({ canvas: sheet, scene, light: lightOnThings(daylightFor(scene)), x: 100, y: 190, size: 180, colour: (own) => own });
      const columns = [...sheet.alpha.keys()].filter((at) => (sheet.alpha[at] as number) > 0.5).map((at) => at % 200);
      return Math.max(...columns) - Math.min(...columns);
    };
    const alone = widthOf("silhouette of a man at sunset");
    expect(widthOf("silhouette of a hiker at sunset")).toBeGreaterThan(alone * 1.2);
    expect(widthOf("silhouette of a couple at sunset")).toBeGreaterThan(alone * 1.5);
    expect(readScene("a couple of apples on a table", 1).scene.traits).not.toContain("couple");
  });

  it("is a beast, too, as many as a caravan has, and none where it would be looked at", () => {
    const { scene, missing } = readScene("沙漠落日，骆驼剪影", 1);
    expect([missing, scene.setting]).toEqual([[], "desert"]);
    expect(scene.things).toContain("camel");
    expect(readScene("camel caravan silhouette in the desert at sunset", 1).scene.counts.camel).toBe(4);
    expect(readScene("silhouettes of two camels at sunset", 1).scene.counts.camel).toBe(2);
    expect(readScene("a deer in the forest", 1).missing).toEqual(["deer"]);
    expect(readScene("a deer in the forest", 1).scene.things).toEqual([]);
    const [full, empty] = [scene, { ...scene, things: [] }].map((each) => finish(paintScene(each, 240, 160)));
    const darker = full?.data.filter((value, at) => value < (empty?.data[at] ?? 0) - 20).length ?? 0;
    expect(darker).toBeGreaterThan(300);
  });
});
