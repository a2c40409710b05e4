/** People to test with, and what they come in by: complete, and each different from the last. */
import { newId } from "#lib/ids.ts";
import type { AccessTokenRecord, InvitationRecord, PersonRecord, Records, SessionRecord } from "../records.ts";
import { startMs } from "./sample-records.ts";

let count = 0;
const hash = () => (++count).toString(16).padStart(64, "0");

export function samplePerson(fields: Partial<PersonRecord> = {}): PersonRecord {
  count += 1;
  return {
    ...{ id: newId("psn", startMs + count), email: `ada${count}@example.com`, name: "Ada", role: "editor", passwordHash: "$argon2id$x" },
    ...{ createdAtMs: startMs + count, disabledAtMs: null },
    ...{ factorSecret: null, factorSinceMs: null, factorStep: null },
    ...fields,
  };
}

export function sampleInvitation(fields: Partial<InvitationRecord> = {}): InvitationRecord {
  return {
    ...{ id: newId("inv"), tokenHash: hash(), role: "editor", email: null },
    ...{ createdAtMs: startMs + count, expiresAtMs: startMs + 1000, closedAtMs: null },
    ...fields,
  };
}

export async function addPerson(records: Records, fields: Partial<PersonRecord> = {}): Promise<PersonRecord> {
  const [open, one] = [sampleInvitation(), samplePerson(fields)];
  await records.invitations.create(open);
  if ((await records.people.join(one, open.tokenHash, startMs)) !== "joined") throw new Error("Expected somebody who can join");
  return one;
}

export function sampleSession(personId: string, fields: Partial<SessionRecord> = {}): SessionRecord {
  const times = { createdAtMs: startMs, seenAtMs: startMs, provedAtMs: startMs, expiresAtMs: startMs + 1000 };
  return { id: newId("ses"), tokenHash: hash(), personId, client: "Firefox \ud83e\udd8a", via: "password", ...times, ...fields };
}

export function sampleAccessToken(personId: string, fields: Partial<AccessTokenRecord> = {}): AccessTokenRecord {
  const times = { createdAtMs: startMs, usedAtMs: null, expiresAtMs: startMs + 1000, revokedAtMs: null };
  return { id: newId("tok"), tokenHash: hash(), personId, name: "script", scope: "run", ...times, ...fields };
}
