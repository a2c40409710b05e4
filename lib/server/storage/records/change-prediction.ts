/** Compare and set: both databases look at the version once more when they have the row to themselves. */
import type { Kysely } from "kysely";
import type { PredictionPatch, PredictionRecord } from "../records.ts";
import { toPatchedColumns, toPrediction } from "./rows.ts";
import type { Tables } from "./tables.ts";

export async function changePrediction(
  db: Kysely<Tables>,
  id: string,
  version: number,
  patch: PredictionPatch,
): Promise<PredictionRecord | null> {
  const row = await atVersion(db, id, version)
    .set({ ...toPatchedColumns(patch), version: version + 1 })
    .returningAll()
    .executeTakeFirst();
  return row ? toPrediction(row) : null;
}

export async function postponePrediction(db: Kysely<Tables>, id: string, version: number, nextAtMs: number): Promise<boolean> {
  const { numUpdatedRows } = await atVersion(db, id, version).set(toPatchedColumns({ nextAtMs })).executeTakeFirst();
  return numUpdatedRows > 0n;
}

function atVersion(db: Kysely<Tables>, id: string, version: number) {
  return db.updateTable("predictions").where("id", "=", id).where("version", "=", version);
}
