/** What became of a price that was held back: part of the transaction that ends the run, so that neither is ever without the other. */
import { type Kysely, sql } from "kysely";
import { capPeriods } from "#lib/money-wire.ts";
import { isTerminal } from "#lib/wire.ts";
import { holdersOf } from "../cap-of.ts";
import { chargedOf } from "../charged-of.ts";
import type { LedgerEntry } from "../ledger-records.ts";
import { periodAt } from "../periods.ts";
import type { PredictionRecord } from "../records.ts";
import type { Tables } from "./tables.ts";

/** Does nothing for what is not over, cost nothing, or may have been charged: that stays reserved until it is known. */
export async function settleRun(db: Kysely<Tables>, row: PredictionRecord): Promise<void> {
  if (!isTerminal(row.status)) return;
  const charged = chargedOf(row);
  if (charged === "maybe") return;
  // Results that had gone before they were seen were paid for all the same.
  const pictures = charged === "no" ? 0 : row.outputs.length || null;
  await settle(db, row.id, { pictures, atMs: row.completedAtMs ?? row.createdAtMs });
}

interface Settlement {
  /** So many came and are paid for; null: as many as were asked for. */
  readonly pictures: number | null;
  readonly atMs: number;
}

/** False where nothing is held, or where it is settled already. */
export async function settle(db: Kysely<Tables>, predictionId: string, { pictures: came, atMs }: Settlement): Promise<boolean> {
  const entries = await db.selectFrom("ledger").selectAll().where("predictionId", "=", predictionId).execute();
  const reserved = entries.find(({ step }) => step === 1);
  if (!reserved || entries.length > 1) return false;
  const pictures = Math.min(came ?? reserved.pictures, reserved.pictures);
  const amountMicros = Math.round((reserved.amountMicros * pictures) / reserved.pictures) - reserved.amountMicros;
  const kind: LedgerEntry["kind"] = pictures > 0 ? "charged" : "returned";
  const settled = db
    .insertInto("ledger")
    .values({ ...reserved, step: 2, kind, amountMicros, pictures, atMs: Math.round(atMs) })
    // Somebody else may say so at the same moment.
    .onConflict((conflict) => conflict.doNothing());
  const { numInsertedOrUpdatedRows } = await settled.executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  if (amountMicros !== 0) await giveBack(db, reserved, amountMicros);
  return true;
}

async function giveBack(db: Kysely<Tables>, { personId, askedAtMs }: LedgerEntry, amountMicros: number): Promise<void> {
  // In the order in which they were held.
  for (const holder of holdersOf(personId)) {
    for (const period of capPeriods) {
      await db
        .updateTable("held")
        .set({ heldMicros: sql<number>`held_micros + ${amountMicros}` })
        .where("holder", "=", holder)
        .where("period", "=", periodAt(period, askedAtMs))
        .execute();
    }
  }
}
