/** Stars, deletion that can be taken back, and text to search in. */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { foldText } from "../records/search-text.ts";
import type { Tables } from "../records/tables.ts";

export function starsAndSearch(): Migration {
  return {
    async up(db: Kysely<Tables>) {
      for (const table of ["projects", "edits"]) {
        await db.schema
          .alterTable(table)
          .addColumn("starred", "integer", (column) => column.notNull().defaultTo(0))
          .execute();
        await db.schema.alterTable(table).addColumn("deleted_at_ms", "bigint").execute();
      }
      for (const table of ["projects", "edits", "predictions"]) {
        await db.schema
          .alterTable(table)
          .addColumn("search_text", "text", (column) => column.notNull().defaultTo(""))
          .execute();
      }
      await fold(db);
      await db.schema.createIndex("edits_of_parent").on("edits").column("parent_id").execute();
    },
  };
}

/** Each distinct text once: thousands of edits share few names. */
async function fold(db: Kysely<Tables>): Promise<void> {
  for (const table of ["projects", "edits"] as const) {
    for (const { name } of await db.selectFrom(table).select("name").distinct().execute()) {
      await sql`update ${sql.table(table)} set search_text = ${foldText(name)} where name = ${name}`.execute(db);
    }
  }
  for (const { inputs } of await db.selectFrom("predictions").select("inputs").distinct().execute()) {
    const { prompt } = JSON.parse(inputs);
    if (typeof prompt === "string") {
      await db
        .updateTable("predictions")
        .set({ searchText: foldText(prompt) })
        .where("inputs", "=", inputs)
        .execute();
    }
  }
}
