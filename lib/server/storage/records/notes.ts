import type { Records } from "../records.ts";
import { inBatches } from "./keyset.ts";
import type { Store } from "./tables.ts";
import { lockProject } from "./touch-project.ts";

export function createNoteRecords({ db }: Store): Records["notes"] {
  return {
    add(note, most) {
      return db.transaction().execute(async (trx) => {
        await lockProject(trx, note.projectId);
        const { count } = await trx
          .selectFrom("notes")
          .where("projectId", "=", note.projectId)
          .select((eb) => eb.fn.countAll<number | string | bigint>().as("count"))
          .executeTakeFirstOrThrow();
        if (Number(count) >= most) return false;
        await trx.insertInto("notes").values(note).execute();
        return true;
      });
    },

    async get(id) {
      return (await db.selectFrom("notes").selectAll().where("id", "=", id).executeTakeFirst()) ?? null;
    },

    ofProject(projectId) {
      return db.selectFrom("notes").selectAll().where("projectId", "=", projectId).orderBy("createdAtMs").orderBy("id").execute();
    },

    async settle(remarkId, atMs) {
      if (atMs === null) await db.deleteFrom("settlements").where("remarkId", "=", remarkId).execute();
      else {
        const row = { remarkId, settledAtMs: Math.round(atMs) };
        const add = db.insertInto("settlements").values(row);
        await add.onConflict((conflict) => conflict.column("remarkId").doNothing()).execute();
      }
    },

    async settled(remarkIds) {
      const found = new Map<string, number>();
      for (const batch of inBatches(remarkIds)) {
        const rows = await db.selectFrom("settlements").selectAll().where("remarkId", "in", batch).execute();
        for (const row of rows) found.set(row.remarkId, row.settledAtMs);
      }
      return found;
    },
  };
}
