/** Compare and set: both databases look at the version once more when they have the row to themselves. */
import type { Kysely } from "kysely";
import { isTerminal } from "#lib/wire.ts";
import type { PredictionPatch, PredictionRecord } from "../records.ts";
import { toPatchedColumns, toPrediction } from "./rows.ts";
import { settleRun } from "./settle.ts";
import type { Tables } from "./tables.ts";

/** An end and what it cost are written together; any other change needs no transaction. */
export function changePrediction(
  db: Kysely<Tables>,
  id: string,
  version: number,
  patch: PredictionPatch,
): Promise<PredictionRecord | null> {
  if (patch.status === undefined || !isTerminal(patch.status)) return changeRow(db, id, version, patch);
  return db.transaction().execute(async (trx) => {
    const row = await changeRow(trx, id, version, patch);
    if (row) await settleRun(trx, row);
    return row;
  });
}

export async function changeRow(db: Kysely<Tables>, id: string, version: number, patch: PredictionPatch): Promise<PredictionRecord | null> {
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
