/** Who looks after which row. A lease is two columns of the row itself: whoever dies loses it by the clock alone. */
import { type RawBuilder, sql } from "kysely";
import type { LeasedRows } from "../record-shapes.ts";
import type { Store } from "./tables.ts";

interface Leased<Row, Item> {
  readonly table: "predictions" | "replays";
  /** Word for word the condition of the table's index of what is due: with parameters instead, SQLite would not use it. */
  readonly isLive: RawBuilder<boolean>;
  readonly toItem: (row: Row) => Item;
}

export function createLeases<Row, Item extends { readonly id: string; readonly nextAtMs: number }>(
  { db, dialect }: Store,
  { table, isLive, toItem }: Leased<Row, Item>,
): Omit<LeasedRows<Item>, "postpone"> {
  const rows = sql.table(table);

  return {
    async claim({ owner, nowMs, leaseMs, limit }) {
      const wholeMs = Math.round(nowMs);
      const skipping = dialect === "postgres" ? sql`for update skip locked` : sql``;
      // A table of its own, because Postgres may run a subquery in the condition more than once and lock other rows each time.
      const claimed = await sql<Row>`
        with due as (
          select id from ${rows}
          where ${isLive} and next_at_ms <= ${wholeMs} and (lease_until_ms is null or lease_until_ms <= ${wholeMs})
          order by next_at_ms limit ${limit} ${skipping}
        )
        update ${rows} set lease_owner = ${owner}, lease_until_ms = ${Math.round(wholeMs + leaseMs)}
        where id in (select due.id from due) returning *`.execute(db);
      return claimed.rows.map(toItem).sort((one, other) => one.nextAtMs - other.nextAtMs);
    },

    async renew(id, owner, untilMs) {
      const renewed = sql`update ${rows} set lease_until_ms = ${Math.round(untilMs)} where id = ${id} and lease_owner = ${owner}`;
      return ((await renewed.execute(db)).numAffectedRows ?? 0n) > 0n;
    },

    async release(id, owner) {
      await sql`update ${rows} set lease_owner = null, lease_until_ms = null where id = ${id} and lease_owner = ${owner}`.execute(db);
    },

    // A row that is held counts from the end of its lease: should its holder be dead, nobody else would wake for it.
    async nextDueAtMs() {
      const due = sql<{ readonly dueAtMs: number | null }>`
        select min(case when lease_until_ms > next_at_ms then lease_until_ms else next_at_ms end) as due_at_ms
        from ${rows} where ${isLive}`;
      return (await due.execute(db)).rows[0]?.dueAtMs ?? null;
    },
  };
}
