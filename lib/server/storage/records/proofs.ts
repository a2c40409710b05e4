/** What shows who somebody is beside a password: codes of a second factor, and the way back for who forgot the password. */
import type { PeopleRecords } from "../people-records.ts";
import type { Store } from "./tables.ts";

export function createFactorRecords({ db }: Store): PeopleRecords["factors"] {
  return {
    async spendStep(personId, step) {
      const using = db.updateTable("people").set({ factorStep: step }).where("id", "=", personId);
      const { numUpdatedRows } = await using
        .where((where) => where.or([where("factorStep", "is", null), where("factorStep", "<", step)]))
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows) === 1;
    },

    async confirm(personId, { sinceMs, step, codeHashes }) {
      await db.transaction().execute(async (trx) => {
        await trx
          .updateTable("people")
          .set({ factorSinceMs: Math.round(sinceMs), factorStep: step })
          .where("id", "=", personId)
          .execute();
        await trx.deleteFrom("factorCodes").where("personId", "=", personId).execute();
        await trx
          .insertInto("factorCodes")
          .values(codeHashes.map((codeHash) => ({ codeHash, personId })))
          .execute();
      });
    },

    async spendCode(personId, codeHash) {
      const using = db.deleteFrom("factorCodes").where("personId", "=", personId).where("codeHash", "=", codeHash);
      return Number((await using.executeTakeFirstOrThrow()).numDeletedRows) === 1;
    },

    async codesLeft(personId) {
      const count = db.selectFrom("factorCodes").select(({ fn }) => fn.countAll().as("count"));
      return Number((await count.where("personId", "=", personId).executeTakeFirstOrThrow()).count);
    },

    async remove(personId) {
      return db.transaction().execute(async (trx) => {
        const removing = trx.updateTable("people").set({ factorSecret: null, factorSinceMs: null, factorStep: null });
        const { numUpdatedRows } = await removing
          .where("id", "=", personId)
          .where("factorSecret", "is not", null)
          .executeTakeFirstOrThrow();
        await trx.deleteFrom("factorCodes").where("personId", "=", personId).execute();
        return Number(numUpdatedRows) === 1;
      });
    },
  };
}

export function createWayBackRecords({ db }: Store): PeopleRecords["waysBack"] {
  return {
    async open(way) {
      const row = { ...way, expiresAtMs: Math.round(way.expiresAtMs) };
      const { personId: _whose, ...rest } = row;
      const opening = db.insertInto("waysBack").values(row);
      await opening.onConflict((conflict) => conflict.column("personId").doUpdateSet(rest)).execute();
    },

    async person(tokenHash, nowMs) {
      const joined = db.selectFrom("people").innerJoin("waysBack", "waysBack.personId", "people.id").selectAll("people");
      const found = joined.where("waysBack.tokenHash", "=", tokenHash).where("waysBack.expiresAtMs", ">", nowMs);
      return (await found.where("people.disabledAtMs", "is", null).executeTakeFirst()) ?? null;
    },

    async use(tokenHash, personId, passwordHash) {
      return db.transaction().execute(async (trx) => {
        // Whoever comes second by the same way finds it closed.
        const closing = trx.deleteFrom("waysBack").where("tokenHash", "=", tokenHash).where("personId", "=", personId);
        if (Number((await closing.executeTakeFirstOrThrow()).numDeletedRows) === 0) return false;
        await trx.updateTable("people").set({ passwordHash }).where("id", "=", personId).execute();
        await trx.deleteFrom("sessions").where("personId", "=", personId).execute();
        return true;
      });
    },
  };
}
