import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { builtInModels } from "#lib/models/built-in.ts";
import { enlargeModel } from "#lib/models/enlarge.ts";
import type { Inputs, ModelEntry, Task } from "#lib/models/model.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { resize } from "#lib/pixels/resample.ts";
import { typesetter } from "#lib/server/darkroom/type/typesetter.ts";
import { drawLawn } from "#lib/testing/lawn-picture.ts";
import { runModel } from "./run-model.ts";

/** Time that always says it is time to look: what is counted are the places where a run can be stopped. */
beforeEach(() => {
  let nowMs = 0;
  vi.spyOn(performance, "now").mockImplementation(() => {
    nowMs += 1000;
    return nowMs;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const lawn = drawLawn();

function modelFor(task: Task): ModelEntry {
  const model = builtInModels.find((entry) => entry.task === task);
  if (model === undefined) throw new Error(`Expected a model for ${task}`);
  return model;
}

interface Run {
  readonly model: ModelEntry;
  readonly inputs: Inputs;
  readonly pictures: Readonly<Record<string, Raster>>;
}

const edit = (prompt: string): Run => ({ model: modelFor("edit"), inputs: { prompt }, pictures: { input_image: lawn } });
const combine = (prompt: string): Run => {
  return { model: modelFor("combine"), inputs: { prompt }, pictures: { input_image_1: lawn, input_image_2: lawn } };
};
const draw = (prompt: string): Run => ({ model: modelFor("generate"), inputs: { prompt, megapixels: "0.25" }, pictures: {} });
/** A hole of the shape that the mask says, in the lawn. */
const fill = (prompt: string, isOpen: (x: number, y: number) => boolean, outputs = 1): Run => {
  const { width, height } = lawn;
  const data = Uint8ClampedArray.from({ length: width * height }, (_, i) => (isOpen(i % width, Math.floor(i / width)) ? 255 : 0));
  return {
    model: modelFor("fill"),
    inputs: { prompt, num_outputs: outputs },
    pictures: { image: lawn, mask: { width, height, channels: 1, data } },
  };
};
const round = (x: number, y: number): boolean => Math.hypot(x - 72, y - 78) < 24;
const enlarge: Run = { model: enlargeModel, inputs: { factor: "2" }, pictures: { input_image: lawn } };

async function countLooks(run: Run, stopAt = Number.POSITIVE_INFINITY): Promise<number> {
  let looks = 0;
  const progress = async () => {
    looks += 1;
    if (looks >= stopAt) throw new Error("canceled");
  };
  await runModel({ ...run, seed: 5 }, { log: () => undefined, progress, typeset: typesetter }).catch((error: unknown) => {
    if (!(error instanceof Error) || error.message !== "canceled") throw error;
  });
  return looks;
}

/** A plain wall over a floor. */
function drawRoom(): Raster {
  const { width, height } = lawn;
  const data = Uint8ClampedArray.from(
    { length: width * height * 3 },
    (_, i) => (i < width * height * 2.4 ? [190, 188, 184] : [150, 105, 70])[i % 3] as number,
  );
  return { width, height, channels: 3, data };
}

/** What takes long is cut into at least so many pieces, each a pass over the picture or less. */
const stages: readonly (readonly [title: string, run: Run, leastLooks: number])[] = [
  ["a look of several passes", edit("golden hour"), 5],
  ["a look with grain", edit("vintage"), 5],
  ["rain", edit("rain"), 10],
  ["snow", edit("snow"), 10],
  ["sharpening", edit("sharpen"), 5],
  ["a blur", edit("blur"), 4],
  ["a glow", edit("glow"), 5],
  ["a model railway", edit("tilt-shift"), 9],
  ["drawing", edit("anime"), 15],
  ["painting", edit("oil painting"), 5],
  ["finding a place", edit("make the subject darker"), 15],
  ["a colour for a thing", edit("make the red box blue"), 5],
  ["another sky", edit("replace the sky with a sunset"), 10],
  ["a painted background", edit("replace the background with a beach"), 20],
  ["enlarging by words", edit("upscale 2x"), 20],
  ["enlarging", enlarge, 20],
  ["standing in another picture", combine("put the box next to the house"), 20],
  ["hanging on a wall", { ...combine("hang the picture on the wall"), pictures: { input_image_1: lawn, input_image_2: drawRoom() } }, 20],
  ["a double exposure", combine("blend them"), 4],
  ["filling a hole", fill("remove it", round), 400],
  ["filling scratches", fill("remove it", (x, y) => Math.abs(x - y) < 2), 400],
  ["filling a strip at the border", fill("extend it", (x) => x > 160), 400],
  ["filling from a named place", fill("grass", round), 400],
  ["filling twice", fill("remove it", round, 2), 800],
  ["a scene", draw("a mountain lake at sunset"), 20],
  ["a scene in a manner", draw("watercolour of a mountain lake"), 25],
  ["a still life", draw("a black forest cake"), 20],
  ["a surface", draw("marble texture"), 5],
];

/** However large a picture, a look has to come for every so many of its pixels. */
const large = resize(lawn, 1000, 667, "area");
const mostPixelsUnseen = 80_000;

const instructions = [
  ...["20 % brighter", "more contrast", "more saturated", "warmer", "lift the shadows", "more clarity", "gamma up", "redder", "teal tint"],
  ...["black and white", "sepia", "invert", "vintage", "dawn", "blue hour", "silhouette", "autumn", "pastel colours", "cinematic, 50 %"],
  ...["duotone navy and cream", "teal shadows and orange highlights", "a white border", "polaroid", "a dark gradient at the bottom"],
  ...["white balance", "enhance", "vignette", "grain", "denoise", "remove the haze", "HDR", "posterise", "motion blur", "tilt-shift"],
  ...["snow", "rain", "night", "charcoal", "comic", "ukiyo-e", "less green in the grass"],
  ...["fog", "sun rays", "pencil sketch", "halftone", "mosaic", "pixel art", "rotate left", "rotate 3 degrees", "flip it", "zoom in"],
  "blur the background",
];

describe("a run looks whether it is still wanted", () => {
  it.each(stages)("again and again in %s", async (_title, run, leastLooks) => {
    expect(await countLooks(run)).toBeGreaterThanOrEqual(leastLooks);
  });

  it.each(instructions)("after every few rows of a large picture, asked for: %s", async (prompt) => {
    const run = { ...edit(prompt), pictures: { input_image: large } };
    expect(await countLooks(run)).toBeGreaterThanOrEqual((large.width * large.height) / mostPixelsUnseen);
  });

  it.each(stages)("and does nothing more once it is not, in %s", async (_title, run) => {
    for (const stopAt of [1, 3]) expect(await countLooks(run, stopAt)).toBe(stopAt);
  });
});
