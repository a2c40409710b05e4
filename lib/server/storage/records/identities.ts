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
      const adding = db.insertInto("identities").values(row);
      // On either of its two rules.
      await adding.onConflict((conflict) => conflict.doNothing()).execute();
      const linked = db.selectFrom("identities").select("personId").where("issuer", "=", row.issuer).where("subject", "=", row.subject);
      return (await linked.executeTakeFirst())?.personId === row.personId;
    },
  };
}
