import { sql } from "kysely";
import type { Records } from "../records.ts";
import { touchProject } from "./projects.ts";
import { toEdit, toEditRow } from "./rows.ts";
import type { Store } from "./tables.ts";

export function createEditRecords({ db }: Store): Records["edits"] {
  return {
    async add(edit, options = {}) {
      await db.transaction().execute(async (trx) => {
        await trx.insertInto("edits").values(toEditRow(edit)).execute();
        const current = options.makeCurrent ? edit.id : firstUnlessCurrent(edit.id);
        await touchProject(trx, edit.projectId, edit.createdAtMs).set({ currentEditId: current }).execute();
      });
    },

    async get(id) {
      const row = await db.selectFrom("edits").selectAll().where("id", "=", id).executeTakeFirst();
      return row ? toEdit(row) : null;
    },

    async ofProject(projectId) {
      const rows = await db
        .selectFrom("edits")
        .selectAll()
        .where("projectId", "=", projectId)
        .orderBy("createdAtMs")
        .orderBy("position")
        .orderBy("id")
        .execute();
      return rows.map(toEdit);
    },
  };
}

/** What is current stays current; a project without a current edit gets this one. */
export function firstUnlessCurrent(editId: string) {
  return sql<string>`coalesce(current_edit_id, ${editId})`;
}
