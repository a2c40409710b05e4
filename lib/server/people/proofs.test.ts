import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openRates } from "#lib/server/storage/open-rates.ts";
import { openRecords } from "#lib/server/storage/open-records.ts";
import type { Records } from "#lib/server/storage/records.ts";
import { createManualClock, type ManualClock } from "#lib/testing/manual-clock.ts";
import { samplePeopleSettings } from "#lib/testing/sample-people-settings.ts";
import { createPeople } from "./create-people.ts";
import type { Caller, People } from "./people.ts";
import type { SessionRules } from "./sessions.ts";
import type { Identity } from "./sign-on.ts";
import { codeAt, stepAt } from "./totp.ts";
import { letBack } from "./way-back.ts";

const setUpCode = "the-code-of-this-studio";
const password = "a sentence is good";
const email = "ada@example.com";
const here = { address: "192.0.2.1", client: "test" };
const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 24 * 3_600_000];

let folder: string;
let records: Records;
let clock: ManualClock;
let people: People;
let secret: string;

function open(rules: Partial<SessionRules> = {}): People {
  const parts = { records, clock, rates: openRates(null), mostGuesses: 10 };
  return createPeople(parts, { ...samplePeopleSettings, setUpCode, sessions: { ...samplePeopleSettings.sessions, ...rules } });
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "proofs-"));
  records = await openRecords({ databaseUrl: null, dataFolder: folder });
  clock = createManualClock();
  people = open();
  ({ secret } = await people.setUp({ code: setUpCode, name: "Ada", email, password }, here));
});
afterEach(async () => {
  await records.close();
  await rm(folder, { recursive: true });
});

async function callerOf(from: string): Promise<Caller> {
  const caller = await people.bySession(from);
  if (!caller) throw new Error("Expected a session that is open");
  return caller;
}

/** Answers what the app's codes are derived from, and the codes for when it is lost. */
async function addFactor(): Promise<{ readonly key: string; readonly codes: readonly string[] }> {
  const caller = await callerOf(secret);
  const { secret: key } = await people.beginFactor(caller);
  const { codes } = await people.confirmFactor(caller, codeAt(key, stepAt(clock.now())));
  return { key, codes };
}

/** A code nobody has used yet. */
function nextCode(key: string): string {
  clock.advance(30_000);
  return codeAt(key, stepAt(clock.now()));
}

describe("a session", () => {
  it("ends at its longest, however busy it is", async () => {
    for (let day = 1; day < 90; day += 1) {
      clock.advance(dayMs);
      expect(await people.bySession(secret), `day ${day}`).not.toBeNull();
    }
    clock.advance(dayMs);
    expect(await people.bySession(secret)).toBeNull();
  });

  it("ends earlier where the rule became stricter since, and after thirty days without use", async () => {
    clock.advance(8 * dayMs);
    expect(await open({ longestMs: { password: 7 * dayMs, provider: hourMs } }).bySession(secret)).toBeNull();
    expect(await people.bySession(secret)).not.toBeNull();
    clock.advance(31 * dayMs);
    expect(await people.bySession(secret)).toBeNull();
  });

  it("by the provider's word lasts no longer than its own rule", async () => {
    const bob: Identity = {
      ...{ issuer: "https://id.example.com", subject: "17", name: "Bob", email, isEmailVerified: true },
      authenticatedAtMs: null,
    };
    const entered = await people.enterAs(bob, here);
    expect(entered.expiresAtMs).toBe(clock.now() + 12 * hourMs);
    for (let hour = 1; hour < 12; hour += 1) {
      clock.advance(hourMs);
      expect(await people.bySession(entered.secret), `hour ${hour}`).not.toBeNull();
    }
    clock.advance(hourMs);
    expect(await people.bySession(entered.secret)).toBeNull();
    expect(await people.bySession(secret)).not.toBeNull();
  });

  it("is one of so many: one more ends the one that was not seen for longest", async () => {
    people = open({ mostEach: 3 });
    const secrets = [secret];
    for (let count = 0; count < 3; count += 1) {
      clock.advance(1000);
      secrets.push((await people.signIn({ email, password }, here)).secret);
    }
    const left = await Promise.all(secrets.map(async (one) => (await people.bySession(one)) !== null));
    expect(left).toEqual([false, true, true, true]);
  });
});

describe("what opens doors for later", () => {
  it("wants to know anew who asks once ten minutes have passed", async () => {
    const token = { name: "script", scope: "run", days: 1 } as const;
    await people.makeToken(await callerOf(secret), token);
    clock.advance(10 * minuteMs + 1);
    const late = await callerOf(secret);
    const doors = [
      () => people.makeToken(late, token),
      () => people.endSession(late, "ses_none"),
      () => people.beginFactor(late),
      () => people.confirmFactor(late, "000000"),
      () => people.removeFactor(late),
      () => people.takeFactorOff(late, late.person?.id ?? ""),
      () => people.makeWayBack(late, late.person?.id ?? ""),
    ];
    for (const door of doors) await expect(door()).rejects.toMatchObject({ code: "proof_required" });
    await expect(people.prove(late, { password: "another sentence" })).rejects.toMatchObject({ faults: [{ field: "password" }] });
    await expect(people.makeToken(await callerOf(secret), token)).rejects.toMatchObject({ code: "proof_required" });
    await people.prove(late, { password });
    await expect(people.makeToken(await callerOf(secret), token)).resolves.toBeDefined();
  });

  it("takes the provider's word for when it asked last", async () => {
    const bob = { issuer: "https://id.example.com", subject: "17", name: "Bob", email, isEmailVerified: true };
    const enter = async (authenticatedAtMs: number | null) => callerOf((await people.enterAs({ ...bob, authenticatedAtMs }, here)).secret);
    const token = { name: "script", scope: "run", days: 1 } as const;
    await expect(people.makeToken(await enter(clock.now() - hourMs), token)).rejects.toMatchObject({ code: "proof_required" });
    await expect(people.makeToken(await enter(clock.now() - minuteMs), token)).resolves.toBeDefined();
    await expect(people.makeToken(await enter(null), token)).resolves.toBeDefined();
  });
});

describe("a second factor", () => {
  it("is asked for beside the password once its first code was confirmed", async () => {
    const caller = await callerOf(secret);
    const { secret: key, address } = await people.beginFactor(caller);
    expect(address).toBe(`otpauth://totp/studio.example.com:ada%40example.com?secret=${key}&issuer=studio.example.com`);
    await expect(people.confirmFactor(caller, "000000x")).rejects.toMatchObject({ faults: [{ field: "code" }] });
    await expect(people.signIn({ email, password }, here)).resolves.toBeDefined();
    expect(await people.factor(caller)).toEqual({ isOn: false, codesLeft: 0 });
    const { codes } = await people.confirmFactor(caller, codeAt(key, stepAt(clock.now())));
    expect([codes.length, new Set(codes).size]).toEqual([10, 10]);
    for (const code of codes) expect(code).toMatch(/^([A-Z2-7]{7}-){3}[A-Z2-7]{7}$/);
    expect(await people.factor(caller)).toEqual({ isOn: true, codesLeft: 10 });
    await expect(people.signIn({ email, password }, here)).rejects.toMatchObject({ code: "code_required" });
    await expect(people.signIn({ email, password: "wrong", code: nextCode(key) }, here)).rejects.toMatchObject({ code: "sign_in_refused" });
    await expect(people.signIn({ email, password, code: nextCode(key) }, here)).resolves.toMatchObject({ person: { hasFactor: true } });
    await expect(people.beginFactor(await callerOf(secret))).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("takes each code once, the one that was confirmed and those of the list among them", async () => {
    const caller = await callerOf(secret);
    const { key, codes } = await addFactor();
    const signIn = (code: string) =>
      people.signIn({ email, password, code }, here).then(
        () => "in",
        () => "refused",
      );
    expect(await signIn(codeAt(key, stepAt(clock.now())))).toBe("refused");
    const code = nextCode(key);
    expect([await signIn(code), await signIn(code)]).toEqual(["in", "refused"]);
    const [spare = "", other = ""] = codes;
    expect([await signIn(spare.toLowerCase()), await signIn(spare), await signIn(other.replaceAll("-", " "))]).toEqual([
      "in",
      "refused",
      "in",
    ]);
    expect(await people.factor(caller)).toEqual({ isOn: true, codesLeft: 8 });
  });

  it("cannot be guessed at for long", async () => {
    const { key } = await addFactor();
    for (let guess = 0; guess < 10; guess += 1)
      await expect(people.signIn({ email, password, code: `${guess}` }, here)).rejects.toMatchObject({ code: "sign_in_refused" });
    await expect(people.signIn({ email, password, code: nextCode(key) }, here)).rejects.toMatchObject({ code: "too_many_attempts" });
  });

  it("is wanted beside the password by whatever asks anew who somebody is", async () => {
    const { key } = await addFactor();
    const caller = await callerOf(secret);
    await expect(people.prove(caller, { password })).rejects.toMatchObject({ code: "code_required" });
    await expect(people.prove(caller, { password, code: "123" })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(people.prove(caller, { password, code: nextCode(key) })).resolves.toBeUndefined();
  });

  it("is taken off by its person, or by an owner where it was lost, and its codes with it", async () => {
    const { codes } = await addFactor();
    const caller = await callerOf(secret);
    await people.takeFactorOff(caller, caller.person?.id ?? "");
    await expect(people.signIn({ email, password }, here)).resolves.toMatchObject({ person: { hasFactor: false } });
    await addFactor();
    await expect(people.signIn({ email, password, code: codes[0] }, here)).rejects.toMatchObject({ code: "sign_in_refused" });
    await people.removeFactor(await callerOf(secret));
    await expect(people.signIn({ email, password }, here)).resolves.toBeDefined();
  });

  it("is known to be missing where everybody needs one, but for those who come by the provider", async () => {
    people = open({ needsFactor: true });
    expect(await callerOf(secret)).toMatchObject({ lacksFactor: true });
    const bob = { issuer: "https://id.example.com", subject: "17", name: "Bob", email, isEmailVerified: true, authenticatedAtMs: null };
    expect(await callerOf((await people.enterAs(bob, here)).secret)).toMatchObject({ lacksFactor: false });
    await addFactor();
    expect(await callerOf(secret)).toMatchObject({ lacksFactor: false });
  });
});

describe("a way back", () => {
  it("lets somebody choose another password, once, ends their sessions, and goes round no second factor", async () => {
    const { key } = await addFactor();
    const caller = await callerOf(secret);
    const { token } = await people.makeWayBack(caller, caller.person?.id ?? "");
    const next = "another sentence altogether";
    await expect(people.comeBack({ token, password: "ada@example.com" })).rejects.toMatchObject({ faults: [{ rule: "guessable" }] });
    await people.comeBack({ token, password: next });
    expect(await people.bySession(secret)).toBeNull();
    await expect(people.comeBack({ token, password })).rejects.toMatchObject({ code: "not_found" });
    await expect(people.signIn({ email, password }, here)).rejects.toMatchObject({ code: "sign_in_refused" });
    await expect(people.signIn({ email, password: next }, here)).rejects.toMatchObject({ code: "code_required" });
    await expect(people.signIn({ email, password: next, code: nextCode(key) }, here)).resolves.toBeDefined();
  });

  it("is made on the machine, too, for an only owner who lost password and factor, and is told of", async () => {
    await addFactor();
    const { token } = await letBack({ records, clock }, " Ada@Example.com ");
    const next = "another sentence altogether";
    await people.comeBack({ token, password: next });
    expect(await people.bySession(secret)).toBeNull();
    await expect(people.signIn({ email, password: next }, here)).resolves.toMatchObject({ person: { hasFactor: false } });
    const byNobody = (await people.audit({ limit: 20 })).filter(({ who }) => who === null).map(({ action }) => action);
    expect(byNobody).toEqual(expect.arrayContaining(["factor-removed", "way-back-made"]));
  });

  it("is made on the machine for nobody it does not know, nor for whom an owner has shut out", async () => {
    await expect(letBack({ records, clock }, "eve@example.com")).rejects.toMatchObject({ code: "not_found" });
    const { token } = await people.invite(await callerOf(secret), { role: "editor", email: null });
    const grace = { name: "Grace", email: "grace@example.com", password };
    const { person } = await callerOf((await people.join(token, grace, here)).secret);
    await records.people.change(person?.id ?? "", { disabledAtMs: clock.now() });
    await expect(letBack({ records, clock }, grace.email)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is over after a day", async () => {
    const caller = await callerOf(secret);
    const { token, expiresAt } = await people.makeWayBack(caller, caller.person?.id ?? "");
    expect(Date.parse(expiresAt)).toBe(clock.now() + dayMs);
    clock.advance(dayMs);
    await expect(people.comeBack({ token, password: "another sentence altogether" })).rejects.toMatchObject({ code: "not_found" });
  });
});
