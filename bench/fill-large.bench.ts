/**
 * A hole of 8 % in a photograph of 24 megapixels: seconds, the longest stretch (of processor time) a cancel would wait, and memory beyond what
 * the process holds with the picture and its mask. `node bench/fill-large.bench.ts [FOLDER] [--size 6000x4000]`
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fillHole } from "#lib/pixels/fill/fill.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { drawMask } from "./fill-masks.ts";
import { readPicture } from "./fill-peers.ts";
import { listPhotographs, photographsIn } from "./photographs.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { size: { type: "string", default: "6000x4000" } } });
const [width = 6000, height = 4000] = values.size.split("x").map(Number);
const folder = photographsIn(positionals[0]);
const photograph = listPhotographs(folder)[0];
if (photograph === undefined) throw new Error(`Expected a photograph in ${folder} but found none`);
const truth = await readPicture(join(folder, photograph), width, height);
const mask = drawMask("object", width, height, 6);

const before = process.memoryUsage.rss();
let most = before;
let longestPauseMs = 0;
const usedBefore = process.cpuUsage();
const startedAt = performance.now();
const filled = fillWatched();
const seconds = (performance.now() - startedAt) / 1000;
const { user, system } = process.cpuUsage(usedBefore);
const touched = countTouched(filled);
console.log(`${photograph}, ${width}×${height}: ${seconds.toFixed(2)} s, ${((user + system) / 1e6).toFixed(2)} s of processor time`);
console.log(`${((most - before) / 1e6).toFixed(0)} MB more than with the picture alone, longest pause ${longestPauseMs.toFixed(0)} ms`);
console.log(`${touched} pixels outside the mask changed`);
process.exitCode = touched === 0 ? 0 : 1;

function fillWatched(): Raster {
  const work = fillHole(truth, mask, 1);
  for (;;) {
    const usedAtStep = process.cpuUsage();
    const step = work.next();
    const used = process.cpuUsage(usedAtStep);
    longestPauseMs = Math.max(longestPauseMs, (used.user + used.system) / 1000);
    most = Math.max(most, process.memoryUsage.rss());
    if (step.done) return step.value;
  }
}

function countTouched({ data }: Raster): number {
  let count = 0;
  for (let i = 0; i < mask.data.length; i++) {
    if (mask.data[i] !== 0) continue;
    if (data[i * 3] !== truth.data[i * 3] || data[i * 3 + 1] !== truth.data[i * 3 + 1] || data[i * 3 + 2] !== truth.data[i * 3 + 2])
      count++;
  }
  return count;
}
