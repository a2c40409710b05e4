/** What the local engine makes of a photograph has the photograph's own size. */
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Studio, startStudio } from "#lib/testing/start-studio.ts";
import { type Project, paths } from "#lib/wire.ts";
import { drawScene } from "./pictures.ts";
import { ask, askJson, startPrediction, untilEnded, upload } from "./studio-client.ts";

const [width, height] = [2402, 1601];
let studio: Studio;

beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio?.stop());

it("every pixel of a photograph is graded, and none is made up or lost", async () => {
  const picture = await upload(studio.origin, drawScene(width, height));
  const made = await askJson(studio.origin, paths.projects, { name: "Own size", pictureId: picture.id });
  const project: Project = JSON.parse(made.text);
  const model = "black-forest-labs/flux-kontext-pro";
  const { id } = await startPrediction(studio.origin, {
    projectId: project.id,
    model,
    inputs: { prompt: "black and white", input_image: picture.id },
  });
  expect(await untilEnded(studio.origin, id)).toMatchObject({ status: "stored" });
  const { edits }: Project = JSON.parse((await ask(studio.origin, paths.project(project.id))).text);
  const result = edits.find(({ predictionId }) => predictionId === id)?.picture;
  expect(result).toMatchObject({ width, height });

  const read = async (pictureId: string) => {
    const { bytes } = await ask(studio.origin, paths.pictureFile(pictureId));
    return sharp(bytes).removeAlpha().toColourspace("srgb").raw().toBuffer();
  };
  const [before, after] = [await read(picture.id), await read(result?.id ?? "")];
  const brightness = (pixels: Buffer, x: number, y: number) => {
    const at = (y * width + x) * 3;
    return 0.2126 * (pixels[at] ?? 0) + 0.7152 * (pixels[at + 1] ?? 0) + 0.0722 * (pixels[at + 2] ?? 0);
  };
  // The grain of the scene is one pixel wide: a copy that was made smaller and larger again would have lost it.
  const rows = Array.from({ length: 200 }, (_, index) => 300 + index);
  const steps = (pixels: Buffer) => rows.map((x) => Math.sign(Math.round(brightness(pixels, x + 1, 200) - brightness(pixels, x, 200))));
  const isGrey = rows.every((x) => {
    const at = (200 * width + x) * 3;
    return Math.abs((after[at] ?? 0) - (after[at + 2] ?? 0)) <= 2;
  });
  expect(isGrey).toBe(true);
  expect(steps(after)).toEqual(steps(before));
});
