import type { Records, RemarkRecord } from "../records.ts";
import { inBatches } from "./keyset.ts";
import type { Store } from "./tables.ts";

export function createShareRecords({ db }: Store): Records["shares"] {
  return {
    async create(share) {
      await db.insertInto("shares").values(share).execute();
    },

    async get(id) {
      return (await db.selectFrom("shares").selectAll().where("id", "=", id).executeTakeFirst()) ?? null;
    },

    async byToken(tokenHash) {
      return (await db.selectFrom("shares").selectAll().where("tokenHash", "=", tokenHash).executeTakeFirst()) ?? null;
    },

    ofProject(projectId) {
      return db
        .selectFrom("shares")
        .selectAll()
        .where("projectId", "=", projectId)
        .orderBy("createdAtMs", "desc")
        .orderBy("id", "desc")
        .execute();
    },

    async revoke(id, nowMs) {
      const update = db.updateTable("shares").set({ revokedAtMs: Math.round(nowMs) });
      await update.where("id", "=", id).where("revokedAtMs", "is", null).execute();
    },

    addRemark(remark, most) {
      return db.transaction().execute(async (trx) => {
        // Nobody else writes to this link until the transaction ends, so that the count holds.
        await trx.updateTable("shares").set({ id: remark.shareId }).where("id", "=", remark.shareId).execute();
        const { count } = await trx
          .selectFrom("remarks")
          .where("shareId", "=", remark.shareId)
          .select((eb) => eb.fn.countAll<number | string | bigint>().as("count"))
          .executeTakeFirstOrThrow();
        if (Number(count) >= most) return false;
        await trx.insertInto("remarks").values(remark).execute();
        return true;
      });
    },

    async remark(id) {
      return (await db.selectFrom("remarks").selectAll().where("id", "=", id).executeTakeFirst()) ?? null;
    },

    async remarks(shareIds) {
      const found: RemarkRecord[] = [];
      for (const batch of inBatches(shareIds)) {
        const rows = db.selectFrom("remarks").selectAll().where("shareId", "in", batch).orderBy("createdAtMs").orderBy("id");
        found.push(...(await rows.execute()));
      }
      return found;
    },
  };
}
