import { type Kysely, type RawBuilder, sql } from "kysely";
import type { EditRecord } from "../records.ts";
import { holdPictures, picturesNamedIn } from "./holdings.ts";
import { toEditRow } from "./rows.ts";
import type { Tables } from "./tables.ts";
import { touchProject } from "./touch-project.ts";

/** Within a transaction: the edit, what it holds, and its project, whose current edit becomes `current`. */
export async function addEdit(db: Kysely<Tables>, edit: EditRecord, current: string | RawBuilder<string>): Promise<void> {
  await db.insertInto("edits").values(toEditRow(edit)).execute();
  await holdPictures(db, edit.projectId, picturesNamedIn(JSON.stringify(edit)));
  await touchProject(db, edit.projectId, edit.createdAtMs).set({ currentEditId: current }).execute();
}

/** What is current stays current; a project without a current edit gets this one. */
export function firstUnlessCurrent(editId: string) {
  return sql<string>`coalesce(current_edit_id, ${editId})`;
}
