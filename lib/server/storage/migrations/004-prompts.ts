/** Words that were used before, each once, and those that somebody wants to keep. */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Dialect } from "../records/tables.ts";

export function prompts(dialect: Dialect): Migration {
  const id = dialect === "postgres" ? sql`text collate "C"` : sql`text`;
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("prompts")
        .addColumn("id", id, (column) => column.primaryKey())
        .addColumn("text", "text", (column) => column.notNull())
        .addColumn("folded", "text", (column) => column.notNull())
        .addColumn("last_at_ms", "bigint", (column) => column.notNull())
        .addColumn("used_at_ms", "bigint")
        .addColumn("saved_at_ms", "bigint")
        .execute();
      await db.schema.createIndex("prompts_newest").on("prompts").columns(["last_at_ms", "id"]).execute();
    },
  };
}
