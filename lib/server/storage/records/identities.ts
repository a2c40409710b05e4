import type { PeopleRecords } from "../people-records.ts";
import type { Store } from "./tables.ts";

export function createIdentityRecords({ db }: Store): PeopleRecords["identities"] {
  return {
    async person(issuer, subject) {
      const joined = db.selectFrom("people").innerJoin("identities", "identities.personId", "people.id").selectAll("people");
      const found = joined.where("identities.issuer", "=", issuer).where("identities.subject", "=", subject);
      return (await found.executeTakeFirst()) ?? null;
    },

    async link(identity) {
      const row = { ...identity, createdAtMs: Math.round(identity.createdAtMs) };
      await db
        .insertInto("identities")
        .values(row)
        .onConflict((conflict) => conflict.columns(["issuer", "subject"]).doNothing())
        .execute();
    },
  };
}
