/**
 * Measures enlarging beside Lanczos and a small neural network: `node bench/enlarge.bench.ts [FOLDER] [--times 2] [--sheet FILE]`.
 * Each photograph is shrunk, enlarged again and compared with what it was; the kernel it was shrunk with is not always
 * the one we assume. Higher is better for PSNR, SSIM and edges, 1 is the truth for energy (the finest detail) and
 * sharp (four Laplacian bands), 0 for bands and patches (fill-metrics.ts).
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import sharp, { type KernelEnum } from "sharp";
import { enlarge } from "#lib/pixels/enlarge/enlarge.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { resize } from "#lib/pixels/resample.ts";
import { type Compared, writeEnlargeSheet } from "./enlarge-sheet.ts";
import { findEsrganSlim } from "./esrgan-slim.ts";
import { measureFill } from "./fill-metrics.ts";
import { gradientSimilarity } from "./gradient-similarity.ts";
import { listPhotographs, photographsIn } from "./photographs.ts";
import { detailEnergy, psnrOf, ssimOf } from "./picture-metrics.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: "string", default: "2" },
    width: { type: "string", default: "768" },
    kernels: { type: "string", default: "lanczos3,cubic,mitchell" },
    sheet: { type: "string" },
  },
});
const times = values.times === "4" ? 4 : 2;
const width = Number(values.width);
const height = Math.round((width * 2) / 3 / 4) * 4;
const kernels = values.kernels.split(",") as readonly (keyof KernelEnum)[];
const folder = photographsIn(positionals[0]);
const names = listPhotographs(folder);

const figures = ["psnr", "ssim", "edges", "energy", "sharp", "bands", "patches", "cpuMs", "longestPauseMs"] as const;
type Figure = (typeof figures)[number];

interface Enlarged {
  readonly raster: Raster;
  readonly longestPauseMs: number;
}
interface Tool {
  readonly name: string;
  readonly run: (small: Raster) => Enlarged | Promise<Enlarged>;
}
interface Row {
  readonly tool: string;
  readonly kernel: string;
  readonly figures: Record<Figure, number>;
}

const esrgan = await findEsrganSlim(times);
if (!esrgan) console.log("npm could not fetch ESRGAN-slim: without it.");
const tools: readonly Tool[] = [
  { name: "Lanczos", run: (small) => ({ raster: resize(small, width, height, "lanczos"), longestPauseMs: 0 }) },
  { name: "Pentimento", run: runOurs },
  ...(esrgan ? [{ name: "ESRGAN-slim", run: async (small: Raster) => ({ raster: await esrgan(small), longestPauseMs: 0 }) }] : []),
];

const rows: Row[] = [];
const compared: Compared[] = [];
for (const name of names) {
  const truth = await read(join(folder, name));
  for (const kernel of kernels) {
    const small = await shrink(truth, kernel);
    const results: Raster[] = [];
    for (const tool of tools) results.push(await measure(tool, kernel, truth, small));
    if (kernel === kernels[0]) compared.push({ truth, results });
  }
}

console.log(`means over ${names.length} photographs, ${times}× to ${width}×${height}; ms are the processor's`);
console.log(
  `shrunk with  tool        ${["PSNR", "SSIM", ...figures.slice(2, -2), "ms", "pause"].map((head) => head.padStart(8)).join("")}`,
);
for (const kernel of kernels) {
  for (const { name } of tools) console.log(`${kernel.padEnd(12)} ${name.padEnd(12)}${meansOf(rowsOf(name, kernel))}`);
}
for (const { name } of tools.slice(1)) {
  const pairs = kernels.flatMap((kernel) => rowsOf(name, kernel).map((row, n) => ({ row, plain: rowsOf("Lanczos", kernel)[n] })));
  const isBetter = ({ row, plain }: (typeof pairs)[number], figure: Figure): boolean => row.figures[figure] > (plain?.figures[figure] ?? 0);
  const count = (figure: Figure): number => pairs.filter((pair) => isBetter(pair, figure)).length;
  console.log(
    `${name} is above Lanczos by PSNR in ${count("psnr")}, by SSIM in ${count("ssim")} and by edges in ${count("edges")} of ${pairs.length}`,
  );
}
if (values.sheet !== undefined) await writeEnlargeSheet(compared, values.sheet);

function rowsOf(tool: string, kernel: string): readonly Row[] {
  return rows.filter((row) => row.kernel === kernel && row.tool === tool);
}

function meansOf(own: readonly Row[]): string {
  const digits: Partial<Record<Figure, number>> = { psnr: 2, ssim: 4, edges: 4, cpuMs: 0, longestPauseMs: 0 };
  const mean = (figure: Figure): number => own.reduce((sum, row) => sum + row.figures[figure], 0) / own.length;
  return figures
    .map((figure) =>
      mean(figure)
        .toFixed(digits[figure] ?? 3)
        .padStart(8),
    )
    .join("");
}

function runOurs(small: Raster): Enlarged {
  const work = enlarge(small, times);
  let longestPauseMs = 0;
  for (;;) {
    const startedAt = performance.now();
    const step = work.next();
    longestPauseMs = Math.max(longestPauseMs, performance.now() - startedAt);
    if (step.done) return { raster: step.value, longestPauseMs };
  }
}

async function measure(tool: Tool, kernel: string, truth: Raster, small: Raster): Promise<Raster> {
  const before = process.cpuUsage();
  const { raster, longestPauseMs } = await tool.run(small);
  const { user, system } = process.cpuUsage(before);
  const everywhere: Raster = { width, height, channels: 1, data: new Uint8ClampedArray(width * height).fill(255) };
  const { sharp: sharpness, bands, patches } = measureFill(truth, raster, everywhere);
  rows.push({
    tool: tool.name,
    kernel,
    figures: {
      psnr: psnrOf(raster, truth),
      ssim: ssimOf(raster, truth),
      edges: gradientSimilarity(raster, truth),
      energy: detailEnergy(raster) / detailEnergy(truth),
      sharp: sharpness,
      bands,
      patches,
      cpuMs: (user + system) / 1000,
      longestPauseMs,
    },
  });
  return raster;
}

async function read(file: string): Promise<Raster> {
  const { data } = await sharp(file)
    .resize(width, height, { fit: "cover" })
    .removeAlpha()
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width, height, channels: 3, data };
}

async function shrink(truth: Raster, kernel: keyof KernelEnum): Promise<Raster> {
  const [w, h] = [width / times, height / times];
  const data = await sharp(truth.data, { raw: { width, height, channels: 3 } })
    .resize(w, h, { kernel, fit: "fill" })
    .raw()
    .toBuffer();
  return { width: w, height: h, channels: 3, data };
}
