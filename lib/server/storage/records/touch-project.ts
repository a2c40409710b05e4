import { type Kysely, sql } from "kysely";
import type { Tables } from "./tables.ts";

/** Nobody else chooses or deletes an edit of this project until the transaction ends. */
export async function lockProject(trx: Kysely<Tables>, id: string): Promise<void> {
  await trx.updateTable("projects").set({ id }).where("id", "=", id).execute();
}

/** Begins an update of a project that makes it the last changed one; a clock that was set back does not move it down. */
export function touchProject(db: Kysely<Tables>, id: string, nowMs: number) {
  const wholeMs = Math.round(nowMs);
  return db
    .updateTable("projects")
    .set({ updatedAtMs: sql<number>`case when updated_at_ms < ${wholeMs} then ${wholeMs} else updated_at_ms end` })
    .where("projects.id", "=", id);
}
