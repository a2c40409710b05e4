/** What was done about people, and how often somebody tried to come in. */
import { newId } from "#lib/ids.ts";
import type { PeopleRecords } from "../people-records.ts";
import type { Store } from "./tables.ts";

export function createAuditRecords({ db }: Store): PeopleRecords["audit"] {
  return {
    async add(entry) {
      await db.insertInto("audit").values(entry).execute();
    },

    list({ after, limit }) {
      const newest = db.selectFrom("audit").selectAll().orderBy("id", "desc").limit(limit);
      return (after === undefined ? newest : newest.where("id", "<", after)).execute();
    },
  };
}

export function createAttemptRecords({ db }: Store): PeopleRecords["attempts"] {
  return {
    async reserve(keys, nowMs, sinceMs) {
      const rows = keys.map(({ key }) => ({ id: newId("att"), key, atMs: Math.round(nowMs) }));
      await db.deleteFrom("attempts").where("atMs", "<", sinceMs).execute();
      // Written before it is counted: of many at once none can think itself the only one.
      await db.insertInto("attempts").values(rows).execute();
      for (const { key, most } of keys) {
        const counting = db.selectFrom("attempts").where("key", "=", key).where("atMs", ">=", sinceMs);
        const { count } = await counting.select((eb) => eb.fn.countAll<number | string | bigint>().as("count")).executeTakeFirstOrThrow();
        if (Number(count) <= most) continue;
        const own = rows.map(({ id }) => id);
        await db.deleteFrom("attempts").where("id", "in", own).execute();
        return false;
      }
      return true;
    },

    async forget(keys) {
      await db
        .deleteFrom("attempts")
        .where("key", "in", [...keys])
        .execute();
    },
  };
}
