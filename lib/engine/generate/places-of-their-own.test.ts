import { describe, expect, it } from "vitest";
import { lumaOf } from "#lib/pixels/colour.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { findPlace } from "./find-place.ts";
import { paintScene } from "./paint-scene.ts";
import type { Scene } from "./scene.ts";
import { readScene } from "./words/read-scene.ts";

const [width, height] = [240, 160];
const paintOf = (scene: Scene): Raster => finish(paintScene(scene, width, height));
const paint = (prompt: string): Raster => paintOf(readScene(prompt, 1).scene);

function meanOf({ data }: Raster, [left, right]: readonly [number, number], [top, bottom]: readonly [number, number]): readonly number[] {
  const sum = [0, 0, 0];
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + (data[(y * width + x) * 3 + c] as number);
  return sum.map((each) => each / ((right - left) * (bottom - top)));
}

describe("a harbour", () => {
  it.each(["fishing harbour with moored boats, town behind, sunrise", "渔港，停泊的渔船，黄昏", "a marina at night"])(
    "has boats at its quay, and misses nothing: %s",
    (prompt) => {
      const { scene, missing } = readScene(prompt, 1);
      expect(missing).toEqual([]);
      expect(scene.setting).toBe("water town");
      expect(scene.counts.boat).toBe(6);
    },
  );

  it("has as many boats as were said, and is a bay from the air", () => {
    expect(readScene("a lone boat in the harbour", 1).scene.counts.boat ?? 1).toBe(1);
    expect(readScene("harbour with three boats", 1).scene.counts.boat).toBe(3);
    expect(readScene("aerial view of a harbour", 1).scene.setting).toBe("sea");
    expect(readScene("小码头，湖水，雪山，日出", 1).scene).toMatchObject({ setting: "lake", counts: {} });
  });

  it("hides the horizon behind its houses, where a bay shows the sky", () => {
    const rows = [56, 84] as const;
    const busy = (prompt: string): number => {
      const { data } = paint(prompt);
      let steps = 0;
      for (let y = rows[0]; y < rows[1]; y++)
        for (let x = 1; x < width; x++) {
          const at = (y * width + x) * 3;
          if (Math.abs((data[at] as number) - (data[at - 3] as number)) > 20) steps++;
        }
      return steps;
    };
    expect(busy("harbour, summer day")).toBeGreaterThan(5 * busy("bay, summer day"));
  });
});

describe("a headland", () => {
  it.each(["lighthouse on a grassy headland, summer afternoon", "草地上的灯塔，蓝天白云", "lighthouse on a cliff at sunset"])(
    "carries its lighthouse on grass over the sea: %s",
    (prompt) => {
      const { scene, missing } = readScene(prompt, 1);
      expect(missing).toEqual([]);
      expect([scene.setting, scene.traits.includes("headland")]).toEqual(["sea", true]);
      const place = findPlace(scene, width, height);
      const [land] = place.lands;
      // Dry at one's feet, and water farther out on the open side.
      expect(land?.height(0, 0.1, 5)).toBeGreaterThan(0.01);
      expect(Math.min(...[-1, 1].map((x) => land?.height(x * 0.5, 0.9, 5) ?? 0))).toBeLessThan(0);
    },
  );

  it("is not where a lighthouse stands in the sea", () => {
    expect(readScene("a lighthouse on the coast at dusk", 1).scene.traits).not.toContain("headland");
  });

  it("is green below, where the sea was", () => {
    const [red, green, blue] = meanOf(paint("lighthouse on a grassy headland, summer"), [0, width], [125, 160]) as [number, number, number];
    expect(green).toBeGreaterThan(Math.max(red, 1.3 * blue));
  });
});

describe("an avenue", () => {
  it.each([
    ["秋天的银杏大道，金黄落叶", "ginkgo"],
    ["an avenue of plane trees in autumn", "autumn"],
    ["樱花大道，春日", "blossom"],
    ["snowy avenue, winter", "avenue"],
  ] as const)("is walked between its trees: %s", (prompt, trait) => {
    const { scene, missing } = readScene(prompt, 1);
    expect(missing).toEqual([]);
    expect(scene.setting).toBe("forest");
    expect(scene.traits).toEqual(expect.arrayContaining(["avenue", trait]));
  });

  it("opens straight ahead, with its trees on both sides", () => {
    const picture = paint("an avenue of trees in autumn");
    const luma = (from: number, to: number): number => lumaOf(...(meanOf(picture, [from, to], [70, 100]) as [number, number, number]));
    expect(luma(105, 130)).toBeGreaterThan(1.08 * luma(40, 90));
    expect(luma(105, 130)).toBeGreaterThan(1.08 * luma(150, 200));
  });
});

describe("a white wall", () => {
  it.each(["white wall with palm shadow", "白墙，窗影", "白墙与植物阴影，极简背景", "white plaster wall texture"])(
    "is white where the sun falls: %s",
    (prompt) => {
      expect(readScene(prompt, 1).scene.setting).toBe("wall");
      const { data } = paint(prompt);
      let brightest = [0, 0, 0];
      for (let at = 0; at < data.length; at += 3) {
        const each = [...data.subarray(at, at + 3)];
        if (Math.min(...each) > Math.min(...brightest)) brightest = each;
      }
      expect(Math.min(...brightest)).toBeGreaterThan(222);
      expect(Math.max(...brightest) - Math.min(...brightest)).toBeLessThan(16);
    },
  );

  it("is a town's beside black tiles", () => {
    expect(readScene("白墙黑瓦，小桥流水", 1).scene.setting).toBe("water town");
  });
});

describe("osmanthus", () => {
  it("hangs before the moon of mid-autumn, gold among dark leaves", () => {
    const { scene, missing } = readScene("中秋，满月，桂花枝", 1);
    expect(missing).toEqual([]);
    expect(scene.traits).toContain("osmanthus");
    const { data } = paint("中秋，满月，桂花枝");
    let [gold, moon] = [0, 0];
    for (let at = 0; at < data.length; at += 3) {
      const [red, green, blue] = [data[at] as number, data[at + 1] as number, data[at + 2] as number];
      if (red > 1.12 * green && green > 1.5 * blue && red > 110) gold++;
      if (Math.min(red, green, blue) > 150 && red > 225) moon++;
    }
    expect(gold).toBeGreaterThan(0.004 * width * height);
    expect(moon).toBeGreaterThan(0.01 * width * height);
  });
});

describe("walkers", () => {
  it.each(["two hikers on a mountain ridge at sunrise", "徒步者走在山间小路上，秋天", "a lone traveller in the desert, sunset"])(
    "are small in the land they cross: %s",
    (prompt) => {
      const { scene, missing } = readScene(prompt, 1);
      expect(missing).toEqual([]);
      expect(scene.things).toContain("person");
    },
  );

  it("are left out, and said to be, where they would need a face", () => {
    expect(readScene("a woman in a meadow", 1).missing).toContain("woman");
    expect(readScene("a hiker in a city street", 1).missing).toContain("hiker");
  });

  it("differ from the land without them by their coats", () => {
    const { scene } = readScene("three hikers crossing snowy mountains", 1);
    const coloured = (each: Scene): number => {
      const { data } = paintOf(each);
      let count = 0;
      for (let y = 70; y < 120; y++)
        for (let x = 40; x < 200; x++) {
          const at = (y * width + x) * 3;
          const tone = [...data.subarray(at, at + 3)];
          if (Math.max(...tone) - Math.min(...tone) > 70) count++;
        }
      return count;
    };
    expect(coloured(scene)).toBeGreaterThan(coloured({ ...scene, things: [] }) + 5);
  });
});

describe("a pier", () => {
  it.each(["old wooden pier at a lake, foggy sunrise", "湖边木栈道，清晨薄雾", "wooden jetty over the turquoise sea"])(
    "leads out from one's feet: %s",
    (prompt) => {
      const { scene, missing } = readScene(prompt, 1);
      expect(missing).toEqual([]);
      expect(scene.traits).toContain("pier");
    },
  );

  it("is of wood at one's feet and ends before the horizon", () => {
    const { scene } = readScene("lake, pier, summer day", 1);
    const [without, with1] = [paintOf({ ...scene, traits: [] }), paintOf(scene)];
    const differs = (from: number, to: number): number => {
      const [a, b] = [without, with1].map((each) => meanOf(each, [0, width], [from, to])) as [readonly number[], readonly number[]];
      return Math.abs((a[2] as number) - (a[0] as number) - (b[2] as number) + (b[0] as number));
    };
    expect(differs(145, 160)).toBeGreaterThan(6);
    expect(differs(86, 90)).toBeLessThan(2);
  });
});
