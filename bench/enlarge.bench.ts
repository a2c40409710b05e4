/**
 * Measures enlarging beside Lanczos: `node bench/enlarge.bench.ts FOLDER [--times 2]`. Each photograph is
 * shrunk, enlarged again and compared with what it was; the kernel it was shrunk with is not always the one we assume.
 * Higher is better but for "energy": the strength of fine detail over the truth's, best at 1.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import sharp, { type KernelEnum } from "sharp";
import { enlarge } from "#lib/pixels/enlarge/enlarge.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { resize } from "#lib/pixels/resample.ts";
import { detailEnergy, psnrOf, ssimOf } from "./picture-metrics.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { times: { type: "string", default: "2" }, width: { type: "string", default: "768" } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error("Expected a folder of photographs but received none; bench/fill.bench.ts says where to get some");
const times = values.times === "4" ? 4 : 2;
const width = Number(values.width);
const height = Math.round((width * 2) / 3 / 4) * 4;
const kernels: readonly (keyof KernelEnum)[] = ["lanczos3", "cubic", "mitchell"];

interface Row {
  readonly tool: string;
  readonly kernel: string;
  readonly psnr: number;
  readonly ssim: number;
  readonly energy: number;
  readonly ms: number;
  readonly longestPauseMs: number;
}
const rows: Row[] = [];
const names = readdirSync(folder)
  .filter((name) => /\.(?:jpe?g|png|webp)$/iu.test(name))
  .sort();
for (const name of names) {
  const truth = await read(join(folder, name));
  for (const kernel of kernels) {
    const small = await shrink(truth, kernel);
    rows.push(measure("Lanczos", kernel, truth, () => ({ raster: resize(small, width, height, "lanczos"), longestPauseMs: 0 })));
    rows.push(measure("Pentimento", kernel, truth, () => run(small)));
  }
}
console.log(`means over ${names.length} photographs, ${times}× to ${width}×${height}`);
console.log("shrunk with  tool          PSNR    SSIM  energy      ms  longest pause");
for (const kernel of kernels) {
  for (const tool of ["Lanczos", "Pentimento"]) {
    const own = rows.filter((row) => row.kernel === kernel && row.tool === tool);
    const mean = (key: "psnr" | "ssim" | "energy" | "ms" | "longestPauseMs"): number =>
      own.reduce((sum, row) => sum + row[key], 0) / own.length;
    console.log(
      `${kernel.padEnd(12)} ${tool.padEnd(10)} ${mean("psnr").toFixed(2).padStart(7)} ${mean("ssim").toFixed(4).padStart(7)} ${mean("energy").toFixed(3).padStart(7)} ${mean("ms").toFixed(0).padStart(7)} ${mean("longestPauseMs").toFixed(0).padStart(8)}`,
    );
  }
}
const wins = names.length * kernels.length;
const better = Array.from({ length: wins }, (_, n) => (rows[2 * n + 1]?.psnr ?? 0) > (rows[2 * n]?.psnr ?? 0)).filter(Boolean).length;
console.log(`better by PSNR in ${better} of ${wins}`);

function run(small: Raster): { raster: Raster; longestPauseMs: number } {
  const work = enlarge(small, times);
  let longestPauseMs = 0;
  for (;;) {
    const startedAt = performance.now();
    const step = work.next();
    longestPauseMs = Math.max(longestPauseMs, performance.now() - startedAt);
    if (step.done) return { raster: step.value, longestPauseMs };
  }
}

function measure(tool: string, kernel: string, truth: Raster, make: () => { raster: Raster; longestPauseMs: number }): Row {
  const before = process.cpuUsage();
  const { raster, longestPauseMs } = make();
  const { user, system } = process.cpuUsage(before);
  return {
    tool,
    kernel,
    psnr: psnrOf(raster, truth),
    ssim: ssimOf(raster, truth),
    energy: detailEnergy(raster) / detailEnergy(truth),
    ms: (user + system) / 1000,
    longestPauseMs,
  };
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
