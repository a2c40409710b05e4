/**
 * Measures how a model's result is merged into its photograph, on built cases with a known truth:
 * `node bench/merge.bench.ts FOLDER|drawn… [--cases 64] [--from 0] [--kinds recolour,style] [--side 600] [--each]`
 * Each folder has a table of its own: name one that settings were chosen on, and one that nobody has seen.
 * The harsher series: `--kinds thing,shadowed,removed,lettering,swapped,third,tiny,untouched`, its styles: `--kinds styled`.
 * With a side, pictures are so long and their results a megapixel all the same, as models give them back.
 * The top of fill.bench.ts says where to get photographs.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { planMerge, softnessAt } from "#lib/pixels/merge/plan-merge.ts";
import { register } from "#lib/pixels/merge/register.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { leastChanged } from "#lib/server/predictions/steps/merge-result.ts";
import { drawScene, scenes } from "./drawn-scenes.ts";
import { buildCase, caseKinds, gatewayKinds } from "./merge-cases.ts";
import { type MergeFigures, measureMerge } from "./merge-metrics.ts";
import { buildSmallCase, smallSize } from "./merge-small-cases.ts";
import { listPhotographs } from "./photographs.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: "string", default: "64" },
    from: { type: "string", default: "0" },
    kinds: { type: "string", default: caseKinds.join(",") },
    side: { type: "string" },
    each: { type: "boolean", default: false },
  },
});
if (positionals.length === 0) {
  throw new Error("Expected a folder of photographs but received none; the top of fill.bench.ts says where to get some");
}
const kinds = [...caseKinds, ...gatewayKinds].filter((kind) => values.kinds.split(",").includes(kind));
const sizes = [
  [1024, 1024],
  [1184, 880],
  [880, 1184],
  [1392, 752],
] as const;
const first = Number(values.from);
for (const folder of positionals) {
  const rows = await measureFolder(folder);
  console.log(`${folder}: ${rows.length} cases`);
  printTable(rows);
}

async function measureFolder(folder: string): Promise<readonly MergeFigures[]> {
  const photographs = folder === "drawn" ? Object.keys(scenes) : listPhotographs(folder);
  const rows: MergeFigures[] = [];
  for (let n = first; n < first + Number(values.cases); n++) {
    const kind = kinds[n % kinds.length] ?? "none";
    const size = sizes[n % sizes.length] ?? sizes[0];
    const photograph = photographs[turnOf(n, folder === "drawn" ? 3 : 5) % photographs.length] ?? "";
    const other = photographs[(n * 3 + 1) % photographs.length] ?? "";
    const own = values.side === undefined ? size : smallSize(size, Number(values.side));
    const build = values.side === undefined ? buildCase : buildSmallCase;
    const built = await build(kind, await read(folder, photograph, own), await read(folder, other, size), n + 1);
    const { user } = process.cpuUsage();
    const plan = planMerge(built.picture, built.result, softnessAt(own[0] / size[0]));
    const seconds = (process.cpuUsage().user - user) / 1e6;
    const row = { ...measureMerge(built, plan), seconds };
    rows.push(row);
    if (values.each) tellEach(n, photograph, row, plan.reason === "unaligned" ? register(built.picture, built.result) : plan.verdict);
  }
  return rows;
}

/** Of one kind alone every photograph is asked in its turn; kinds that take turns meet others each time round. */
function turnOf(n: number, stride: number): number {
  return kinds.length === 1 ? n : n * stride + Math.floor(n / kinds.length);
}

function tellEach(n: number, photograph: string, row: MergeFigures, why: unknown): void {
  const figures = Object.entries(row).map(([name, value]) => `${name} ${typeof value === "number" ? value.toFixed(3) : value}`);
  console.log(n, photograph.slice(0, 24), figures.join("  "), why);
}

async function read(folder: string, name: string, [width, height]: readonly [number, number]): Promise<Raster> {
  if (folder === "drawn") return drawScene(name, width, height);
  const { data } = await sharp(join(folder, name))
    .resize(width, height, { fit: "cover" })
    .removeAlpha()
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width, height, channels: 3, data };
}

function quantile(all: readonly number[], share: number): number {
  const sorted = all.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function isStyle({ kind }: MergeFigures): boolean {
  return kind === "style" || kind === "styled";
}

function isEven(seam: number): boolean {
  return seam >= 0.85 && seam <= 1.15;
}

function printTable(rows: readonly MergeFigures[]): void {
  const local = rows.filter((row) => !isStyle(row));
  // An edit that nobody sees has no rim to be judged by.
  const edits = local.filter((row) => row.reason === null && !Number.isNaN(row.recall));
  const share = (of: readonly MergeFigures[], holds: (row: MergeFigures) => boolean) => `${of.filter(holds).length} of ${of.length}`;
  const styles = rows.filter(isStyle);
  console.log(
    "registration error p95 / median, px",
    quantile(
      local.map((row) => row.error),
      0.95,
    ).toFixed(3),
    quantile(
      local.map((row) => row.error),
      0.5,
    ).toFixed(3),
  );
  console.log(
    "recall ΔE ≥ 8 at least 98 %",
    share(edits, (row) => row.recall >= 0.98),
  );
  console.log(
    "recall ΔE 4–8, median",
    quantile(
      edits.map((row) => row.faintRecall),
      0.5,
    ).toFixed(3),
  );
  console.log(
    "kept exactly overall, at least 97 % (95 % from a fifth edited on)",
    share(
      local.filter((row) => row.reason === null),
      (row) => row.kept >= (row.edited >= 0.2 ? 0.95 : 0.97),
    ),
  );
  console.log(
    "kept exactly outside a 12 px rim, at least 99 %",
    share(
      local.filter((row) => row.reason === null),
      (row) => row.keptBeyond >= 0.99,
    ),
  );
  console.log(
    "seam 0.85–1.15",
    share(edits, ({ seam }) => isEven(seam)),
    "in all three channels",
    share(edits, ({ colourSeam }) => isEven(colourSeam)),
  );
  console.log(
    "beside the edit off by ΔE, median",
    quantile(
      edits.map((row) => row.beside),
      0.5,
    ).toFixed(2),
  );
  console.log(
    "styles told apart",
    // Where next to nothing would change, the studio takes the whole result too.
    share(styles, (row) => row.reason !== null || row.changed < leastChanged),
    "wrongly",
    share(local, (row) => row.reason !== null),
  );
  console.log(
    "seconds of a processor, median",
    quantile(
      rows.map((row) => row.seconds),
      0.5,
    ).toFixed(2),
  );
}
