/** What lets somebody in: sessions, invitations, tokens; each is found by the hash of its secret. */
import type { PeopleRecords } from "../people-records.ts";
import type { Store } from "./tables.ts";

export function createSessionRecords({ db }: Store): PeopleRecords["sessions"] {
  return {
    async create(session) {
      await db.insertInto("sessions").values(session).execute();
    },

    async byToken(tokenHash, nowMs) {
      const session = await db
        .selectFrom("sessions")
        .selectAll()
        .where("tokenHash", "=", tokenHash)
        .where("expiresAtMs", ">", nowMs)
        .executeTakeFirst();
      if (!session) return null;
      const person = await activePerson(db, session.personId);
      return person && { session, person };
    },

    async touch(id, seenAtMs, expiresAtMs) {
      const times = { seenAtMs: Math.round(seenAtMs), expiresAtMs: Math.round(expiresAtMs) };
      await db.updateTable("sessions").set(times).where("id", "=", id).execute();
    },

    async prove(id, provedAtMs) {
      const times = { provedAtMs: Math.round(provedAtMs) };
      await db.updateTable("sessions").set(times).where("id", "=", id).execute();
    },

    async end(id, personId) {
      const ending = db.deleteFrom("sessions").where("id", "=", id).where("personId", "=", personId);
      return Number((await ending.executeTakeFirstOrThrow()).numDeletedRows) === 1;
    },

    async endAll(personId, exceptId) {
      const ending = db.deleteFrom("sessions").where("personId", "=", personId);
      await (exceptId === null ? ending : ending.where("id", "!=", exceptId)).execute();
    },

    ofPerson(personId, nowMs) {
      const own = db.selectFrom("sessions").selectAll().where("personId", "=", personId).where("expiresAtMs", ">", nowMs);
      return own.orderBy("seenAtMs", "desc").orderBy("id", "desc").execute();
    },

    async keepNewest(personId, most) {
      const own = db.selectFrom("sessions").select("id").where("personId", "=", personId);
      const newest = own.orderBy("seenAtMs", "desc").orderBy("id", "desc").limit(most);
      await db.deleteFrom("sessions").where("personId", "=", personId).where("id", "not in", newest).execute();
    },

    async removeExpired(nowMs) {
      await db.deleteFrom("sessions").where("expiresAtMs", "<=", nowMs).execute();
    },
  };
}

export function createInvitationRecords({ db }: Store): PeopleRecords["invitations"] {
  const open = (nowMs: number) => db.selectFrom("invitations").selectAll().where("closedAtMs", "is", null).where("expiresAtMs", ">", nowMs);
  return {
    async create(invitation) {
      await db.insertInto("invitations").values(invitation).execute();
    },

    async openByToken(tokenHash, nowMs) {
      return (await open(nowMs).where("tokenHash", "=", tokenHash).executeTakeFirst()) ?? null;
    },

    listOpen(nowMs) {
      return open(nowMs).orderBy("createdAtMs", "desc").orderBy("id", "desc").execute();
    },

    async close(id, nowMs) {
      const closing = db.updateTable("invitations").set({ closedAtMs: Math.round(nowMs) });
      const { numUpdatedRows } = await closing.where("id", "=", id).where("closedAtMs", "is", null).executeTakeFirstOrThrow();
      return Number(numUpdatedRows) === 1;
    },
  };
}

export function createAccessTokenRecords({ db }: Store): PeopleRecords["accessTokens"] {
  return {
    async create(token) {
      await db.insertInto("accessTokens").values(token).execute();
    },

    async byToken(tokenHash, nowMs) {
      const found = db.selectFrom("accessTokens").selectAll().where("tokenHash", "=", tokenHash).where("revokedAtMs", "is", null);
      const token = await found
        .where((where) => where.or([where("expiresAtMs", "is", null), where("expiresAtMs", ">", nowMs)]))
        .executeTakeFirst();
      if (!token) return null;
      const person = await activePerson(db, token.personId);
      return person && { token, person };
    },

    async touch(id, usedAtMs) {
      await db
        .updateTable("accessTokens")
        .set({ usedAtMs: Math.round(usedAtMs) })
        .where("id", "=", id)
        .execute();
    },

    ofPerson(personId) {
      const own = db.selectFrom("accessTokens").selectAll().where("personId", "=", personId).where("revokedAtMs", "is", null);
      return own.orderBy("createdAtMs", "desc").orderBy("id", "desc").execute();
    },

    async revoke(id, personId, nowMs) {
      const revoking = db
        .updateTable("accessTokens")
        .set({ revokedAtMs: Math.round(nowMs) })
        .where("id", "=", id);
      const { numUpdatedRows } = await revoking.where("personId", "=", personId).where("revokedAtMs", "is", null).executeTakeFirstOrThrow();
      return Number(numUpdatedRows) === 1;
    },
  };
}

async function activePerson(db: Store["db"], id: string) {
  const person = db.selectFrom("people").selectAll().where("id", "=", id).where("disabledAtMs", "is", null);
  return (await person.executeTakeFirst()) ?? null;
}
