/** A person is known to a provider as one only: an address that it gives to somebody else later leads nobody into the account of whoever had it. */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

export function oneIdentityOfEachIssuer(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      // Whoever was linked first is who was meant.
      await sql`delete from identities where exists (
        select 1 from identities earlier
        where earlier.person_id = identities.person_id and earlier.issuer = identities.issuer
        and (earlier.created_at_ms, earlier.subject) < (identities.created_at_ms, identities.subject)
      )`.execute(db);
      await db.schema.createIndex("identities_of_person").unique().on("identities").columns(["person_id", "issuer"]).execute();
    },
  };
}
