/** Who somebody is elsewhere: people who sign in by the accounts their team has already. */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Dialect } from "../records/tables.ts";

export function identities(dialect: Dialect): Migration {
  const id = dialect === "postgres" ? sql`text collate "C"` : sql`text`;
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("identities")
        .addColumn("issuer", id, (column) => column.notNull())
        .addColumn("subject", id, (column) => column.notNull())
        .addColumn("person_id", id, (column) => column.notNull().references("people.id"))
        .addColumn("created_at_ms", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("identities_key", ["issuer", "subject"])
        .execute();
    },
  };
}
