/** One number for all rows of a database, the same on every kind of database and in whatever order they come. */
import { createHash } from "node:crypto";
import type { RecordsPlace } from "../open-store.ts";
import { allBatches } from "./rows-file.ts";
import { type Row, readRowsOut } from "./rows-out.ts";

const modulus = 2n ** 256n;

export async function digestRows(place: RecordsPlace): Promise<string> {
  return readRowsOut(place, async (out) => {
    let sum = 0n;
    for await (const { table, rows } of allBatches(out)) {
      for (const row of rows) sum = (sum + hashOf(table, row)) % modulus;
    }
    return `${out.migrations.at(-1) ?? ""} ${sum.toString(16)}`;
  });
}

function hashOf(table: string, row: Row): bigint {
  const columns = Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify([table, columns]);
  return BigInt(`0x${createHash("sha256").update(text).digest("hex")}`);
}
