/** Rows as lines in a compressed file: one line a batch, whole and on disk before its hash is told. */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type { Row, RowsOut } from "./rows-out.ts";

export interface Batch {
  readonly table: string;
  readonly rows: readonly Row[];
}

/** Every batch of every table. */
export async function* allBatches({ tables, read }: RowsOut): AsyncGenerator<Batch> {
  for (const table of tables) for await (const rows of read(table)) yield { table: table.name, rows };
}

/** Answers the rows of each table. */
export async function writeRowsFile(file: string, batches: AsyncIterable<Batch>): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  const packing = createGzip();
  const target = createWriteStream(file, { mode: 0o600, flags: "wx" });
  packing.pipe(target);
  for await (const batch of batches) {
    counts[batch.table] = (counts[batch.table] ?? 0) + batch.rows.length;
    if (!packing.write(`${JSON.stringify(batch)}\n`)) await once(packing, "drain");
  }
  packing.end();
  await finished(target);
  const handle = await open(file, "r");
  await handle.sync().finally(() => handle.close());
  return counts;
}

export async function* readRowsFile(file: string): AsyncGenerator<Batch> {
  const unpacking = createGunzip();
  createReadStream(file)
    .once("error", (error) => unpacking.destroy(error))
    .pipe(unpacking);
  // By hand: the platform's reader of lines also ends them at characters that may stand within a name.
  let rest = "";
  for await (const piece of unpacking.setEncoding("utf8")) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line);
  }
  if (rest !== "") throw new Error("Expected a file of rows that ends with a line but its last one is cut short");
}

export async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(file)) hash.update(piece);
  return hash.digest("hex");
}

/** Which bytes the rows of a table refer to. */
export function hashesIn({ table, rows }: Batch): readonly string[] {
  if (table !== "pictures") return [];
  return rows.flatMap(({ sha256, source_sha256: source }) => [sha256, source].filter((hash) => typeof hash === "string"));
}
