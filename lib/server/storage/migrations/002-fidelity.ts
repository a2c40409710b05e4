/** How true an edit is to its parent, and which part of the picture a run was shown. Rows from before have neither. */
import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

export function fidelity(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable("edits").addColumn("fidelity", "text").execute();
      await db.schema.alterTable("predictions").addColumn("frame", "text").execute();
    },
  };
}
