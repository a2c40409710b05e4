/**
 * Measures the fill on photographs beside the classical tools in one run:
 * `npm run bench:fill -- [FOLDER] [--size 768x512] [--seeds 3] [--kinds object,border] [--no-peers] [--best-piece] [--sheet sheet.png]
 * [--steps 7,28,50] [--guidance 0,30,100]`
 * `--best-piece` adds what the picture's own best piece would reach, chosen by one who sees the truth: how hard the photographs are.
 * Without a folder Debian's freely licensed photographs are used; peers that are missing are installed where that is allowed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readEffort } from "#lib/engine/fill-task.ts";
import type { Effort } from "#lib/pixels/fill/effort.ts";
import { fillHole } from "#lib/pixels/fill/fill.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { measureBestPieces } from "./fill-best-piece.ts";
import { drawMask, type MaskKind, maskKinds } from "./fill-masks.ts";
import { type FillFigures, measureFill, medianOf } from "./fill-metrics.ts";
import { findPeers, readPicture, runPeer, writePicture } from "./fill-peers.ts";
import { listPhotographs, photographsIn } from "./photographs.ts";

interface Row extends FillFigures {
  readonly tool: string;
  readonly kind: MaskKind;
  readonly photograph: string;
  readonly seconds: number;
  readonly longestPauseMs: number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: "string", default: "768x512" },
    seeds: { type: "string", default: "3" },
    kinds: { type: "string", default: maskKinds.join(",") },
    steps: { type: "string", default: "28" },
    guidance: { type: "string", default: "30" },
    "no-peers": { type: "boolean", default: false },
    "best-piece": { type: "boolean", default: false },
    each: { type: "boolean", default: false },
    sheet: { type: "string", default: ".cache/fill-sheet.png" },
  },
});
const folder = photographsIn(positionals[0]);
const [width = 768, height = 512] = values.size.split("x").map(Number);
const kinds = maskKinds.filter((kind) => values.kinds.split(",").includes(kind));
const photographs = listPhotographs(folder);
const peers = values["no-peers"] ? [] : findPeers();
const efforts = values.steps.split(",").flatMap((steps) =>
  values.guidance.split(",").map((guidance) => {
    const tool = steps === "28" && guidance === "30" ? "Pentimento" : `Pentimento ${steps}/${guidance}`;
    return { tool, effort: readEffort({ num_inference_steps: Number(steps), guidance: Number(guidance) }) };
  }),
);
const scratch = mkdtempSync(join(tmpdir(), "fill-bench-"));
const rows: Row[] = [];
const sheet: Raster[][] = [];

for (const kind of kinds) {
  for (const [index, photograph] of photographs.entries()) {
    const truth = await readPicture(join(folder, photograph), width, height);
    const mask = drawMask(kind, width, height, index);
    const cells = [paintMask(truth, mask)];
    for (const { tool, effort } of efforts) {
      for (let seed = 1; seed <= Number(values.seeds); seed++) {
        const { filled, seconds, longestPauseMs } = fillTimed(truth, mask, seed, effort);
        rows.push({ tool, kind, photograph, seconds, longestPauseMs, ...measureFill(truth, filled, mask) });
        if (seed === 1) cells.push(filled);
      }
    }
    const best = values["best-piece"] ? measureBestPieces(truth, mask) : undefined;
    if (best !== undefined) rows.push({ tool: "best own piece", kind, photograph, seconds: 0, longestPauseMs: 0, ...best });
    for (const peer of peers) {
      const run = await runPeer(peer, truth, mask, scratch);
      if (run === undefined) continue;
      rows.push({ tool: peer.name, kind, photograph, seconds: run.seconds, longestPauseMs: 0, ...measureFill(truth, run.filled, mask) });
      cells.push(run.filled);
    }
    sheet[index] = [...(sheet[index] ?? []), ...cells];
  }
}
rmSync(scratch, { recursive: true });
printTable();
await writeSheet(values.sheet);
console.log(`All of them side by side: ${values.sheet}`);

/** Processor time, so that what else the machine does weighs less; and the longest stretch a cancel would wait. */
function fillTimed(truth: Raster, mask: Raster, seed: number, effort: Effort): { filled: Raster; seconds: number; longestPauseMs: number } {
  const work = fillHole(truth, mask, seed, effort);
  const before = process.cpuUsage();
  let longestPauseMs = 0;
  for (;;) {
    const startedAt = performance.now();
    const step = work.next();
    longestPauseMs = Math.max(longestPauseMs, performance.now() - startedAt);
    if (!step.done) continue;
    const { user, system } = process.cpuUsage(before);
    return { filled: step.value, seconds: (user + system) / 1e6, longestPauseMs };
  }
}

function printTable(): void {
  const columns = ["seconds", "psnr", "sharp", "bands", "histogram", "patches", "seam", "longestPauseMs"] as const;
  if (values.each) for (const row of rows) console.log(row.photograph, row.kind, columns.map((each) => row[each].toFixed(2)).join("  "));
  console.log(`medians over ${photographs.length} photographs, ${width}×${height}`);
  console.log(["tool".padEnd(26), "mask".padEnd(10), ...columns.map((each) => each.padStart(9))].join(" "));
  for (const kind of kinds) {
    for (const tool of new Set(rows.map((row) => row.tool))) {
      const own = rows.filter((row) => row.kind === kind && row.tool === tool);
      const figures = columns.map((each) =>
        medianOf(own.map((row) => row[each]))
          .toFixed(2)
          .padStart(9),
      );
      console.log([tool.padEnd(26), kind.padEnd(10), ...figures].join(" "));
    }
  }
}

function paintMask(truth: Raster, mask: Raster): Raster {
  return { ...truth, data: truth.data.map((value, i) => (mask.data[Math.floor(i / 3)] === 255 ? [255, 0, 255][i % 3] : value) as number) };
}

/** A row a photograph; for each kind of hole the hole, ours, then the peers, at half size. */
async function writeSheet(path: string): Promise<void> {
  const [cellWidth, cellHeight] = [width >> 1, height >> 1];
  const across = Math.max(...sheet.map((cells) => cells.length));
  const whole = newRaster(cellWidth * across, cellHeight * sheet.length, 3);
  for (const [row, cells] of sheet.entries()) {
    for (const [column, cell] of cells.entries()) {
      for (let i = 0; i < cellWidth * cellHeight; i++) {
        const [x, y] = [i % cellWidth, Math.floor(i / cellWidth)];
        const to = ((row * cellHeight + y) * whole.width + column * cellWidth + x) * 3;
        for (let c = 0; c < 3; c++) whole.data[to + c] = meanOfFour(cell, 2 * x, 2 * y, c);
      }
    }
  }
  await writePicture(whole, path);
}

function meanOfFour({ width: stride, data }: Raster, x: number, y: number, c: number): number {
  const at = (dx: number, dy: number): number => data[((y + dy) * stride + x + dx) * 3 + c] as number;
  return (at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) / 4;
}
