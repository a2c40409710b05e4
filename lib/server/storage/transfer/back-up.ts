/**
 * A backup is a folder: the pictures, the rows of one moment, what the deployment added, and last of all the manifest that
 * says it is whole. The next one into the same folder copies only what is new; broken off, it leaves the one before as it was.
 */
import { cp, open, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { Blobs } from "../blobs.ts";
import { makeDurableFolder, syncFolder } from "../durable-folder.ts";
import { openFolderBlobs } from "../folder-blobs.ts";
import type { RecordsPlace } from "../open-store.ts";
import { type CopyCount, copyBlobs } from "./copy-blobs.ts";
import { allBatches, type Batch, hashesIn, hashFile, readRowsFile, writeRowsFile } from "./rows-file.ts";
import { isEmpty, writeRowsIn } from "./rows-in.ts";
import { type Row, readRowsOut } from "./rows-out.ts";

const formatName = "pentimento backup 1";
/** What a deployment adds by hand to its data folder. */
const additions = ["models", "prices.json"];

interface Manifest {
  readonly format: string;
  readonly madeAtMs: number;
  readonly migrations: readonly string[];
  readonly rowsFile: string;
  readonly rowsSha256: string;
  readonly rowCounts: Readonly<Record<string, number>>;
}

export interface BackUpRequest {
  readonly place: RecordsPlace;
  readonly blobs: Blobs;
  readonly folder: string;
  readonly nowMs: number;
  readonly onProgress?: (done: number) => void;
}

export type Transferred = CopyCount & { readonly rows: number };

export async function backUp({ place, blobs, folder, nowMs, ...rest }: BackUpRequest): Promise<Transferred> {
  await makeDurableFolder(folder);
  const to = await openFolderBlobs(path.join(folder, "blobs"));
  await to.sweep();
  const rowsFile = `rows-${nowMs}.jsonl.gz`;
  const hashes = new Set<string>();
  // The rows first: whatever they refer to is there by then, and is not taken away.
  const [migrations, rowCounts] = await readRowsOut(place, async (out) => {
    const counts = await writeRowsFile(path.join(folder, rowsFile), noting(allBatches(out), hashes));
    return [out.migrations, counts] as const;
  });
  const count = await copyBlobs({ from: blobs, to, hashes, ...rest });
  for (const name of additions) {
    await cp(path.join(place.dataFolder, name), path.join(folder, "data", name), { recursive: true }).catch(unlessMissing);
  }
  const rowsSha256 = await hashFile(path.join(folder, rowsFile));
  await writeManifest(folder, { format: formatName, madeAtMs: nowMs, migrations, rowsFile, rowsSha256, rowCounts });
  for (const name of await readdir(folder)) {
    if (/^rows-\d+\.jsonl\.gz$/.test(name) && name !== rowsFile) await rm(path.join(folder, name));
  }
  return { ...count, rows: sum(rowCounts) };
}

/** Into a database and a byte store that hold nothing yet. Broken off, it may simply be begun again. */
export async function restore({ place, blobs, folder, nowMs, ...rest }: BackUpRequest): Promise<Transferred> {
  const manifest = await readManifest(folder);
  const file = path.join(folder, manifest.rowsFile);
  if ((await hashFile(file)) !== manifest.rowsSha256) throw new Error("Expected the rows as they were backed up but the file has changed");
  if (!(await isEmpty(place))) throw new Error("Expected an empty database to restore into but it has rows");
  const hashes = new Set<string>();
  for await (const batch of readRowsFile(file)) for (const hash of hashesIn(batch)) hashes.add(hash);
  const from = await openFolderBlobs(path.join(folder, "blobs"));
  const count = await copyBlobs({ from, to: blobs, hashes, ...rest });
  for (const name of additions) {
    const options = { recursive: true, force: false };
    await cp(path.join(folder, "data", name), path.join(place.dataFolder, name), options).catch(unlessMissing);
  }
  await writeRowsIn(place, { migrations: manifest.migrations, rows: asOfNow(readRowsFile(file), nowMs) });
  return { ...count, rows: sum(manifest.rowCounts) };
}

async function* noting(batches: AsyncIterable<Batch>, hashes: Set<string>): AsyncGenerator<Batch> {
  for await (const batch of batches) {
    for (const hash of hashesIn(batch)) hashes.add(hash);
    yield batch;
  }
}

/** Whoever was about to ask when the backup was made has asked since: it is not asked, and paid, a second time. */
async function* asOfNow(batches: AsyncIterable<Batch>, nowMs: number): AsyncGenerator<Batch> {
  const message = "This run had not been sent when the backup was made; whether it was sent later is not known";
  const error = JSON.stringify({ code: "prediction_interrupted", message, faults: [] });
  const ended = (row: Row): Row =>
    row.status === "intent" ? { ...row, status: "failed", error, waiting: null, completed_at_ms: nowMs } : row;
  for await (const { table, rows } of batches) yield { table, rows: table === "predictions" ? rows.map(ended) : rows };
}

async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const file = path.join(folder, "manifest.json");
  const handle = await open(`${file}.new`, "w", 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(manifest, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
  await syncFolder(folder);
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, "manifest.json"), "utf8").catch(() => "null");
  const manifest: Manifest | null = JSON.parse(text);
  if (manifest?.format === formatName) return manifest;
  throw new Error(`Expected a folder with a whole backup (its manifest.json) but there is none in ${folder}`);
}

function unlessMissing(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
