import { describe, expect, it } from "vitest";
import { AppError } from "#lib/errors.ts";
import { builtInModels } from "#lib/models/built-in.ts";
import type { Inputs, ModelEntry, Task } from "#lib/models/model.ts";
import { rgbToHsl } from "#lib/pixels/colour.ts";
import { isSameRaster, meanDeltaE } from "#lib/pixels/difference.ts";
import { lumaPlane } from "#lib/pixels/plane.ts";
import { hashPoint } from "#lib/pixels/random.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { typesetter } from "#lib/server/darkroom/type/typesetter.ts";
import { drawingOf } from "#lib/testing/drawn-things.ts";
import { drawLawn, lawnPartAt, meanOf } from "#lib/testing/lawn-picture.ts";
import { runModel } from "./run-model.ts";

/** Sky over grass, a blue square in the middle. */
function photograph(width = 96, height = 64): Raster {
  const picture = newRaster(width, height, 3);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const speck = Math.floor(hashPoint(x, y, 1) * 21) - 10;
    const isThing = Math.abs(x - width / 2) < width / 8 && Math.abs(y - height / 2) < height / 6;
    const colour = isThing ? [30, 60, 200] : y < height / 2 ? [200, 205, 210] : [120, 118, 104];
    picture.data.set(
      colour.map((value) => value + speck),
      i * 3,
    );
  }
  return picture;
}

const modelFor = (task: Task): ModelEntry => {
  const model = builtInModels.find((entry) => entry.task === task);
  if (model === undefined) throw new Error(`Expected a model for ${task}`);
  return model;
};

async function run(model: ModelEntry, inputs: Inputs, pictures: Readonly<Record<string, Raster>> = {}, seed = 7) {
  const logs: string[] = [];
  const shares: number[] = [];
  const results = await runModel(
    { model, inputs, pictures, seed },
    { log: (line) => logs.push(line), progress: async (done, of) => void shares.push(done / of), typeset: typesetter },
  );
  return { results, logs, shares, first: results[0] as Raster };
}

const edit = (prompt: string, picture = photograph(), seed = 7) =>
  run(modelFor("edit"), { prompt, aspect_ratio: "match_input_image" }, { input_image: picture }, seed);

function mean(picture: Raster): { luma: number; saturation: number; warmth: number } {
  let [luma, saturation, warmth] = [0, 0, 0];
  const plane = lumaPlane(picture);
  for (let i = 0; i < plane.data.length; i++) {
    const [r, g, b] = [picture.data[i * 3] ?? 0, picture.data[i * 3 + 1] ?? 0, picture.data[i * 3 + 2] ?? 0];
    luma += plane.data[i] ?? 0;
    saturation += Math.max(r, g, b) - Math.min(r, g, b);
    warmth += r - b;
  }
  return { luma: luma / plane.data.length, saturation: saturation / plane.data.length, warmth: warmth / plane.data.length };
}

describe("editing", () => {
  const before = mean(photograph());
  it("brightens and darkens by about what was asked", async () => {
    expect(mean((await edit("make it 20% darker")).first).luma / before.luma).toBeCloseTo(0.8, 2);
    expect(mean((await edit("brighter")).first).luma).toBeGreaterThan(before.luma * 1.05);
  });
  it("takes colour away and leaves brightness", async () => {
    const after = mean((await edit("desaturate 100%")).first);
    expect(after.saturation).toBeLessThan(1);
    expect(Math.abs(after.luma - before.luma)).toBeLessThan(1);
  });
  it("warms and cools without changing brightness", async () => {
    const [warm, cool] = [mean((await edit("warmer")).first), mean((await edit("变冷")).first)];
    expect(warm.warmth).toBeGreaterThan(before.warmth + 5);
    expect(cool.warmth).toBeLessThan(before.warmth - 5);
    expect(Math.abs(warm.luma - before.luma)).toBeLessThan(3);
  });
  it("turns the hue of the named object and leaves the rest to the bit", async () => {
    const [source, { first, logs }] = [photograph(), await edit("make the blue car red")];
    const at = (32 * 96 + 48) * 3;
    const [hue] = rgbToHsl(first.data[at] ?? 0, first.data[at + 1] ?? 0, first.data[at + 2] ?? 0);
    expect(Math.min(hue, 360 - hue)).toBeLessThan(20);
    expect([...first.data.subarray(0, 96 * 3 * 8)]).toEqual([...source.data.subarray(0, 96 * 3 * 8)]);
    expect(logs).toContain("Did: blue car → red");
  });
  it("says what it took for a thing without a colour, and what it left out", async () => {
    const { logs } = await edit("Change the car color to red, turn the headlights on");
    expect(logs.join("\n")).toMatch(/Took the strongest coloured region .* for "car"/u);
    expect(logs).toContain('Not possible here: "turn the headlights on"; that needs a FLUX key');
  });
  it("says that it took for a town what stands under the sky", async () => {
    const skyline = drawingOf(192, 128)((x, y) => (y > 50 + 20 * ((x >> 5) % 2) ? [70 + 40 * ((x >> 3) % 2), 60, 50] : [120, 165, 225]));
    expect((await edit("make the buildings green", skyline)).logs.join("\n")).toMatch(
      /^Took what stands under the sky .* for "buildings"/mu,
    );
    expect((await edit("把城市变成绿色", skyline)).logs.join("\n")).toContain("把天空以下的部分");
  });
  it("does what it can of two things that are joined, and says what it cannot", async () => {
    const wood = drawingOf(96, 64)((x, y) => [120 + 30 * ((x >> 3) % 2), 70 + 20 * ((y >> 2) % 2), 40]);
    const logsOf = async (prompt: string): Promise<string> =>
      (await run(modelFor("edit"), { prompt }, { input_image: wood })).logs.join("\n");
    const joined = await logsOf("Bluer sky and more contrast");
    expect(joined).toContain("Did: contrast +30 %");
    expect(joined).toContain('Not possible here: "blue tint at 80 % (sky)" (no sky was found)');
    expect(await logsOf("make the sky bluer and more contrast")).toContain("Did: contrast +30 %");
    await expect(logsOf("make the sky bluer and darker")).rejects.toThrow("no sky was found");
  });
  it("swaps the sides when turned and obeys a crop", async () => {
    expect((await edit("rotate right")).first).toMatchObject({ width: 64, height: 96 });
    expect((await edit("crop to square")).first).toMatchObject({ width: 64, height: 64 });
  });
  it("goes to the size of an aspect ratio that is asked for", async () => {
    const model = modelFor("edit");
    const { first } = await run(model, { prompt: "brighter", aspect_ratio: "1:1" }, { input_image: photograph() });
    expect(first.width).toBe(first.height);
  });
  it.each([
    "Make this a 90s cartoon",
    "pencil sketch",
    "oil painting",
    "watercolour",
    "pixel art",
    "halftone",
    "sepia",
    "invert",
    "golden hour",
    "night",
    "fog",
    "vintage",
    "blur",
    "sharpen",
    "vignette",
    "grain",
    "posterize",
    "denoise",
  ])("visibly does %s at the picture's size, the same for a seed", async (prompt) => {
    const [{ first }, again] = [await edit(prompt), await edit(prompt)];
    expect(first).toMatchObject({ width: 96, height: 64, channels: 3 });
    expect(meanDeltaE(first, photograph())).toBeGreaterThan(0.3);
    expect(isSameRaster(first, again.first)).toBe(true);
  });
  it.each(["add a dragon", "rotate 360 degrees", "make the purple hat green", "  "])(
    "refuses %j and says what it can do",
    async (prompt) => {
      const failure = await edit(prompt).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(AppError);
      expect(failure).toMatchObject({ code: "not_understood", message: expect.stringContaining("such as") });
    },
  );
  it("takes grey, transparent, tiny and thin pictures", async () => {
    for (const [width, height, channels] of [
      [1, 1, 3],
      [40, 30, 1],
      [40, 30, 4],
      [60, 1, 3],
    ] as const) {
      const picture: Raster = {
        width,
        height,
        channels,
        data: Uint8ClampedArray.from({ length: width * height * channels }, (_, i) => (i * 37) % 251),
      };
      const { first } = await edit("night, blur the background, add fog", picture);
      expect(first).toMatchObject({ width, height, channels: 3 });
    }
  });
  it("names three things near to what was asked", async () => {
    await expect(edit("make the sky full of dragons")).rejects.toMatchObject({
      code: "not_understood",
      message: expect.stringMatching(/such as "[^"]*sky[^"]*", "[^"]+", "[^"]+".*FLUX key/u),
    });
    await expect(edit("给天空加一条龙")).rejects.toMatchObject({ message: expect.stringContaining("让天空更蓝") });
  });
  it("stops when progress is refused", async () => {
    const task = { model: modelFor("edit"), inputs: { prompt: "cartoon" }, pictures: { input_image: photograph() }, seed: 1 };
    const stop = new Error("cancelled");
    await expect(runModel(task, { log: () => {}, progress: () => Promise.reject(stop), typeset: typesetter })).rejects.toBe(stop);
  });
});

describe("filling", () => {
  const mask = (value: (x: number, y: number) => number): Raster => ({
    width: 96,
    height: 64,
    channels: 1,
    data: Uint8Array.from({ length: 96 * 64 }, (_, i) => value(i % 96, Math.floor(i / 96))),
  });
  const square = mask((x, y) => (x > 34 && x < 62 && y > 18 && y < 46 ? 255 : 0));
  const fill = (inputs: Inputs, given: Raster) => run(modelFor("fill"), inputs, { image: photograph(), mask: given });

  it("fills, says what it cannot draw, and keeps the rest to the bit", async () => {
    const { first, logs } = await fill({ prompt: "a spaceship" }, square);
    expect(logs).toEqual(["Using seed: 7", 'Filled from the surroundings; this engine cannot draw "a spaceship"']);
    const source = photograph();
    expect(first.data.every((value, i) => square.data[Math.floor(i / 3)] !== 0 || value === source.data[i])).toBe(true);
    expect(isSameRaster(first, source)).toBe(false);
  });
  it("fills from the place a prompt names, or says that there is none", async () => {
    const lawn = drawLawn();
    const hole: Raster = {
      width: 192,
      height: 128,
      channels: 1,
      data: Uint8Array.from({ length: 192 * 128 }, (_, i) => (lawnPartAt(i) === "box" ? 255 : 0)),
    };
    const steered = await run(modelFor("fill"), { prompt: "grass" }, { image: lawn, mask: hole });
    expect(steered.logs).toEqual(["Using seed: 7", "Filled from the grass in the picture"]);
    const [red, green, blue] = meanOf(steered.first, "box");
    expect(green).toBeGreaterThan(red);
    expect(green).toBeGreaterThan(blue);
    const none = await run(modelFor("fill"), { prompt: "water" }, { image: lawn, mask: hole });
    expect(none.logs).toContain("Too little water was found in the picture; filled from all surroundings");
  });
  it("has nothing to add when asked to remove", async () => {
    expect((await fill({ prompt: "remove it" }, square)).logs).toEqual(["Using seed: 7"]);
    expect((await fill({ prompt: "去除" }, square)).logs).toEqual(["Using seed: 7"]);
  });
  it("gives different results when several are asked for", async () => {
    const { results, shares } = await fill({ prompt: "clean", num_outputs: 2 }, square);
    expect(results).toHaveLength(2);
    expect(isSameRaster(results[0] as Raster, results[1] as Raster)).toBe(false);
    expect(shares.at(-1)).toBe(1);
  });
  it.each([
    ["black", 0],
    ["white", 255],
  ])("refuses an all-%s mask", async (_name, value) => {
    await expect(
      fill(
        { prompt: "clean" },
        mask(() => value),
      ),
    ).rejects.toMatchObject({ code: "invalid_input", faults: [{ field: "mask" }] });
  });
});

describe("combining", () => {
  const model = modelFor("combine");
  const other = (): Raster => ({ ...photograph(), data: photograph().data.map((value) => 255 - value) });
  const combine = (prompt: string) => run(model, { prompt }, { input_image_1: photograph(), input_image_2: other() });

  it.each([
    "Put the woman next to the house",
    "blend them",
    "use image 1 as background",
    "the first in the colours of the second",
    "左半边第一张，右半边第二张",
    "xyzzy",
  ])("carries out %s", async (prompt) => {
    const { first, logs } = await combine(prompt);
    expect(first).toMatchObject({ width: 96, height: 64 });
    expect(isSameRaster(first, photograph())).toBe(false);
    expect(logs.join("\n")).toMatch(/Did: |已完成：/u);
  });
  it("says what it was to stand on and is not in the other picture, in the language of the words", async () => {
    const logsOf = async (prompt: string): Promise<string> => (await combine(prompt)).logs.join("\n");
    expect(await logsOf("put the woman on the red sofa")).toContain("Not found in the other picture: red sofa");
    expect(await logsOf("把女人放到狗旁边")).toContain("另一张图里没有找到狗");
    expect(await logsOf("the two people together in one photo")).not.toContain("Not found");
  });
  it("takes what came cut out as it is, and gives the result the size of the picture it comes into", async () => {
    const logo: Raster = { width: 20, height: 20, channels: 4, data: new Uint8ClampedArray(1600) };
    for (let i = 0; i < 400; i++) logo.data.set([200, 20, 30, i % 20 < 10 ? 255 : 0], i * 4);
    for (const prompt of ["put the bottle in the middle of the field", "put the logo in the top left corner"]) {
      const { first, logs } = await run(model, { prompt }, { input_image_1: logo, input_image_2: photograph() });
      expect(first).toMatchObject({ width: 96, height: 64, channels: 3 });
      expect(logs.join("\n")).toMatch(/Came cut out|In its own colours/u);
    }
  });
  it("refuses what would have to be drawn anew, with what it can do", async () => {
    await expect(combine("swap the faces")).rejects.toMatchObject({
      code: "not_understood",
      message: expect.stringContaining("drawn anew"),
    });
    await expect(combine("换脸")).rejects.toThrow(/需要重新画出来/u);
  });
  it("puts halves where the sentence says", async () => {
    const { first } = await combine("the second picture as the left half");
    const [left, right] = [first.data[0] ?? 0, first.data[95 * 3] ?? 0];
    expect(left).toBeLessThan(100);
    expect(right).toBeGreaterThan(150);
  });
});

describe("painting from words", () => {
  const model: ModelEntry = { ...modelFor("generate"), sizesByRatio: { "1:1": [96, 96], "16:9": [128, 72] } };
  it("obeys size and seed and says what it left out", async () => {
    const paint = (seed: number) => run(model, { prompt: "a sailboat on the sea at sunset with a kraken", aspect_ratio: "16:9" }, {}, seed);
    const [one, same, other] = [await paint(1), await paint(1), await paint(2)];
    expect(one.first).toMatchObject({ width: 128, height: 72 });
    expect(isSameRaster(one.first, same.first)).toBe(true);
    expect(isSameRaster(one.first, other.first)).toBe(false);
    expect(one.logs).toContain("Left out, this engine cannot paint it: kraken");
  });
  it("takes the brush for an ink wash of a land, and washes over what a brush knows no strokes for", async () => {
    const land = await run(model, { prompt: "水墨山水，一只小船", aspect_ratio: "1:1" });
    expect(land.logs[1]).toBe("画了：水墨、山水、小船");
    expect(land.logs.some((line) => line.startsWith("已完成"))).toBe(false);
    const city = await run(model, { prompt: "ink wash of a city", aspect_ratio: "1:1" });
    expect(city.logs.at(-1)).toContain("watercolour");
  });
  it("paints an abstract composition from unknown words and says so", async () => {
    const { logs, first } = await run(model, { prompt: "quixotic flurble", aspect_ratio: "1:1" });
    expect(logs[1]).toContain("abstract composition");
    expect(new Set(first.data).size).toBeGreaterThan(20);
  });
  it("writes the quoted words on a cake", async () => {
    const cake = (words: string) =>
      run(model, { prompt: `black forest gateau cake spelling out the words ${words}, tasty, food photography`, aspect_ratio: "1:1" });
    const [written, plain] = [await cake('"FLUX 1.1 Pro"'), await cake("")];
    expect(written.logs[1]).toContain('the words "FLUX 1.1 Pro"');
    expect(isSameRaster(written.first, plain.first)).toBe(false);
  });
  it("makes night darker and bluer than day", async () => {
    const [day, night] = [
      mean((await run(model, { prompt: "城市，白天", aspect_ratio: "1:1" })).first),
      mean((await run(model, { prompt: "城市，夜晚", aspect_ratio: "1:1" })).first),
    ];
    expect(night.luma).toBeLessThan(day.luma * 0.6);
  });
});

it("runs a user's own model by its task alone", async () => {
  const own: ModelEntry = {
    ...modelFor("edit"),
    id: "acme/paint-2",
    fields: [{ kind: "picture", name: "photo", label: { en: "", "zh-CN": "" }, help: { en: "", "zh-CN": "" }, accept: ["image/png"] }],
  };
  const { first } = await run(own, { prompt: "invert" }, { photo: photograph() });
  expect(first.data[0]).toBe(255 - (photograph().data[0] ?? 0));
});
