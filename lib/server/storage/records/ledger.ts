import { sql } from "kysely";
import type { LedgerEntry, LedgerRecords, LedgerSum } from "../ledger-records.ts";
import { periodAt } from "../periods.ts";
import { settle } from "./settle.ts";
import type { Store } from "./tables.ts";

const dayMs = 86_400_000;

/** Reservations without a second entry, of runs that are over. */
const open = sql`
  from ledger as asked join predictions on predictions.id = asked.prediction_id
  where asked.step = 1 and predictions.status in ('stored', 'failed', 'canceled')
    and not exists (select 1 from ledger as ended where ended.prediction_id = asked.prediction_id and ended.step = 2)`;

export function createLedgerRecords({ db }: Store): LedgerRecords["ledger"] {
  return {
    async heldSinceMicros(sinceMs) {
      const summing = db.selectFrom("ledger").select((eb) => eb.fn.sum<number | string | null>("amountMicros").as("micros"));
      return Number((await summing.where("askedAtMs", ">=", Math.round(sinceMs)).executeTakeFirst())?.micros ?? 0);
    },

    async held(holder, period, atMs) {
      const found = db.selectFrom("held").select("heldMicros").where("holder", "=", holder);
      return (await found.where("period", "=", periodAt(period, atMs)).executeTakeFirst())?.heldMicros ?? 0;
    },

    async sums(sinceMs) {
      const { rows } = await sql<Omit<LedgerSum, "day"> & { readonly dayNumber: number }>`
        select asked.asked_at_ms / ${sql.lit(dayMs)} as day_number, asked.person_id, asked.model,
          sum(case when ended.step is null then 0 else asked.amount_micros + ended.amount_micros end) as spent_micros,
          sum(case when ended.step is null then asked.amount_micros else 0 end) as open_micros,
          sum(case when ended.kind = 'returned' then 0 else 1 end) as runs
        from ledger as asked
        left join ledger as ended on ended.prediction_id = asked.prediction_id and ended.step = 2
        where asked.step = 1 and asked.asked_at_ms >= ${Math.round(sinceMs)}
        group by 1, asked.person_id, asked.model order by 1, asked.person_id, asked.model`.execute(db);
      return rows.map(({ dayNumber, spentMicros, openMicros, runs, ...rest }) => ({
        ...rest,
        day: periodAt("day", Number(dayNumber) * dayMs),
        ...{ spentMicros: Number(spentMicros), openMicros: Number(openMicros), runs: Number(runs) },
      }));
    },

    // A run's id tells when it was asked for, so that the key of the table is the order of time.
    async entries({ sinceMs, after, limit }) {
      const reading = db.selectFrom("ledger").selectAll().where("askedAtMs", ">=", Math.round(sinceMs));
      const rest = after ? reading.where(sql<boolean>`(prediction_id, step) > (${after.predictionId}, ${after.step})`) : reading;
      return rest.orderBy("predictionId").orderBy("step").limit(limit).execute();
    },

    async open(limit) {
      const counting = sql<{ count: number | string | bigint }>`select count(*) as count ${open}`.execute(db);
      const reading = sql<LedgerEntry>`select asked.* ${open} order by asked.prediction_id desc limit ${limit}`.execute(db);
      return { entries: (await reading).rows, count: Number((await counting).rows[0]?.count ?? 0) };
    },

    settle(predictionId, wasCharged, nowMs) {
      return db.transaction().execute(async (trx) => {
        const isOpen = sql<{ one: number }>`select 1 as one ${open} and asked.prediction_id = ${predictionId}`;
        if ((await isOpen.execute(trx)).rows.length === 0) return false;
        return settle(trx, predictionId, { pictures: wasCharged ? null : 0, atMs: nowMs });
      });
    },
  };
}

export function createCapRecords({ db }: Store): LedgerRecords["caps"] {
  return {
    list: () => db.selectFrom("caps").selectAll().orderBy("holder").orderBy("period").execute(),

    async set(cap) {
      const { mostMicros } = cap;
      const adding = db.insertInto("caps").values(cap);
      await adding.onConflict((conflict) => conflict.columns(["holder", "period"]).doUpdateSet({ mostMicros })).execute();
    },

    async remove({ holder, period }) {
      const removing = db.deleteFrom("caps").where("holder", "=", holder).where("period", "=", period);
      return (await removing.executeTakeFirst()).numDeletedRows > 0n;
    },
  };
}
