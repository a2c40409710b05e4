/**
 * Steps that are applied again to another picture: they go on after a restart, so they are rows with a lease as predictions are.
 * And what is noted in the studio itself: on a picture, or as an answer to a remark; and which of both are settled.
 */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Dialect } from "../records/tables.ts";

export function replaysAndNotes(dialect: Dialect): Migration {
  const id = dialect === "postgres" ? sql`text collate "C"` : sql`text`;
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("replays")
        .addColumn("id", id, (column) => column.primaryKey())
        .addColumn("source_edit_id", id, (column) => column.notNull().references("edits.id"))
        .addColumn("picture_id", id, (column) => column.notNull().references("pictures.id"))
        // Neither the project nor its first edit need to exist when the steps are written down.
        .addColumn("root_edit_id", id, (column) => column.notNull())
        .addColumn("project_id", id, (column) => column.notNull())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("is_new_project", "integer", (column) => column.notNull())
        .addColumn("keeps_seeds", "integer", (column) => column.notNull())
        .addColumn("steps", "text", (column) => column.notNull())
        .addColumn("status", "text", (column) => column.notNull())
        .addColumn("error", "text")
        .addColumn("cancel_requested_at_ms", "bigint")
        .addColumn("idempotency_key", "text", (column) => column.unique())
        .addColumn("request_hash", "text", (column) => column.notNull())
        .addColumn("version", "integer", (column) => column.notNull())
        .addColumn("created_at_ms", "bigint", (column) => column.notNull())
        .addColumn("next_at_ms", "bigint", (column) => column.notNull())
        .addColumn("lease_owner", "text")
        .addColumn("lease_until_ms", "bigint")
        .execute();
      await db.schema.createIndex("replays_of_project").on("replays").columns(["project_id", "created_at_ms", "id"]).execute();
      await sql`create index replays_due on replays (next_at_ms) where status = 'running'`.execute(db);
      await db.schema
        .createTable("notes")
        .addColumn("id", id, (column) => column.primaryKey())
        .addColumn("project_id", id, (column) => column.notNull().references("projects.id"))
        .addColumn("edit_id", id, (column) => column.notNull().references("edits.id"))
        // A remark's or a note's.
        .addColumn("answered_id", id)
        .addColumn("text", "text", (column) => column.notNull())
        .addColumn("x", "double precision")
        .addColumn("y", "double precision")
        .addColumn("created_at_ms", "bigint", (column) => column.notNull())
        .execute();
      await db.schema.createIndex("notes_of_project").on("notes").columns(["project_id", "created_at_ms", "id"]).execute();
      await db.schema
        .createTable("settlements")
        .addColumn("remark_id", id, (column) => column.primaryKey())
        .addColumn("settled_at_ms", "bigint", (column) => column.notNull())
        .execute();
    },
  };
}
