import { expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import type { Records } from "../records.ts";
import { addPerson, sampleAccessToken, sampleInvitation, samplePerson, sampleSession } from "./sample-people.ts";
import { startMs } from "./sample-records.ts";

export function describePeople(one: () => Records, other: () => Records): void {
  test("of ten who would be the first, one is", async () => {
    expect(await one().people.hasAny()).toBe(false);
    const firsts = Array.from({ length: 10 }, () => samplePerson({ role: "owner" }));
    const added = await Promise.all(firsts.map((first, index) => (index % 2 ? one() : other()).people.addFirst(first)));
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await other().people.list()).toEqual([firsts[added.indexOf(true)]]);
  });

  test("an address is one person's, however many add it at once", async () => {
    const twins = Array.from({ length: 6 }, () => samplePerson({ email: "twin@example.com" }));
    const added = await Promise.all(twins.map((twin, index) => (index % 2 ? one() : other()).people.add(twin)));
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await one().people.byEmail("twin@example.com")).toEqual(twins[added.indexOf(true)]);
  });

  test("an identity elsewhere stays with whom it was linked first, and a person has one of each issuer", async () => {
    const [ann, bob] = [await addPerson(one()), await addPerson(one())];
    const issuer = "https://id.example.com";
    const link = (subject: string, personId: string, from = issuer) =>
      other().identities.link({ issuer: from, subject, personId, createdAtMs: startMs });
    expect([await link("17", ann.id), await link("17", ann.id)]).toEqual([true, true]);
    expect([await link("17", bob.id), await link("18", ann.id)]).toEqual([false, false]);
    expect([await link("18", bob.id), await link("17", bob.id, "https://other.example.com")]).toEqual([true, true]);
    expect((await one().identities.person(issuer, "17"))?.id).toBe(ann.id);
    expect((await one().identities.person(issuer, "18"))?.id).toBe(bob.id);
    expect(await one().identities.person(issuer, "19")).toBeNull();
  });

  test("an invitation lets one in, however many come by it at once", async () => {
    const open = sampleInvitation();
    await one().invitations.create(open);
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, (_, index) => (index % 2 ? one() : other()).people.join(samplePerson(), open.tokenHash, startMs)),
    );
    expect(outcomes.toSorted()).toEqual(["closed", "closed", "closed", "closed", "closed", "joined"]);
    expect(await one().invitations.openByToken(open.tokenHash, startMs)).toBeNull();
  });

  test("an address that somebody has joins no second time, and the invitation stays open", async () => {
    const there = await addPerson(one());
    const open = sampleInvitation();
    await one().invitations.create(open);
    expect(await other().people.join(samplePerson({ email: there.email }), open.tokenHash, startMs)).toBe("email_taken");
    expect(await one().invitations.openByToken(open.tokenHash, startMs)).toEqual(open);
    expect(await one().people.byEmail(there.email)).toEqual(there);
  });

  test("an invitation that is over or closed lets nobody in, and is in no list", async () => {
    const [late, closed, open] = [
      sampleInvitation({ expiresAtMs: startMs }),
      sampleInvitation(),
      sampleInvitation({ createdAtMs: startMs + 5000 }),
    ];
    for (const each of [late, closed, open]) await one().invitations.create(each);
    expect(await one().invitations.close(closed.id, startMs + 0.4)).toBe(true);
    expect(await other().invitations.close(closed.id, startMs + 9)).toBe(false);
    for (const each of [late, closed]) expect(await other().people.join(samplePerson(), each.tokenHash, startMs)).toBe("closed");
    const listed = await other().invitations.listOpen(startMs);
    expect(listed[0]).toEqual(open);
    expect(listed.map(({ id }) => id)).not.toContain(closed.id);
    expect(listed.map(({ id }) => id)).not.toContain(late.id);
  });

  test("a person changes; nobody who is not there does", async () => {
    const { id } = await addPerson(one());
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
    const second = await addPerson(one(), { role: "owner" });
    const outcomes = await Promise.all([
      one().people.change(first.id, { role: "viewer" }),
      other().people.change(second.id, { disabledAtMs: startMs }),
    ]);
    expect(outcomes.toSorted()).toEqual(["changed", "last_owner"]);
  });

  test("a session is found by its secret until it is over, ended, or its person disabled", async () => {
    const { id } = await addPerson(one());
    const [open, ended, late] = [sampleSession(id), sampleSession(id), sampleSession(id, { expiresAtMs: startMs })];
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
    const { id } = await addPerson(one());
    const stranger = sampleSession((await addPerson(one())).id);
    const own = [sampleSession(id), sampleSession(id), sampleSession(id)];
    for (const each of [stranger, ...own]) await one().sessions.create(each);
    await one().sessions.endAll(id, own[1]?.id ?? "");
    expect(await other().sessions.ofPerson(id, startMs)).toEqual([own[1]]);
    await one().sessions.endAll(id, null);
    await one().sessions.removeExpired(startMs);
    expect(await other().sessions.ofPerson(id, startMs)).toEqual([]);
    expect(await other().sessions.byToken(stranger.tokenHash, startMs)).not.toBeNull();
  });

  test("a token is found by its secret until it is over, revoked by its person, or that person disabled", async () => {
    const { id } = await addPerson(one());
    const [open, lasting, late] = [
      sampleAccessToken(id),
      sampleAccessToken(id, { expiresAtMs: null }),
      sampleAccessToken(id, { expiresAtMs: startMs }),
    ];
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

  test("what was done is told newest first, page by page", async () => {
    const { id } = await addPerson(one());
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
