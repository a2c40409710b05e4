import type { Records } from "../records.ts";
import { addEdit, firstUnlessCurrent } from "./add-edit.ts";
import { toEdit } from "./rows.ts";
import { foldText } from "./search-text.ts";
import type { Store } from "./tables.ts";
import { lockProject } from "./touch-project.ts";

export function createEditRecords({ db }: Store): Records["edits"] {
  const get = async (id: string) => {
    const row = await db.selectFrom("edits").selectAll().where("id", "=", id).executeTakeFirst();
    return row ? toEdit(row) : null;
  };

  return {
    get,

    async add(edit, options = {}) {
      await db.transaction().execute((trx) => addEdit(trx, edit, options.makeCurrent ? edit.id : firstUnlessCurrent(edit.id)));
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
