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
