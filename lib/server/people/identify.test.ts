import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Role } from "#lib/people-wire.ts";
import { openRates } from "#lib/server/storage/open-rates.ts";
import { openRecords } from "#lib/server/storage/open-records.ts";
import type { Records } from "#lib/server/storage/records.ts";
import { createManualClock, type ManualClock } from "#lib/testing/manual-clock.ts";
import { samplePeopleSettings } from "#lib/testing/sample-people-settings.ts";
import { createPeople } from "./create-people.ts";
import type { Caller } from "./people.ts";
import type { Identity } from "./sign-on.ts";

const setUpCode = "the-code-of-this-studio";
const password = "a sentence is good";
const here = { address: "192.0.2.1", client: "test" };
const bob: Identity = {
  issuer: "https://id.example.com",
  subject: "17",
  name: "Bob",
  email: "Bob@Example.com",
  isEmailVerified: true,
  authenticatedAtMs: null,
};

let folder: string;
let records: Records;
let clock: ManualClock;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "people-"));
  records = await openRecords({ databaseUrl: null, dataFolder: folder });
  clock = createManualClock();
});
afterEach(async () => {
  await records.close();
  await rm(folder, { recursive: true });
});

const open = (newcomers: Role | null = null) =>
  createPeople({ records, clock, rates: openRates(null), mostGuesses: 10 }, { ...samplePeopleSettings, setUpCode, newcomers });

async function found(): Promise<Caller> {
  const { person } = await open().setUp({ code: setUpCode, name: "Ada", email: "ada@example.com", password }, here);
  return { person, role: "owner", sessionId: null };
}

describe("somebody whom the team's provider knows", () => {
  it("is nobody here until they are invited, unless newcomers may come", async () => {
    await found();
    await expect(open().enterAs(bob, here)).rejects.toMatchObject({ code: "sign_in_refused" });
    const { person } = await open("viewer").enterAs(bob, here);
    expect(person).toMatchObject({ name: "Bob", email: "bob@example.com", role: "viewer" });
    expect((await open().enterAs(bob, here)).person.id).toBe(person.id);
  });

  it("joins by the invitation to their address, with its role, which is used up by it", async () => {
    const owner = await found();
    await open().invite(owner, { role: "editor", email: "bob@example.com" });
    expect((await open("viewer").enterAs(bob, here)).person.role).toBe("editor");
    expect(await open().invitations()).toEqual([]);
    await open().invite(owner, { role: "owner", email: null });
    await expect(open().enterAs({ ...bob, subject: "18", email: "eve@example.com" }, here)).rejects.toMatchObject({
      code: "sign_in_refused",
    });
  });

  it("is who has that address here already, but only where the provider has proved it", async () => {
    await found();
    const ada = { ...bob, subject: "1", email: "ADA@example.com" };
    for (const claimed of [
      { ...ada, isEmailVerified: false },
      { ...ada, email: null },
    ]) {
      await expect(open("editor").enterAs(claimed, here)).rejects.toMatchObject({ code: "sign_in_refused" });
    }
    expect((await open().enterAs(ada, here)).person).toMatchObject({ name: "Ada", role: "owner" });
    // From now on by their identity, whatever the address; another identity with the same subject elsewhere is another's.
    expect((await open().enterAs({ ...ada, email: null, isEmailVerified: false }, here)).person.name).toBe("Ada");
    await expect(open().enterAs({ ...ada, issuer: "https://other.example.com", email: null }, here)).rejects.toMatchObject({
      code: "sign_in_refused",
    });
  });

  it("is not whoever has their address now, once the provider gave it to somebody else", async () => {
    await found();
    const { person } = await open("viewer").enterAs(bob, here);
    await expect(open("editor").enterAs({ ...bob, subject: "99", name: "Another Bob" }, here)).rejects.toMatchObject({
      code: "sign_in_refused",
    });
    expect((await open().enterAs(bob, here)).person.id).toBe(person.id);
    // The same person at another provider of the installation's.
    expect((await open().enterAs({ ...bob, issuer: "https://other.example.com" }, here)).person.id).toBe(person.id);
  });

  it("does not come in once they are disabled, and never first", async () => {
    await expect(open("editor").enterAs(bob, here)).rejects.toMatchObject({ code: "sign_in_refused" });
    const owner = await found();
    const { person } = await open("editor").enterAs(bob, here);
    await open().change(owner, person.id, { isDisabled: true });
    await expect(open("editor").enterAs(bob, here)).rejects.toMatchObject({ code: "sign_in_refused" });
    await expect(open("editor").enterAs({ ...bob, subject: "18" }, here)).rejects.toMatchObject({ code: "sign_in_refused" });
  });

  it("is one person, however many of their browsers come at once", async () => {
    await found();
    const entered = await Promise.all(Array.from({ length: 5 }, () => open("viewer").enterAs(bob, here)));
    expect(new Set(entered.map(({ person }) => person.id)).size).toBe(1);
    expect((await open().list()).length).toBe(2);
  });

  it("has no password here that anybody knows", async () => {
    await found();
    await open("viewer").enterAs(bob, here);
    for (const guess of ["", "undefined", "Bob"]) {
      await expect(open().signIn({ email: "bob@example.com", password: guess }, here)).rejects.toMatchObject({ code: "sign_in_refused" });
    }
  });
});
