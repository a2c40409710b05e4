import { describe, expect, it } from "vitest";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { typesetter } from "#lib/server/darkroom/type/typesetter.ts";
import { type Area, type ColourTest, shareWhere } from "#lib/testing/share-where.ts";
import { findPlace } from "./find-place.ts";
import { paintScene } from "./paint-scene.ts";
import type { Scene } from "./scene.ts";
import { setLetters } from "./set-letters.ts";
import { burstsOn } from "./skies/sky-lights.ts";
import { readScene } from "./words/read-scene.ts";

const [width, height] = [144, 96];
const read = (prompt: string, seed = 2) => readScene(prompt, seed).scene;
const paintIt = (scene: Scene): Raster => finish(paintScene(scene, width, height));
const paint = (prompt: string, seed = 2): Raster => paintIt(read(prompt, seed));

const [leftHalf, rightHalf]: readonly [Area, Area] = [
  [0, 0, width / 2, height],
  [width / 2, 0, width, height],
];

const isWhite: ColourTest = (r, g, b) => Math.min(r, g, b) > 150 && Math.max(r, g, b) - Math.min(r, g, b) < 40;
const isGreen: ColourTest = (r, g, b) => g > r * 1.12 && g > b * 1.08;

describe("backdrops", () => {
  it.each(["Saturn above a desert at dusk", "two planets over an icy landscape, starry sky"])(
    "hangs planets in the sky of a land: %s",
    (prompt) => {
      const scene = read(prompt);
      expect(["desert", "snow"]).toContain(scene.setting);
      const [full, empty] = [scene, { ...scene, things: scene.things.filter((name) => name !== "planet") }].map(paintIt) as [
        Raster,
        Raster,
      ];
      const { horizon } = findPlace(scene, width, height).camera;
      let changed = 0;
      for (let i = 0; i < Math.floor(horizon) * width * 3; i += 3)
        if (Math.abs((full.data[i + 1] as number) - (empty.data[i + 1] as number)) > 24) changed++;
      expect(changed / (horizon * width)).toBeGreaterThan(0.02);
    },
  );

  it("lays clouds under peaks without a gap between two banks, and lets mist climb the rock", () => {
    const sea = paint("sea of clouds below mountain peaks, clear day", 4);
    expect(shareWhere(sea, (r, g, b) => Math.min(r, g, b) > 110 && b - r < 70, [0, 58, width, height])).toBeGreaterThan(0.97);
    // Green pastures do not reach down to the clouds.
    expect(shareWhere(sea, isGreen, [0, 46, width, 58])).toBeLessThan(0.02);
  });

  it("walks between birches in snow", () => {
    const wood = paint("birch forest in snow, soft winter light");
    expect(shareWhere(wood, isWhite, [0, 70, width, height])).toBeGreaterThan(0.5);
    expect(shareWhere(wood, (r, _g, b) => b > r * 1.6 && b > 120, [0, 0, width, 40])).toBeLessThan(0.05);
    expect(read("雾凇，清晨").setting).toBe("forest");
  });

  it("lays leaves of the tropics over each other, and keeps them off the side that was to be free", () => {
    const leaves = paint("monstera leaves background");
    const isDark: ColourTest = (r, g, b) => Math.max(r, g, b) < 42;
    expect(shareWhere(leaves, isGreen)).toBeGreaterThan(0.7);
    // Between and behind them it is dark, which one leaf from close by is nowhere.
    expect(shareWhere(leaves, isDark)).toBeGreaterThan(0.05);
    expect(shareWhere(paint("a green leaf"), isDark)).toBeLessThan(0.01);
    const isLit: ColourTest = (r, g, b) => g > 85 && isGreen(r, g, b);
    const free = paint("tropical palm leaves, negative space on the left");
    expect(shareWhere(free, isLit, rightHalf)).toBeGreaterThan(3 * shareWhere(free, isLit, leftHalf));
  });

  it("lets smoke take many colours where no single one was named", () => {
    const hues = (raster: Raster): number => {
      const reds = shareWhere(raster, (r, g, b) => r > 70 && r > b * 1.15 && r > g * 1.5);
      return Math.min(
        reds,
        shareWhere(raster, (r, _g, b) => b > 70 && b > r * 1.4),
      );
    };
    expect(hues(paint("colourful smoke on black", 3))).toBeGreaterThan(0.01);
    expect(hues(paint("彩色烟雾，黑色背景", 3))).toBeGreaterThan(0.01);
    expect(hues(paint("smoke on black", 3))).toBe(0);
  });

  it("drapes velvet in folds of the colour that was said", () => {
    const velvet = paint("dark green velvet background");
    expect(shareWhere(velvet, isGreen)).toBeGreaterThan(0.9);
    expect(shareWhere(velvet, (_r, g) => g < 60)).toBeGreaterThan(0.15);
    expect(shareWhere(velvet, (_r, g) => g > 95)).toBeGreaterThan(0.05);
  });

  it("gives a beach the black sand that was asked for", () => {
    const isSand: ColourTest = (r, _g, b) => r > 150 && r > b * 1.2;
    const near: Area = [0, 80, width, height];
    expect(shareWhere(paint("black sand beach, overcast"), (r, g, b) => Math.max(r, g, b) < 110, near)).toBeGreaterThan(0.9);
    expect(shareWhere(paint("a beach, noon"), isSand, near)).toBeGreaterThan(0.6);
  });

  it("checks a cloth, not the whole picture", () => {
    const scene = read("apples on a blue gingham tablecloth");
    expect(scene.setting).toBe("table");
    const front: Area = [0, 74, width, height];
    const isBlue: ColourTest = (r, _g, b) => b > r * 1.25;
    expect(shareWhere(paintIt(scene), isBlue, front)).toBeGreaterThan(0.2);
    expect(shareWhere(paintIt(scene), (r, g, b) => Math.max(r, g, b) - Math.min(r, g, b) < 45 && r > 100, front)).toBeGreaterThan(0.15);
  });

  it("veins a podium of marble, and stands a coloured one before a wall of its own tone", () => {
    const { hasVeins: _, ...bare } = read("a white marble podium");
    const [marble, plain] = [paint("a white marble podium"), paintIt(bare)];
    let veined = 0;
    for (let i = 0; i < plain.data.length; i += 3) if (Math.abs((marble.data[i] as number) - (plain.data[i] as number)) > 9) veined++;
    expect(veined).toBeGreaterThan(30);
    for (const seed of [1, 2, 3])
      expect(shareWhere(paint("teal podium for a product", seed), (r, g) => g > r + 10, [0, 0, width, 24])).toBeGreaterThan(0.95);
  });

  it("gives palms of a flat sea a shore to stand on", () => {
    const isSand: ColourTest = (r, g, b) => r > b * 1.15 && r > g;
    const strip: Area = [0, 90, width, height];
    expect(shareWhere(paint("flat illustration of palm trees by the sea, noon"), isSand, strip)).toBeGreaterThan(0.8);
    expect(shareWhere(paint("flat illustration of the sea, noon"), isSand, strip)).toBeLessThan(0.1);
  });

  it("walks the lanes of Jiangnan, and sees its canals across their water", () => {
    expect(read("雨中的江南小巷，石板路").setting).toBe("city");
    expect(read("江南水乡，小桥流水").setting).toBe("water town");
  });

  it("heaps a rough sea up in waves that break, and mirrors nothing in it", () => {
    const isFoam: ColourTest = (r, g, b) => Math.min(r, g, b) > 105 && Math.max(r, g, b) - Math.min(r, g, b) < 40;
    const below: Area = [0, 54, width, height];
    const storm = read("huge waves, storm");
    expect(storm.setting).toBe("sea");
    expect(shareWhere(paintIt(storm), isFoam, below)).toBeGreaterThan(0.06);
    const alone = read("a lighthouse, stormy sea", 3);
    const [full, empty] = [alone, { ...alone, things: [] }].map(paintIt) as [Raster, Raster];
    // The lowest rows, where its mirror image would hang.
    for (let i = 88 * width * 3; i < full.data.length; i++)
      expect(Math.abs((full.data[i] as number) - (empty.data[i] as number))).toBeLessThan(30);
  });

  it("raises a volcano by itself, white at its top, and blossom before it stands on a meadow", () => {
    const fuji = read("Mount Fuji behind a lake, noon");
    const flat = { ...fuji, traits: fuji.traits.filter((each) => each !== "cone") };
    let differing = 0;
    const [cone, range] = [paintIt(fuji).data, paintIt(flat).data];
    for (let i = 0; i < 40 * width * 3; i += 3) if (Math.abs((cone[i] as number) - (range[i] as number)) > 30) differing++;
    expect(differing).toBeGreaterThan(300);
    expect(read("富士山，樱花").setting).toBe("meadow");
  });

  it("stands a cabin in the clearing before the trees of a forest", () => {
    const scene = read("a cabin in a pine forest at night");
    const [full, empty] = [scene, { ...scene, things: [] }].map(paintIt) as [Raster, Raster];
    let lowest = 0;
    for (let i = 0; i < full.data.length; i += 3)
      if (Math.abs((full.data[i] as number) - (empty.data[i] as number)) > 60) lowest = Math.floor(i / 3 / width);
    expect(lowest / height).toBeGreaterThan(0.78);
  });

  it("plants cypresses on the hills of Tuscany, and keeps a morning blue under a sky that was said to be", () => {
    const kinds = (prompt: string) => findPlace(read(prompt), width, height).groves.map(({ grove }) => grove.kind);
    expect(kinds("hills with cypress trees, noon")).toEqual(["cypress"]);
    expect(kinds("托斯卡纳的田野")).toEqual(["cypress"]);
    const isDark: ColourTest = (r, g, b) => Math.max(r, g, b) < 75;
    expect(shareWhere(paint("hills with cypress trees, noon"), isDark)).toBeGreaterThan(2 * shareWhere(paint("hills, noon"), isDark));
    expect(read("雪山，清晨，蓝天白云").hour).toBe("day");
    expect(read("雪山，清晨").hour).toBe("golden");
  });

  it("cuts canyons into layered rock, and leaves dunes to deserts of sand", () => {
    const walls: Area = [0, 20, width, 40];
    const isRock: ColourTest = (r, g, b) => r > g * 1.25 && r > b * 1.4;
    expect(shareWhere(paint("a canyon of red rock, noon"), isRock, walls)).toBeGreaterThan(0.25);
    expect(shareWhere(paint("desert dunes, noon"), isRock, walls)).toBeLessThan(0.05);
    expect(read("丹霞").traits).toContain("mesas");
  });

  it("sets a striped sun over a grid for synthwave", () => {
    const wave = paint("synthwave sunset with a grid");
    const isSun: ColourTest = (r, g) => r > 200 && g > 120;
    expect(shareWhere(wave, isSun, [52, 20, 92, 44])).toBeGreaterThan(0.4);
    const row = (y: number): number[] => Array.from({ length: width }, (_, x) => wave.data[(y * width + x) * 3] as number);
    // Lines that run to the horizon cross each row.
    const crossings = row(90).filter((value, x, all) => value > 110 && (all[x - 1] ?? 0) <= 110).length;
    expect(crossings).toBeGreaterThan(5);
  });

  it("paints festive lights out of focus without a land, flowers before far mountains, and stone under a podium in a wood", () => {
    expect(read("圣诞背景，红色与金色，散景").setting).toBe("bokeh");
    expect(read("christmas trees in the snow").setting).toBe("snow");
    expect(read("菊花，远山").setting).toBe("meadow");
    expect(read("a wildflower meadow").traits).toContain("wildflowers");
    const podium = paint("product podium in a forest, morning light");
    expect(shareWhere(podium, (r, _g, b) => r > b * 1.1, [30, 70, 110, 96])).toBeGreaterThan(0.5);
  });

  it("forks a bare tree to its twigs, under the great moon of Halloween too", () => {
    const scene = read("a lone dead tree in a field, noon");
    expect(scene.things).toEqual(["bare tree"]);
    const [full, empty] = [scene, { ...scene, things: [] }].map((each) => finish(paintScene(each, 288, 192))) as [Raster, Raster];
    /** How many stretches of dark a row crosses. */
    const branches = (y: number): number => {
      const isDarker = Array.from(
        { length: 288 },
        (_, x) => (empty.data[(y * 288 + x) * 3] as number) - (full.data[(y * 288 + x) * 3] as number) > 30,
      );
      return isDarker.filter((is, x) => is && isDarker[x - 1] !== true).length;
    };
    const counts = Array.from({ length: 192 }, (_, y) => branches(y));
    expect(Math.max(...counts)).toBeGreaterThan(7);
    expect(counts).toContain(1);
    const eve = read("halloween poster");
    expect([eve.setting, eve.hour, eve.things]).toEqual(["meadow", "night", ["bare tree", "moon"]]);
  });

  it.each([3, 5, 7, 11])("keeps a title off the fireworks over it (%i)", async (seed) => {
    const bare = read('fireworks over a harbour, title "NEW YEAR 2027"', seed);
    const { scene } = await setLetters(bare, typesetter);
    const [tall, wide] = [624, 416];
    const [plain, titled] = [bare, scene].map((each) => finish(paintScene(each, wide, tall))) as [Raster, Raster];
    let written = 0;
    for (const { x, y, reach } of burstsOn(bare, findPlace(bare, wide, tall).camera, { width: wide, unit: wide }))
      for (let v = -reach; v < reach; v++)
        for (let u = -reach; u < reach; u++) {
          const at = (Math.round(y + v) * wide + Math.round(x + u)) * 3;
          const isInside = u * u + v * v < reach * reach && x + u >= 0 && x + u < wide;
          if (isInside && Math.abs((plain.data[at] as number) - (titled.data[at] as number)) > 60) written++;
        }
    expect(written).toBe(0);
  });
});
