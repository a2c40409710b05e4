/**
 * What was spent, what is held back, and what may be spent. Runs that were there before come along: with what they cost where
 * that is known, held back while they are under way, and not at all where nobody knows any more.
 */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { isTerminal } from "#lib/wire.ts";
import { chargedOf } from "../charged-of.ts";
import type { LedgerEntry } from "../ledger-records.ts";
import { toMicros } from "../micros.ts";
import { inBatches } from "../records/keyset.ts";
import type { Dialect, PredictionRow, Tables } from "../records/tables.ts";

const rowsAtOnce = 500;

export function ledger(dialect: Dialect): Migration {
  const id = dialect === "postgres" ? sql`text collate "C"` : sql`text`;
  return {
    async up(db: Kysely<Tables>) {
      await db.schema
        .createTable("ledger")
        .addColumn("prediction_id", id, (column) => column.notNull().references("predictions.id"))
        .addColumn("step", "integer", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("person_id", id, (column) => column.references("people.id"))
        .addColumn("model", "text", (column) => column.notNull())
        .addColumn("amount_micros", "bigint", (column) => column.notNull())
        .addColumn("pictures", "integer", (column) => column.notNull())
        .addColumn("asked_at_ms", "bigint", (column) => column.notNull())
        .addColumn("at_ms", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("ledger_key", ["prediction_id", "step"])
        .execute();
      await db.schema.createIndex("ledger_by_time").on("ledger").columns(["asked_at_ms"]).execute();
      await db.schema
        .createTable("held")
        .addColumn("holder", id, (column) => column.notNull())
        .addColumn("period", id, (column) => column.notNull())
        .addColumn("held_micros", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("held_key", ["holder", "period"])
        .execute();
      await db.schema
        .createTable("caps")
        .addColumn("holder", id, (column) => column.notNull())
        .addColumn("period", "text", (column) => column.notNull())
        .addColumn("most_micros", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("caps_key", ["holder", "period"])
        .execute();
      // In the shape the package wants that counts (`open-rates.ts`); attempts at signing in are counted there too.
      await db.schema
        .createTable("rates")
        .addColumn("key", id, (column) => column.primaryKey())
        .addColumn("points", "integer", (column) => column.notNull().defaultTo(0))
        .addColumn("expire", "bigint")
        .execute();
      await db.schema.dropTable("attempts").execute();
      await carryOver(db);
      await sumUp(db, dialect);
    },
  };
}

async function carryOver(db: Kysely<Tables>): Promise<void> {
  const columns = [
    "id",
    "provider",
    "status",
    "error",
    "submittedAtMs",
    "priceUsd",
    "model",
    "outputs",
    "createdAtMs",
    "completedAtMs",
  ] as const;
  for (let after = ""; ; ) {
    const paid = db.selectFrom("predictions").select(columns).where("provider", "!=", "local").where("priceUsd", ">", 0);
    const rows = await paid.where("id", ">", after).orderBy("id").limit(rowsAtOnce).execute();
    for (const batch of inBatches(rows.flatMap(entriesOf))) await db.insertInto("ledger").values(batch).execute();
    if (rows.length < rowsAtOnce) return;
    after = rows.at(-1)?.id ?? "";
  }
}

type Paid = Pick<PredictionRow, "id" | "provider" | "status" | "error" | "submittedAtMs" | "priceUsd" | "model" | "outputs"> &
  Pick<PredictionRow, "createdAtMs" | "completedAtMs">;

function entriesOf(row: Paid): readonly LedgerEntry[] {
  const isOver = isTerminal(row.status);
  const charged = chargedOf({ ...row, error: row.error === null ? null : JSON.parse(row.error) });
  if (isOver && charged !== "yes") return [];
  const amountMicros = toMicros(row.priceUsd ?? 0);
  const pictures = Math.max(1, JSON.parse(row.outputs).length);
  const common = { predictionId: row.id, personId: null, model: row.model, pictures, askedAtMs: row.createdAtMs };
  const reserved = { ...common, step: 1, kind: "reserved", amountMicros, atMs: row.createdAtMs } as const;
  const settled = { ...common, step: 2, kind: "charged", amountMicros: 0, atMs: row.completedAtMs ?? row.createdAtMs } as const;
  return isOver ? [reserved, settled] : [reserved];
}

/** What the caps of the team count. */
async function sumUp(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  for (const length of [10, 7]) {
    const at =
      dialect === "postgres"
        ? sql`to_char(to_timestamp(asked_at_ms / 1000) at time zone 'UTC', 'YYYY-MM-DD')`
        : sql`date(asked_at_ms / 1000, 'unixepoch')`;
    await sql`
      insert into held (holder, period, held_micros)
      select 'team', substr(${at}, 1, ${sql.lit(length)}), sum(amount_micros) from ledger group by 2`.execute(db);
  }
}
