import { expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import type { AccessTokenRecord, InvitationRecord, PersonRecord, Records, SessionRecord } from "../records.ts";
import { startMs } from "./sample-records.ts";

let count = 0;
const hash = () => (++count).toString(16).padStart(64, "0");

function person(fields: Partial<PersonRecord> = {}): PersonRecord {
  count += 1;
  return {
    ...{ id: newId("psn", startMs + count), email: `ada${count}@example.com`, name: "Ada", role: "editor", passwordHash: "$argon2id$x" },
    ...{ createdAtMs: startMs + count, disabledAtMs: null },
    ...fields,
  };
}

function invitation(fields: Partial<InvitationRecord> = {}): InvitationRecord {
  return {
    ...{ id: newId("inv"), tokenHash: hash(), role: "editor", email: null },
    ...{ createdAtMs: startMs + count, expiresAtMs: startMs + 1000, closedAtMs: null },
    ...fields,
  };
}

async function join(records: Records, fields: Partial<PersonRecord> = {}): Promise<PersonRecord> {
  const [open, one] = [invitation(), person(fields)];
  await records.invitations.create(open);
  expect(await records.people.join(one, open.tokenHash, startMs)).toBe("joined");
  return one;
}

function session(personId: string, fields: Partial<SessionRecord> = {}): SessionRecord {
  const times = { createdAtMs: startMs, seenAtMs: startMs, expiresAtMs: startMs + 1000 };
  return { id: newId("ses"), tokenHash: hash(), personId, client: "Firefox \ud83e\udd8a", ...times, ...fields };
}

function accessToken(personId: string, fields: Partial<AccessTokenRecord> = {}): AccessTokenRecord {
  const times = { createdAtMs: startMs, usedAtMs: null, expiresAtMs: startMs + 1000, revokedAtMs: null };
  return { id: newId("tok"), tokenHash: hash(), personId, name: "script", scope: "run", ...times, ...fields };
}

export function describePeople(one: () => Records, other: () => Records): void {
  test("of ten who would be the first, one is", async () => {
    expect(await one().people.hasAny()).toBe(false);
    const firsts = Array.from({ length: 10 }, () => person({ role: "owner" }));
    const added = await Promise.all(firsts.map((first, index) => (index % 2 ? one() : other()).people.addFirst(first)));
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await other().people.list()).toEqual([firsts[added.indexOf(true)]]);
  });

  test("an invitation lets one in, however many come by it at once", async () => {
    const open = invitation();
    await one().invitations.create(open);
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, (_, index) => (index % 2 ? one() : other()).people.join(person(), open.tokenHash, startMs)),
    );
    expect(outcomes.toSorted()).toEqual(["closed", "closed", "closed", "closed", "closed", "joined"]);
    expect(await one().invitations.openByToken(open.tokenHash, startMs)).toBeNull();
  });

  test("an address that somebody has joins no second time, and the invitation stays open", async () => {
    const there = await join(one());
    const open = invitation();
    await one().invitations.create(open);
    expect(await other().people.join(person({ email: there.email }), open.tokenHash, startMs)).toBe("email_taken");
    expect(await one().invitations.openByToken(open.tokenHash, startMs)).toEqual(open);
    expect(await one().people.byEmail(there.email)).toEqual(there);
  });

  test("an invitation that is over or closed lets nobody in, and is in no list", async () => {
    const [late, closed, open] = [invitation({ expiresAtMs: startMs }), invitation(), invitation({ createdAtMs: startMs + 5000 })];
    for (const each of [late, closed, open]) await one().invitations.create(each);
    expect(await one().invitations.close(closed.id, startMs + 0.4)).toBe(true);
    expect(await other().invitations.close(closed.id, startMs + 9)).toBe(false);
    for (const each of [late, closed]) expect(await other().people.join(person(), each.tokenHash, startMs)).toBe("closed");
    const listed = await other().invitations.listOpen(startMs);
    expect(listed[0]).toEqual(open);
    expect(listed.map(({ id }) => id)).not.toContain(closed.id);
    expect(listed.map(({ id }) => id)).not.toContain(late.id);
  });

  test("a person changes; nobody who is not there does", async () => {
    const { id } = await join(one());
    expect(await one().people.change(id, { name: "Grace", role: "viewer", disabledAtMs: startMs + 0.6 })).toBe("changed");
    expect(await other().people.get(id)).toMatchObject({ name: "Grace", role: "viewer", disabledAtMs: startMs + 1 });
    expect(await other().people.change(id, {})).toBe("changed");
    expect(await other().people.change("psn_none", { name: "x" })).toBe("missing");
  });

  test("an owner is left, even where two give it up at once", async () => {
    const first = (await one().people.list()).find(({ role }) => role === "owner");
    if (!first) throw new Error("Expected the first to be an owner");
    expect(await one().people.change(first.id, { role: "editor" })).toBe("last_owner");
    expect(await one().people.change(first.id, { disabledAtMs: startMs })).toBe("last_owner");
    const second = await join(one(), { role: "owner" });
    const outcomes = await Promise.all([
      one().people.change(first.id, { role: "viewer" }),
      other().people.change(second.id, { disabledAtMs: startMs }),
    ]);
    expect(outcomes.toSorted()).toEqual(["changed", "last_owner"]);
  });

  test("a session is found by its secret until it is over, ended, or its person disabled", async () => {
    const { id } = await join(one());
    const [open, ended, late] = [session(id), session(id), session(id, { expiresAtMs: startMs })];
    for (const each of [open, ended, late]) await one().sessions.create(each);
    expect(await other().sessions.byToken(open.tokenHash, startMs)).toMatchObject({ session: open, person: { id } });
    expect(await other().sessions.byToken(late.tokenHash, startMs)).toBeNull();
    expect(await other().sessions.end(ended.id, "psn_other")).toBe(false);
    expect(await other().sessions.end(ended.id, id)).toBe(true);
    expect(await one().sessions.byToken(ended.tokenHash, startMs)).toBeNull();
    await one().sessions.touch(open.id, startMs + 7.4, startMs + 2000);
    expect(await one().sessions.ofPerson(id, startMs)).toEqual([{ ...open, seenAtMs: startMs + 7, expiresAtMs: startMs + 2000 }]);
    await one().people.change(id, { disabledAtMs: startMs });
    expect(await other().sessions.byToken(open.tokenHash, startMs)).toBeNull();
  });

  test("sessions end together, but for the one that is kept", async () => {
    const { id } = await join(one());
    const stranger = session((await join(one())).id);
    const own = [session(id), session(id), session(id)];
    for (const each of [stranger, ...own]) await one().sessions.create(each);
    await one().sessions.endAll(id, own[1]?.id ?? "");
    expect(await other().sessions.ofPerson(id, startMs)).toEqual([own[1]]);
    await one().sessions.endAll(id, null);
    await one().sessions.removeExpired(startMs);
    expect(await other().sessions.ofPerson(id, startMs)).toEqual([]);
    expect(await other().sessions.byToken(stranger.tokenHash, startMs)).not.toBeNull();
  });

  test("a token is found by its secret until it is over, revoked by its person, or that person disabled", async () => {
    const { id } = await join(one());
    const [open, lasting, late] = [accessToken(id), accessToken(id, { expiresAtMs: null }), accessToken(id, { expiresAtMs: startMs })];
    for (const each of [open, lasting, late]) await one().accessTokens.create(each);
    expect(await other().accessTokens.byToken(open.tokenHash, startMs)).toMatchObject({ token: open, person: { id } });
    expect(await other().accessTokens.byToken(lasting.tokenHash, startMs + 1e9)).not.toBeNull();
    expect(await other().accessTokens.byToken(late.tokenHash, startMs)).toBeNull();
    await one().accessTokens.touch(open.id, startMs + 3.2);
    expect(await other().accessTokens.revoke(open.id, "psn_other", startMs)).toBe(false);
    expect((await other().accessTokens.ofPerson(id)).map(({ usedAtMs }) => usedAtMs)).toContain(startMs + 3);
    expect(await other().accessTokens.revoke(open.id, id, startMs)).toBe(true);
    expect(await one().accessTokens.byToken(open.tokenHash, startMs)).toBeNull();
    expect((await one().accessTokens.ofPerson(id)).map((each) => each.id)).not.toContain(open.id);
    await one().people.change(id, { disabledAtMs: startMs });
    expect(await other().accessTokens.byToken(lasting.tokenHash, startMs)).toBeNull();
  });

  test("no more attempts are let through than there may be, however many come at once, and time forgets them", async () => {
    const keys = [
      { key: "who ada", most: 4 },
      { key: "from 10.0.0.1", most: 100 },
    ];
    const attempt = (index: number, nowMs: number) => (index % 2 ? one() : other()).attempts.reserve(keys, nowMs, nowMs - 100);
    for (let index = 0; index < 4; index += 1) expect(await attempt(index, startMs + index)).toBe(true);
    const more = await Promise.all(Array.from({ length: 12 }, (_, index) => attempt(index, startMs + 50)));
    expect(more.filter(Boolean)).toHaveLength(0);
    expect(await one().attempts.reserve([{ key: "who grace", most: 1 }], startMs + 50, startMs - 50)).toBe(true);
    expect(await attempt(0, startMs + 104)).toBe(true);
    await one().attempts.forget(["who ada"]);
    for (let index = 0; index < 4; index += 1) expect(await attempt(index, startMs + 105)).toBe(true);
    expect(await attempt(0, startMs + 105)).toBe(false);
  });

  test("a crowd that comes at once gets in no more than there may be", async () => {
    const reserve = (index: number) => (index % 2 ? one() : other()).attempts.reserve([{ key: "crowd", most: 5 }], startMs, startMs - 1);
    const through = await Promise.all(Array.from({ length: 40 }, (_, index) => reserve(index)));
    expect(through.filter(Boolean).length).toBeLessThanOrEqual(5);
  });

  test("what was done is told newest first, page by page", async () => {
    const { id } = await join(one());
    const entries = [1, 2, 3].map((step) => ({
      ...{ id: newId("aud", startMs + step), atMs: startMs + step, action: "sign-in" as const },
      ...{ personId: step === 2 ? null : id, subject: `step ${step}` },
    }));
    for (const entry of entries) await one().audit.add(entry);
    const [first, second, third] = entries;
    expect(await other().audit.list({ limit: 2 })).toEqual([third, second]);
    expect(await other().audit.list({ limit: 2, after: second?.id ?? "" })).toEqual([first]);
  });
}
