/** Who looks after which row. A lease is two columns of the row itself: whoever dies loses it by the clock alone. */
import { sql } from "kysely";
import type { Records } from "../records.ts";
import { toPrediction } from "./rows.ts";
import type { Store } from "./tables.ts";

type Leases = Pick<Records["predictions"], "claim" | "renew" | "release" | "countLive" | "nextDueAtMs">;

/** Word for word the condition of the index predictions_due: with parameters instead, SQLite would not use it. */
const isLive = sql<boolean>`status not in ('stored', 'failed', 'canceled')`;

export function createLeases({ db, dialect }: Store): Leases {
  return {
    async claim({ owner, nowMs, leaseMs, limit }) {
      const wholeMs = Math.round(nowMs);
      const rows = await db
        // A table of its own, because Postgres may run a subquery in the condition more than once and lock other rows each time.
        .with("due", (eb) => {
          const due = eb
            .selectFrom("predictions")
            .select("id")
            .where(isLive)
            .where("nextAtMs", "<=", wholeMs)
            .where((or) => or.or([or("leaseUntilMs", "is", null), or("leaseUntilMs", "<=", wholeMs)]))
            .orderBy("nextAtMs")
            .limit(limit);
          return dialect === "postgres" ? due.forUpdate().skipLocked() : due;
        })
        .updateTable("predictions")
        .set({ leaseOwner: owner, leaseUntilMs: Math.round(wholeMs + leaseMs) })
        .where("id", "in", (eb) => eb.selectFrom("due").select("due.id"))
        .returningAll()
        .execute();
      return rows.map(toPrediction).sort((one, other) => one.nextAtMs - other.nextAtMs);
    },

    async renew(id, owner, untilMs) {
      const { numUpdatedRows } = await db
        .updateTable("predictions")
        .set({ leaseUntilMs: Math.round(untilMs) })
        .where("id", "=", id)
        .where("leaseOwner", "=", owner)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async release(id, owner) {
      await db
        .updateTable("predictions")
        .set({ leaseOwner: null, leaseUntilMs: null })
        .where("id", "=", id)
        .where("leaseOwner", "=", owner)
        .execute();
    },

    async countLive() {
      const rows = await db
        .selectFrom("predictions")
        .select((eb) => ["status", eb.fn.countAll<number>().as("count")])
        .where(isLive)
        .groupBy("status")
        .execute();
      return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]));
    },

    // A row that is held counts from the end of its lease: should its holder be dead, nobody else would wake for it.
    async nextDueAtMs() {
      const { dueAtMs } = await db
        .selectFrom("predictions")
        .select(sql<number | null>`min(case when lease_until_ms > next_at_ms then lease_until_ms else next_at_ms end)`.as("dueAtMs"))
        .where(isLive)
        .executeTakeFirstOrThrow();
      return dueAtMs;
    },
  };
}
