/** The first tables. Never changed once published: what comes later is a migration of its own. */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Dialect } from "../records/tables.ts";

export function first(dialect: Dialect): Migration {
  // Ids sort by their bytes in every installation, whatever language its Postgres was set up with.
  const id = dialect === "postgres" ? sql`text collate "C"` : sql`text`;

  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("projects")
        .addColumn("id", id, (column) => column.primaryKey())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("current_edit_id", id)
        .addColumn("created_at_ms", "bigint", (column) => column.notNull())
        .addColumn("updated_at_ms", "bigint", (column) => column.notNull())
        .execute();
      await db.schema.createIndex("projects_changed").on("projects").columns(["updated_at_ms", "id"]).execute();

      await db.schema
        .createTable("pictures")
        .addColumn("id", id, (column) => column.primaryKey())
        .addColumn("sha256", id, (column) => column.notNull())
        .addColumn("format", "text", (column) => column.notNull())
        .addColumn("bytes", "bigint", (column) => column.notNull())
        .addColumn("width", "integer", (column) => column.notNull())
        .addColumn("height", "integer", (column) => column.notNull())
        .addColumn("has_alpha", "integer", (column) => column.notNull())
        .addColumn("notes", "text", (column) => column.notNull())
        .addColumn("source_sha256", id)
        .addColumn("created_at_ms", "bigint", (column) => column.notNull())
        .execute();
      await db.schema.createIndex("pictures_sha256").on("pictures").column("sha256").execute();
      await db.schema.createIndex("pictures_source").on("pictures").column("source_sha256").execute();

      await db.schema
        .createTable("edits")
        .addColumn("id", id, (column) => column.primaryKey())
        .addColumn("project_id", id, (column) => column.notNull().references("projects.id"))
        .addColumn("parent_id", id, (column) => column.references("edits.id"))
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("picture_id", id, (column) => column.notNull().references("pictures.id"))
        .addColumn("prediction_id", id)
        .addColumn("created_at_ms", "bigint", (column) => column.notNull())
        .addColumn("position", "integer", (column) => column.notNull())
        .execute();
      await db.schema.createIndex("edits_of_project").on("edits").columns(["project_id", "created_at_ms", "position", "id"]).execute();

      await db.schema
        .createTable("predictions")
        .addColumn("id", id, (column) => column.primaryKey())
        .addColumn("project_id", id, (column) => column.notNull().references("projects.id"))
        .addColumn("parent_edit_id", id, (column) => column.references("edits.id"))
        .addColumn("model", "text", (column) => column.notNull())
        .addColumn("provider", "text", (column) => column.notNull())
        .addColumn("via", "text", (column) => column.notNull())
        .addColumn("inputs", "text", (column) => column.notNull())
        // Wide enough for any number a gateway may name: a seed is kept, not counted with.
        .addColumn("seed", "double precision")
        .addColumn("idempotency_key", id)
        .addColumn("request_hash", "text", (column) => column.notNull())
        .addColumn("status", "text", (column) => column.notNull())
        .addColumn("version", "integer", (column) => column.notNull())
        .addColumn("upstream_id", id)
        .addColumn("progress", "double precision")
        .addColumn("logs", "text", (column) => column.notNull())
        .addColumn("outputs", "text", (column) => column.notNull())
        .addColumn("error", "text")
        .addColumn("waiting", "text")
        .addColumn("cancel_requested_at_ms", "bigint")
        .addColumn("price_usd", "double precision")
        .addColumn("failures", "integer", (column) => column.notNull())
        .addColumn("created_at_ms", "bigint", (column) => column.notNull())
        .addColumn("submitted_at_ms", "bigint")
        .addColumn("started_at_ms", "bigint")
        .addColumn("completed_at_ms", "bigint")
        .addColumn("deadline_at_ms", "bigint", (column) => column.notNull())
        .addColumn("next_at_ms", "bigint", (column) => column.notNull())
        .addColumn("lease_owner", "text")
        .addColumn("lease_until_ms", "bigint")
        .execute();
      await db.schema.createIndex("predictions_key").on("predictions").column("idempotency_key").unique().execute();
      await db.schema.createIndex("predictions_upstream").on("predictions").columns(["provider", "upstream_id"]).unique().execute();
      await db.schema.createIndex("predictions_newest").on("predictions").columns(["created_at_ms", "id"]).execute();
      await db.schema.createIndex("predictions_of_project").on("predictions").columns(["project_id", "created_at_ms", "id"]).execute();
      await db.schema.createIndex("predictions_via").on("predictions").columns(["via", "created_at_ms", "id"]).execute();
      await db.schema
        .createIndex("predictions_due")
        .on("predictions")
        .columns(["next_at_ms", "lease_until_ms"])
        .where(sql<boolean>`status not in ('stored', 'failed', 'canceled')`)
        .execute();

      await db.schema
        .createTable("prediction_outputs")
        .addColumn("prediction_id", id, (column) => column.notNull().references("predictions.id"))
        .addColumn("position", "integer", (column) => column.notNull())
        .addColumn("picture_id", id, (column) => column.notNull().references("pictures.id"))
        .addColumn("edit_id", id, (column) => column.notNull().references("edits.id"))
        .addPrimaryKeyConstraint("prediction_outputs_key", ["prediction_id", "position"])
        .execute();
    },
  };
}
