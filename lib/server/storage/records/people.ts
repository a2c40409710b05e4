import type { PeopleRecords, PersonPatch, PersonRecord } from "../people-records.ts";
import type { Store } from "./tables.ts";

export function createPersonRecords({ db }: Store): PeopleRecords["people"] {
  return {
    addFirst(person) {
      return db.transaction().execute(async (trx) => {
        const founding = trx
          .insertInto("founding")
          .values({ one: 1 })
          .onConflict((conflict) => conflict.doNothing());
        const { numInsertedOrUpdatedRows } = await founding.executeTakeFirstOrThrow();
        if (Number(numInsertedOrUpdatedRows) === 0) return false;
        await trx.insertInto("people").values(person).execute();
        return true;
      });
    },

    async hasAny() {
      return (await db.selectFrom("people").select("id").limit(1).executeTakeFirst()) !== undefined;
    },

    join(person, invitationHash, nowMs) {
      return db.transaction().execute(async (trx) => {
        const closing = trx.updateTable("invitations").set({ closedAtMs: Math.round(nowMs) });
        const open = closing.where("tokenHash", "=", invitationHash).where("closedAtMs", "is", null).where("expiresAtMs", ">", nowMs);
        // Whoever comes second by the same invitation waits here, and finds it closed.
        if (Number((await open.executeTakeFirstOrThrow()).numUpdatedRows) === 0) return "closed";
        const adding = trx
          .insertInto("people")
          .values(person)
          .onConflict((conflict) => conflict.column("email").doNothing());
        if (Number((await adding.executeTakeFirstOrThrow()).numInsertedOrUpdatedRows) === 1) return "joined";
        const reopening = trx.updateTable("invitations").set({ closedAtMs: null }).where("tokenHash", "=", invitationHash);
        await reopening.execute();
        return "email_taken";
      });
    },

    async add(person) {
      const adding = db.insertInto("people").values(person);
      const added = await adding.onConflict((conflict) => conflict.column("email").doNothing()).executeTakeFirstOrThrow();
      return Number(added.numInsertedOrUpdatedRows) === 1;
    },

    async get(id) {
      return (await db.selectFrom("people").selectAll().where("id", "=", id).executeTakeFirst()) ?? null;
    },

    async byEmail(email) {
      return (await db.selectFrom("people").selectAll().where("email", "=", email).executeTakeFirst()) ?? null;
    },

    list() {
      return db.selectFrom("people").selectAll().orderBy("createdAtMs").orderBy("id").execute();
    },

    change(id, patch) {
      return db.transaction().execute(async (trx) => {
        // Owners are changed one at a time, so that two who leave at once do not leave the house to nobody.
        await trx.updateTable("people").set({ role: "owner" }).where("role", "=", "owner").execute();
        const person = await trx.selectFrom("people").selectAll().where("id", "=", id).executeTakeFirst();
        if (!person) return "missing";
        if (Object.keys(patch).length === 0) return "changed";
        if (isActiveOwner(person) && !isActiveOwner({ ...person, ...patch })) {
          const others = trx.selectFrom("people").select("id").where("id", "!=", id).where("role", "=", "owner");
          if (!(await others.where("disabledAtMs", "is", null).limit(1).executeTakeFirst())) return "last_owner";
        }
        await trx.updateTable("people").set(whole(patch)).where("id", "=", id).execute();
        return "changed";
      });
    },
  };
}

function isActiveOwner({ role, disabledAtMs }: Pick<PersonRecord, "role" | "disabledAtMs">): boolean {
  return role === "owner" && disabledAtMs === null;
}

function whole(patch: PersonPatch): PersonPatch {
  return typeof patch.disabledAtMs === "number" ? { ...patch, disabledAtMs: Math.round(patch.disabledAtMs) } : patch;
}
