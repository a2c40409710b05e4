/** Who may come in, by what, and what they did about each other. */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Dialect } from "../records/tables.ts";

export function people(dialect: Dialect): Migration {
  const id = dialect === "postgres" ? sql`text collate "C"` : sql`text`;
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("people")
        .addColumn("id", id, (column) => column.primaryKey())
        .addColumn("email", "text", (column) => column.notNull().unique())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("role", "text", (column) => column.notNull())
        .addColumn("password_hash", "text", (column) => column.notNull())
        .addColumn("created_at_ms", "bigint", (column) => column.notNull())
        .addColumn("disabled_at_ms", "bigint")
        .execute();
      // One row at most: whoever writes it is the first person.
      await db.schema
        .createTable("founding")
        .addColumn("one", "integer", (column) => column.primaryKey())
        .execute();
      await db.schema
        .createTable("sessions")
        .addColumn("id", id, (column) => column.primaryKey())
        .addColumn("token_hash", id, (column) => column.notNull().unique())
        .addColumn("person_id", id, (column) => column.notNull().references("people.id"))
        .addColumn("client", "text", (column) => column.notNull())
        .addColumn("created_at_ms", "bigint", (column) => column.notNull())
        .addColumn("seen_at_ms", "bigint", (column) => column.notNull())
        .addColumn("expires_at_ms", "bigint", (column) => column.notNull())
        .execute();
      await db.schema.createIndex("sessions_of_person").on("sessions").columns(["person_id", "seen_at_ms"]).execute();
      await db.schema
        .createTable("invitations")
        .addColumn("id", id, (column) => column.primaryKey())
        .addColumn("token_hash", id, (column) => column.notNull().unique())
        .addColumn("role", "text", (column) => column.notNull())
        .addColumn("email", "text")
        .addColumn("created_at_ms", "bigint", (column) => column.notNull())
        .addColumn("expires_at_ms", "bigint", (column) => column.notNull())
        .addColumn("closed_at_ms", "bigint")
        .execute();
      await db.schema
        .createTable("access_tokens")
        .addColumn("id", id, (column) => column.primaryKey())
        .addColumn("token_hash", id, (column) => column.notNull().unique())
        .addColumn("person_id", id, (column) => column.notNull().references("people.id"))
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("scope", "text", (column) => column.notNull())
        .addColumn("created_at_ms", "bigint", (column) => column.notNull())
        .addColumn("used_at_ms", "bigint")
        .addColumn("expires_at_ms", "bigint")
        .addColumn("revoked_at_ms", "bigint")
        .execute();
      await db.schema
        .createTable("attempts")
        .addColumn("id", id, (column) => column.primaryKey())
        .addColumn("key", id, (column) => column.notNull())
        .addColumn("at_ms", "bigint", (column) => column.notNull())
        .execute();
      await db.schema.createIndex("attempts_by_key").on("attempts").columns(["key", "at_ms"]).execute();
      await db.schema
        .createTable("audit")
        .addColumn("id", id, (column) => column.primaryKey())
        .addColumn("at_ms", "bigint", (column) => column.notNull())
        .addColumn("action", "text", (column) => column.notNull())
        .addColumn("person_id", id, (column) => column.references("people.id"))
        .addColumn("subject", "text", (column) => column.notNull())
        .execute();
    },
  };
}
