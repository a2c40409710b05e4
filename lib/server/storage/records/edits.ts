import { sql } from "kysely";
import type { Records } from "../records.ts";
import { holdPictures, picturesNamedIn } from "./holdings.ts";
import { lockProject, touchProject } from "./projects.ts";
import { toEdit, toEditRow } from "./rows.ts";
import { foldText } from "./search-text.ts";
import type { Store } from "./tables.ts";

export function createEditRecords({ db }: Store): Records["edits"] {
  const get = async (id: string) => {
    const row = await db.selectFrom("edits").selectAll().where("id", "=", id).executeTakeFirst();
    return row ? toEdit(row) : null;
  };

  return {
    get,

    async add(edit, options = {}) {
      await db.transaction().execute(async (trx) => {
        await trx.insertInto("edits").values(toEditRow(edit)).execute();
        await holdPictures(trx, edit.projectId, picturesNamedIn(JSON.stringify(edit)));
        const current = options.makeCurrent ? edit.id : firstUnlessCurrent(edit.id);
        await touchProject(trx, edit.projectId, edit.createdAtMs).set({ currentEditId: current }).execute();
      });
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

    async change(id, { name, starred }) {
      const edit = await get(id);
      if (!edit) return false;
      const named = name === undefined ? {} : { name, searchText: foldText(name) };
      const marked = starred === undefined ? {} : { starred: starred ? 1 : 0 };
      await db
        .updateTable("edits")
        .set({ id, ...named, ...marked })
        .where("id", "=", id)
        .execute();
      return true;
    },

    async setDeleted(id, deletedAtMs) {
      const edit = await get(id);
      if (!edit) return false;
      return db.transaction().execute(async (trx) => {
        await lockProject(trx, edit.projectId);
        const isCurrent = trx.selectFrom("projects").select("id").where("currentEditId", "=", id);
        const update = trx.updateTable("edits").set({ deletedAtMs }).where("id", "=", id);
        const { numUpdatedRows } = await update.where((eb) => eb.not(eb.exists(isCurrent))).executeTakeFirst();
        return numUpdatedRows > 0n;
      });
    },
  };
}

/** What is current stays current; a project without a current edit gets this one. */
export function firstUnlessCurrent(editId: string) {
  return sql<string>`coalesce(current_edit_id, ${editId})`;
}
