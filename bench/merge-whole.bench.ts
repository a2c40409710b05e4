/**
 * A merge from end to end, as a person gets it: a photograph's own file is taken in and shown to a gateway at the model's
 * size, the gateway's file is merged, and the picture that is stored is held against the photograph pixel by pixel:
 * `node bench/merge-whole.bench.ts FOLDER of photographs [--least 12 (megapixels)] [--kinds thing,lettering] [--each]`
 *
 * merge.bench.ts judges more cases, at the model's size. The top of fill.bench.ts says where to get photographs.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { fluxKontextPro } from "#lib/models/flux-kontext-pro.ts";
import type { Size } from "#lib/models/model.ts";
import { workingSize } from "#lib/models/working-size.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { openDarkroom } from "#lib/server/darkroom/pool.ts";
import { median } from "./figures.ts";
import { buildCase, caseKinds, gatewayKinds, type MergeCase } from "./merge-cases.ts";
import { measureWhole, type WholeFigures } from "./merge-whole-metrics.ts";
import { listPhotographs } from "./photographs.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    least: { type: "string", default: "12" },
    kinds: { type: "string", default: "thing,shadowed,removed,lettering,swapped,third,tiny,untouched" },
    each: { type: "boolean", default: false },
  },
});
const [photographs = ""] = positionals;
if (photographs === "") throw new Error("Expected a folder of photographs but received none");
const kinds = [...caseKinds, ...gatewayKinds].filter((kind) => values.kinds.split(",").includes(kind));
const folder = await mkdtemp(path.join(tmpdir(), "merge-whole-"));
const darkroom = openDarkroom();
try {
  printTable(await measureAll());
} finally {
  await darkroom.close();
  await rm(folder, { recursive: true, force: true });
}

async function measureAll(): Promise<readonly WholeFigures[]> {
  const names = listPhotographs(photographs);
  const rows: WholeFigures[] = [];
  for (const [index, name] of names.entries()) {
    const { width, height } = await sharp(path.join(photographs, name), { limitInputPixels: false }).metadata();
    if (width * height < Number(values.least) * 1e6) continue;
    const other = names[(index + 1) % names.length] ?? name;
    // Two kinds of each photograph, and every kind in its turn.
    for (const turn of [0, 1]) {
      const kind = kinds[(2 * index + turn) % kinds.length] ?? "thing";
      const row = await measureOne(name, other, kind, 2 * index + turn + 1);
      rows.push(row);
      if (values.each)
        console.log(
          name.slice(-32),
          JSON.stringify(row, (_, value) => (typeof value === "number" ? +value.toFixed(4) : value)),
        );
    }
  }
  return rows;
}

async function measureOne(name: string, other: string, kind: MergeCase["kind"], seed: number): Promise<WholeFigures> {
  const files = Object.fromEntries(
    ["own", "shown", "made", "picture", "alpha", "placed"].map((part) => [part, path.join(folder, `${part}.png`)]),
  );
  const { own = "", shown = "", made = "", picture = "", alpha = "", placed = "" } = files;
  const taken = await darkroom.ingest({ path: path.join(photographs, name), out: own });
  const size = workingSize(fluxKontextPro, taken);
  await darkroom.fit({ path: taken.file, out: shown, size, encode: { mode: "lossless" }, as: "picture" });
  const built = await buildCase(kind, await readAt(shown, size), await readAt(path.join(photographs, other), size), seed);
  await write(built.result, made);
  const startedMs = performance.now();
  const merged = await darkroom.merge({ picture: taken.file, result: made, out: { picture, alpha, placed } });
  const seconds = (performance.now() - startedMs) / 1000;
  if (!merged.isMerged) return { kind, reason: merged.reason, pixels: taken.width * taken.height, seconds };
  return { ...(await measureWhole(built, { before: taken.file, after: picture, alpha })), kind, reason: null, seconds };
}

async function readAt(file: string, [width, height]: Size): Promise<Raster> {
  const small = sharp(file, { limitInputPixels: false }).resize(width, height, { fit: "fill" }).removeAlpha().toColourspace("srgb");
  return { width, height, channels: 3, data: await small.raw().toBuffer() };
}

async function write({ data, width, height, channels }: Raster, file: string): Promise<void> {
  await sharp(data, { raw: { width, height, channels } }).png({ compressionLevel: 1 }).toFile(file);
}

function printTable(rows: readonly WholeFigures[]): void {
  const merged = rows.filter((row) => row.reason === null);
  const edited = merged.filter((row) => !Number.isNaN(row.recall));
  const share = (of: typeof merged, holds: (row: (typeof merged)[number]) => boolean) => `${of.filter(holds).length} of ${of.length}`;
  const megapixels = rows.map((row) => row.pixels / 1e6);
  console.log(`${rows.length} merges of ${Math.min(...megapixels).toFixed(1)} to ${Math.max(...megapixels).toFixed(1)} megapixels`);
  console.log("came back whole", rows.length - merged.length);
  console.log(
    "values changed where nothing was said to come over",
    merged.reduce((sum, row) => sum + row.unsaid, 0),
  );
  console.log(
    "kept exactly overall, at least 97 % (95 % from a fifth edited on)",
    share(merged, (row) => row.kept >= (row.edited >= 0.2 ? 0.95 : 0.97)),
  );
  console.log(
    "kept exactly outside a rim of 12 px of the model's, at least 99 %",
    share(merged, (row) => row.keptBeyond >= 0.99),
  );
  console.log(
    "recall ΔE ≥ 8 at least 98 %",
    share(edited, (row) => row.recall >= 0.98),
  );
  console.log(
    "seam 0.85–1.15",
    share(edited, (row) => row.seam >= 0.85 && row.seam <= 1.15),
  );
  console.log("seconds, median", median(rows.map((row) => row.seconds)).toFixed(2));
}
