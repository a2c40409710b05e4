import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCatalogue } from "#lib/models/catalogue.ts";
import type { Inputs } from "#lib/models/model.ts";
import { preparePicture } from "#lib/testing/prepared-picture.ts";
import { develop } from "./develop.ts";
import { isSrgbProfile } from "./metadata/srgb-profile.ts";

const catalogue = createCatalogue();
let folder: string;
let made = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-develop-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(model: string, inputs: Inputs, pictures: Record<string, "picture" | "mask"> = {}) {
  const files: Record<string, string> = {};
  for (const [name, as] of Object.entries(pictures)) files[name] = (await preparePicture({ folder, as, width: 64, height: 48 })).path;
  const lines: string[] = [];
  made += 1;
  const outPrefix = path.join(folder, `out-${made}`);
  const request = { model: catalogue.get(`black-forest-labs/${model}`), inputs, seed: 7, pictures: files, outPrefix };
  const paths = await develop(request, { log: (line) => lines.push(line) });
  return { paths, lines, outPrefix };
}

describe("developing", () => {
  it("decodes pictures and masks, runs the model and writes what it makes", async () => {
    const { paths, outPrefix } = await run(
      "flux-fill-dev",
      { prompt: "remove it", output_format: "png" },
      { image: "picture", mask: "mask" },
    );
    expect(paths).toEqual([`${outPrefix}-0.png`]);
    expect(await sharp(paths[0]).metadata()).toMatchObject({ format: "png", width: 64, height: 48, channels: 3 });
  });

  it.each([
    ["jpg", "jpeg"],
    ["png", "png"],
    ["webp", "webp"],
  ])("writes %s when the inputs ask for it", async (extension, format) => {
    const inputs = { prompt: "a red boat", output_format: extension, output_quality: 60, megapixels: "0.25" };
    const { paths } = await run("flux-schnell", inputs);
    expect(paths.map((file) => path.extname(file))).toEqual([`.${extension}`]);
    const facts = await sharp(paths[0]).metadata();
    expect(facts.format).toBe(format);
    expect(isSrgbProfile(facts.icc ?? Buffer.alloc(0))).toBe(true);
  });

  it("writes the model's own format when nothing is said", async () => {
    const field = catalogue.get("black-forest-labs/flux-schnell").fields.find(({ name }) => name === "output_format");
    const { paths } = await run("flux-schnell", { prompt: "a red boat", megapixels: "0.25" });
    expect(paths[0]?.endsWith(`.${field?.kind === "choice" ? field.default : "png"}`)).toBe(true);
  });

  it("tells the seed and how far it is, up to the end", async () => {
    const { lines } = await run("flux-schnell", { prompt: "a red boat", megapixels: "0.25" });
    expect(lines.filter((line) => line.includes("Using seed: 7"))).toHaveLength(1);
    expect(lines.filter((line) => /^ *\d+%\|/.test(line)).at(-1)).toMatch(/^100%\|█{10}\| \d+\/\d+ \[\d\d:\d\d<00:00\]$/);
  });

  it("letters pictures in fonts it reads itself, and names what none of them has", async () => {
    const plain = await run("flux-kontext-dev", { prompt: "变暗 1%" }, { input_image: "picture" });
    const { paths, lines } = await run("flux-kontext-dev", { prompt: "写上“大促𓀀”" }, { input_image: "picture" });
    expect(lines.filter((line) => !/%|seed/.test(line))).toEqual([
      "已完成：在底部写上“大促”",
      "这里做不到：“𓀀”（这里的字体没有𓀀）；这需要 FLUX 密钥",
    ]);
    const [before, after] = await Promise.all([plain, { paths }].map(async ({ paths: [file] }) => sharp(file).stats()));
    expect(after?.channels[0]?.stdev ?? 0).toBeGreaterThan((before?.channels[0]?.stdev ?? 0) + 1);
  });

  it("passes on that it did not understand, and writes nothing", async () => {
    await expect(run("flux-kontext-dev", { prompt: "qwertz uiopü asdfgh" }, { input_image: "picture" })).rejects.toMatchObject({
      code: "not_understood",
    });
  });
});
