import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openRates } from "#lib/server/storage/open-rates.ts";
import { openRecords } from "#lib/server/storage/open-records.ts";
import type { Records } from "#lib/server/storage/records.ts";
import { createManualClock, type ManualClock } from "#lib/testing/manual-clock.ts";
import { samplePeopleSettings } from "#lib/testing/sample-people-settings.ts";
import { createPeople } from "./create-people.ts";
import type { Caller, Entered, People } from "./people.ts";

const code = "a-code-for-the-first-one";
const password = "correct horse battery";
const here = { address: "10.0.0.1", client: "Firefox" };
const ada = { name: "Ada", email: "Ada@Example.com", password };
const minuteMs = 60_000;

let folder: string;
let records: Records;
let clock: ManualClock;
let people: People;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "people-"));
  records = await openRecords({ databaseUrl: null, dataFolder: folder });
  clock = createManualClock();
  people = createPeople({ records, clock, rates: openRates(null), mostGuesses: 10 }, { ...samplePeopleSettings, setUpCode: code });
});
afterEach(async () => {
  vi.useRealTimers();
  await records.close();
  await rm(folder, { recursive: true });
});

/** Guesses are counted by the time of day. */
function letPass(ms: number): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });
  clock.advance(ms);
}

async function callerOf({ secret }: Entered): Promise<Caller> {
  const caller = await people.bySession(secret);
  if (!caller) throw new Error("Expected a session that is open");
  return caller;
}

async function owner(): Promise<Caller> {
  return callerOf(await people.setUp({ ...ada, code }, here));
}

async function joined(by: Caller, role: "viewer" | "editor" | "owner", email: string): Promise<Caller> {
  const { token } = await people.invite(by, { role, email: null });
  return callerOf(await people.join(token, { name: role, email, password }, here));
}

describe("the first person", () => {
  it("shows the code, owns the installation, and is the only first one", async () => {
    expect(await people.state(null)).toEqual({ asksWho: true, needsSetUp: true, person: null });
    await expect(people.setUp({ ...ada, code: "another-code-altogether" }, here)).rejects.toMatchObject({ faults: [{ field: "code" }] });
    const caller = await owner();
    expect(caller).toMatchObject({ role: "owner", person: { email: "ada@example.com", name: "Ada" } });
    await expect(people.setUp({ ...ada, email: "eve@example.com", code }, here)).rejects.toMatchObject({ code: "not_found" });
    expect(await people.state(null)).toEqual({ asksWho: true, needsSetUp: false, person: null });
  });

  it("cannot be guessed at for long", async () => {
    for (let guess = 0; guess < 10; guess += 1)
      await expect(people.setUp({ ...ada, code: `guess-${guess}` }, here)).rejects.toMatchObject({ code: "invalid_input" });
    await expect(people.setUp({ ...ada, code }, here)).rejects.toMatchObject({ code: "too_many_attempts" });
    letPass(15 * minuteMs + 1);
    await expect(owner()).resolves.toBeDefined();
  });
});

describe("signing in", () => {
  it("takes the address in any capitals and the password to the letter, and tells nobody which of them was wrong", async () => {
    await owner();
    expect((await people.signIn({ email: " ADA@example.COM ", password }, here)).person.name).toBe("Ada");
    const wrong = [
      { email: ada.email, password: "Correct horse battery" },
      { email: ada.email, password: "" },
      { email: "nobody@example.com", password },
    ];
    const refusals = await Promise.all(
      wrong.map((each) => people.signIn(each, here).catch(({ code: told, message }) => `${told} ${message}`)),
    );
    expect(new Set(refusals).size).toBe(1);
    expect(refusals[0]).toMatch(/^sign_in_refused/);
  });

  it("is refused after ten failures in a quarter of an hour, even with the right password, and for that person only", async () => {
    const first = await owner();
    await joined(first, "editor", "grace@example.com");
    const guesses = Array.from({ length: 14 }, (_, index) => people.signIn({ email: ada.email, password: `guess ${index}` }, here));
    const told = await Promise.all(guesses.map((guess) => guess.catch(({ code: refused }) => refused)));
    expect(told.filter((each) => each === "sign_in_refused").length).toBeLessThanOrEqual(10);
    for (let more = 0; more < 10; more += 1) await people.signIn({ email: ada.email, password: "guess" }, here).catch(() => null);
    await expect(people.signIn({ email: ada.email, password }, here)).rejects.toMatchObject({ code: "too_many_attempts" });
    await expect(people.signIn({ email: "grace@example.com", password }, here)).resolves.toBeDefined();
    letPass(15 * minuteMs + 1);
    await expect(people.signIn({ email: ada.email, password }, here)).resolves.toBeDefined();
  });

  it("keeps no secret: neither password nor session stands in the database", async () => {
    const { secret } = await people.setUp({ ...ada, code }, here);
    const stored = JSON.stringify([
      await records.people.list(),
      await records.sessions.ofPerson((await records.people.list())[0]?.id ?? "", 0),
    ]);
    expect(stored).not.toContain(password);
    expect(stored).not.toContain(secret);
    expect(stored).toContain("$argon2id$v=19$m=19456,t=2,p=1$");
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
  });
});

describe("a session", () => {
  it("ends with the sign-out, and after thirty days in which nobody used it", async () => {
    const entered = await people.setUp({ ...ada, code }, here);
    const other = await people.signIn({ email: ada.email, password }, here);
    await people.signOut(await callerOf(entered));
    expect(await people.bySession(entered.secret)).toBeNull();
    clock.advance(29 * 24 * 60 * minuteMs);
    expect(await people.bySession(other.secret)).not.toBeNull();
    clock.advance(29 * 24 * 60 * minuteMs);
    expect(await people.bySession(other.secret)).not.toBeNull();
    clock.advance(30 * 24 * 60 * minuteMs);
    expect(await people.bySession(other.secret)).toBeNull();
  });

  it("is opened by nothing but its whole secret", async () => {
    const { secret } = await people.setUp({ ...ada, code }, here);
    for (const wrong of [null, "", secret.slice(1), `${secret}A`, secret.toUpperCase()]) expect(await people.bySession(wrong)).toBeNull();
  });

  it("ends elsewhere when the password is changed, and at once when its person is disabled", async () => {
    const first = await owner();
    const elsewhere = await people.signIn({ email: ada.email, password }, here);
    await expect(people.changePassword(first, { current: "wrong", next: "another password" })).rejects.toMatchObject({
      faults: [{ field: "current" }],
    });
    await people.changePassword(first, { current: password, next: "another password" });
    expect(await people.bySession(elsewhere.secret)).toBeNull();
    expect((await people.sessions(first)).map(({ isThis }) => isThis)).toEqual([true]);
    await expect(people.signIn({ email: ada.email, password }, here)).rejects.toMatchObject({ code: "sign_in_refused" });
    const grace = await people.join(
      (await people.invite(first, { role: "editor", email: null })).token,
      { ...ada, email: "g@x.org" },
      here,
    );
    await people.change(first, grace.person.id, { isDisabled: true });
    expect(await people.bySession(grace.secret)).toBeNull();
    await expect(people.signIn({ email: "g@x.org", password }, here)).rejects.toMatchObject({ code: "sign_in_refused" });
  });

  it("is a new one at each sign-in, and ends where the same browser comes in again, as whoever", async () => {
    const before = await people.setUp({ ...ada, code }, here);
    const elsewhere = await people.signIn({ email: ada.email, password }, here);
    const after = await people.signIn({ email: ada.email, password }, { ...here, before: before.secret });
    expect(await people.bySession(before.secret)).toBeNull();
    expect([await people.bySession(elsewhere.secret), await people.bySession(after.secret)]).not.toContain(null);
    await people.signIn({ email: ada.email, password }, { ...here, before: "nobody's" });
    expect(await people.bySession(after.secret)).not.toBeNull();
  });

  it("is ended by its own person only", async () => {
    const first = await owner();
    const second = await joined(first, "editor", "g@example.com");
    await expect(people.endSession(second, first.sessionId ?? "")).rejects.toMatchObject({ code: "not_found" });
    await people.endSession(first, first.sessionId ?? "");
  });
});

describe("an invitation", () => {
  it("is for the address it names, once, for seven days, until it is revoked", async () => {
    const first = await owner();
    const { token } = await people.invite(first, { role: "viewer", email: "Bob@example.com" });
    expect(await people.invited(token)).toEqual({ role: "viewer", email: "bob@example.com" });
    const bob = { name: "Bob", email: "bob@example.com", password };
    await expect(people.join(token, { ...bob, email: "eve@example.com" }, here)).rejects.toMatchObject({ faults: [{ field: "email" }] });
    await people.join(token, bob, here);
    await expect(people.join(token, { ...bob, email: "bob@example.com" }, here)).rejects.toMatchObject({ code: "not_found" });
    await expect(people.invite(first, { role: "viewer", email: "bob@example.com" })).rejects.toMatchObject({
      faults: [{ field: "email" }],
    });
    const [revoked, late] = [
      await people.invite(first, { role: "viewer", email: null }),
      await people.invite(first, { role: "owner", email: null }),
    ];
    await people.revokeInvitation(first, revoked.invitation.id);
    await expect(people.invited(revoked.token)).rejects.toMatchObject({ code: "not_found" });
    clock.advance(7 * 24 * 60 * minuteMs);
    await expect(people.invited(late.token)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a token", () => {
  it("carries no more than it was made for, nor more than its person may", async () => {
    const first = await owner();
    const viewer = await joined(first, "viewer", "v@example.com");
    const make = (caller: Caller, scope: "read" | "run") => people.makeToken(caller, { name: "script", scope, days: null });
    const [reads, runs, viewers] = [await make(first, "read"), await make(first, "run"), await make(viewer, "run")];
    expect(await people.byAccessToken(runs.token)).toMatchObject({ role: "editor" });
    expect(await people.byAccessToken(reads.token)).toMatchObject({ role: "viewer" });
    expect(await people.byAccessToken(reads.token)).toMatchObject({ role: "viewer" });
    expect(await people.byAccessToken(viewers.token)).toMatchObject({ role: "viewer" });
    for (const wrong of [null, "", runs.token.slice(4), `${runs.token}x`]) expect(await people.byAccessToken(wrong)).toBeNull();
    expect(await people.bySession(runs.token)).toBeNull();
    await expect(people.revokeToken(viewer, runs.made.id)).rejects.toMatchObject({ code: "not_found" });
    await people.revokeToken(first, runs.made.id);
    expect(await people.byAccessToken(runs.token)).toBeNull();
  });

  it("is over after its days", async () => {
    const { token } = await people.makeToken(await owner(), { name: "week", scope: "run", days: 7 });
    clock.advance(7 * 24 * 60 * minuteMs - 1);
    expect(await people.byAccessToken(token)).not.toBeNull();
    clock.advance(1);
    expect(await people.byAccessToken(token)).toBeNull();
  });
});

it("what was done is written down with who did it, and without secrets", async () => {
  const first = await owner();
  clock.advance(1);
  const { token } = await people.invite(first, { role: "editor", email: null });
  clock.advance(1);
  const grace = await callerOf(await people.join(token, { name: "editor", email: "grace@example.com", password }, here));
  clock.advance(1);
  await people.signIn({ email: "grace@example.com", password: "wrong" }, here).catch(() => null);
  clock.advance(1);
  await people.change(first, grace.person?.id ?? "", { role: "viewer" });
  const entries = await people.audit({ limit: 50 });
  expect(entries.map(({ action, who, subject }) => [action, who, subject])).toEqual([
    ["role-changed", "Ada", "grace@example.com: viewer"],
    ["sign-in-failed", null, "grace@example.com"],
    ["joined", "editor", "grace@example.com"],
    ["invite", "Ada", "editor"],
    ["set-up", "Ada", "ada@example.com"],
  ]);
});

it("in one-person mode everybody who reaches the studio owns it, and there is no account to enter or to change", async () => {
  const alone = createPeople({ records, clock, rates: openRates(null), mostGuesses: 10 }, { ...samplePeopleSettings, asksWho: false });
  const caller = await alone.bySession(null);
  if (!caller) throw new Error("Expected the owner");
  expect(caller).toMatchObject({ role: "owner", person: null });
  expect(await alone.state(null)).toEqual({ asksWho: false, needsSetUp: false, person: null });
  const doors = [
    () => alone.setUp({ ...ada, code }, here),
    () => alone.signIn(ada, here),
    () => alone.invite(caller, { role: "owner", email: null }),
    () => alone.makeToken(caller, { name: "x", scope: "run", days: null }),
    () => alone.change(caller, "psn_none", { role: "viewer" }),
    () => alone.revokeInvitation(caller, "inv_none"),
    () => alone.signOut(caller),
  ];
  for (const door of doors) await expect(door()).rejects.toMatchObject({ code: "not_found" });
  expect(await records.people.list()).toEqual([]);
});
