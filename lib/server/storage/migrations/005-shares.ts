/** Links to look at a project or an edit without the studio, and what was said there. */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Dialect } from "../records/tables.ts";

export function shares(dialect: Dialect): Migration {
  const id = dialect === "postgres" ? sql`text collate "C"` : sql`text`;
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("shares")
        .addColumn("id", id, (column) => column.primaryKey())
        .addColumn("project_id", id, (column) => column.notNull().references("projects.id"))
        .addColumn("edit_id", id, (column) => column.references("edits.id"))
        .addColumn("token_hash", id, (column) => column.notNull().unique())
        .addColumn("created_at_ms", "bigint", (column) => column.notNull())
        .addColumn("expires_at_ms", "bigint")
        .addColumn("revoked_at_ms", "bigint")
        .execute();
      await db.schema.createIndex("shares_of_project").on("shares").columns(["project_id", "created_at_ms", "id"]).execute();
      await db.schema
        .createTable("remarks")
        .addColumn("id", id, (column) => column.primaryKey())
        .addColumn("share_id", id, (column) => column.notNull().references("shares.id"))
        .addColumn("edit_id", id, (column) => column.notNull().references("edits.id"))
        .addColumn("author", "text", (column) => column.notNull())
        .addColumn("text", "text", (column) => column.notNull())
        .addColumn("x", "double precision")
        .addColumn("y", "double precision")
        .addColumn("verdict", "text")
        .addColumn("created_at_ms", "bigint", (column) => column.notNull())
        .execute();
      await db.schema.createIndex("remarks_of_share").on("remarks").columns(["share_id", "created_at_ms", "id"]).execute();
    },
  };
}
