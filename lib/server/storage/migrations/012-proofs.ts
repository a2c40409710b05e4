/** By what a session was opened and when its person last showed who they are; a second factor; a way back for who forgot a password. */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Dialect } from "../records/tables.ts";

export function proofs(dialect: Dialect): Migration {
  const id = dialect === "postgres" ? sql`text collate "C"` : sql`text`;
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .alterTable("sessions")
        .addColumn("via", "text", (column) => column.notNull().defaultTo("password"))
        .execute();
      await db.schema
        .alterTable("sessions")
        .addColumn("proved_at_ms", "bigint", (column) => column.notNull().defaultTo(0))
        .execute();
      await db.schema.alterTable("people").addColumn("factor_secret", "text").execute();
      await db.schema.alterTable("people").addColumn("factor_since_ms", "bigint").execute();
      await db.schema.alterTable("people").addColumn("factor_step", "bigint").execute();
      await db.schema
        .createTable("factor_codes")
        .addColumn("code_hash", id, (column) => column.primaryKey())
        .addColumn("person_id", id, (column) => column.notNull().references("people.id"))
        .execute();
      await db.schema.createIndex("factor_codes_of_person").on("factor_codes").columns(["person_id"]).execute();
      await db.schema
        .createTable("ways_back")
        .addColumn("token_hash", id, (column) => column.primaryKey())
        .addColumn("person_id", id, (column) => column.notNull().unique().references("people.id"))
        .addColumn("expires_at_ms", "bigint", (column) => column.notNull())
        .execute();
    },
  };
}
