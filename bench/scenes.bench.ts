/**
 * Paints a contact sheet and times it: `node bench/scenes.bench.ts [--only lake,city] [--size 768x512] [--samples FOLDER]`
 * writes .cache/scenes.png; with --samples it paints the sample pictures of `public/samples` instead.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import sharp, { type OverlayOptions, type Sharp } from "sharp";
import { paintScene } from "#lib/engine/generate/paint-scene.ts";
import { setLetters } from "#lib/engine/generate/set-letters.ts";
import { readScene } from "#lib/engine/generate/words/read-scene.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { typesetter } from "#lib/server/darkroom/type/typesetter.ts";
import { samplePictures, scenePrompts } from "./scene-prompts.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    size: { type: "string", default: "640x432" },
    columns: { type: "string", default: "4" },
    samples: { type: "string" },
    seed: { type: "string", default: "1" },
  },
});

const maxSampleBytes = 250_000;

interface Painted {
  readonly raster: Raster;
  readonly cpuMs: number;
  readonly longestPauseMs: number;
  readonly left: readonly string[];
}

async function paintTimed(prompt: string, seed: number, width: number, height: number): Promise<Painted> {
  const { scene: bare, missing } = readScene(prompt, seed);
  const { scene } = await setLetters(bare, typesetter);
  const before = process.cpuUsage();
  const work = paintScene(scene, width, height);
  let longestPauseMs = 0;
  for (;;) {
    const startedAt = performance.now();
    const step = work.next();
    longestPauseMs = Math.max(longestPauseMs, performance.now() - startedAt);
    if (!step.done) continue;
    const { user, system } = process.cpuUsage(before);
    return { raster: step.value, cpuMs: (user + system) / 1000, longestPauseMs, left: missing };
  }
}

function toSharp({ data, width, height, channels }: Raster): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

async function paintSheet(): Promise<void> {
  const [width = 640, height = 432] = values.size.split("x").map(Number);
  const words = values.only?.split(",");
  const prompts = scenePrompts.filter(
    (prompt, n) => words === undefined || words.some((word) => prompt.includes(word) || word === String(n)),
  );
  const columns = Math.min(Number(values.columns), prompts.length);
  const tiles: OverlayOptions[] = [];
  for (const [n, prompt] of prompts.entries()) {
    const { raster, cpuMs, longestPauseMs, left } = await paintTimed(prompt, Number(values.seed), width, height);
    const perMegapixel = cpuMs / ((width * height) / 1e6);
    const note = left.length > 0 ? `  left out: ${left.join(", ")}` : "";
    console.log(`${perMegapixel.toFixed(0).padStart(6)} ms/MP  pause ${longestPauseMs.toFixed(0).padStart(4)} ms  ${prompt}${note}`);
    tiles.push({ input: await toSharp(raster).png().toBuffer(), left: (n % columns) * width, top: Math.floor(n / columns) * height });
  }
  const rows = Math.ceil(prompts.length / columns);
  mkdirSync(".cache", { recursive: true });
  const sheet = sharp({ create: { width: width * columns, height: height * rows, channels: 3, background: "#000" } });
  await sheet.composite(tiles).png().toFile(".cache/scenes.png");
}

async function paintSamples(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const { name, prompt, seed } of samplePictures) {
    if (values.only !== undefined && !values.only.split(",").includes(name)) continue;
    const { raster, cpuMs } = await paintTimed(prompt, seed, 1536, 1024);
    for (const quality of [94, 90, 86, 82, 78]) {
      const { size } = await toSharp(raster)
        .webp({ quality, effort: 6 })
        .toFile(join(folder, `${name}.webp`));
      if (size > maxSampleBytes) continue;
      console.log(`${name}: ${cpuMs.toFixed(0)} ms, ${Math.round(size / 1024)} KB at quality ${quality}`);
      break;
    }
  }
}

await (values.samples === undefined ? paintSheet() : paintSamples(values.samples));
