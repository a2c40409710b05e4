/** Who of us somebody is that another provider knows: by their identity there, by a proven address, by an invitation, or newly come. */
import { AppError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import type { Role } from "#lib/people-wire.ts";
import { newToken } from "#lib/server/secret-token.ts";
import type { PersonRecord } from "#lib/server/storage/records.ts";
import { hashPassword } from "./password.ts";
import { foldEmail, noFactor, note, type PeopleParts } from "./people-parts.ts";
import type { Identity } from "./sign-on.ts";

const longestName = 80;

export async function identify(parts: PeopleParts, identity: Identity, newcomers: Role | null): Promise<PersonRecord> {
  const { records, clock } = parts;
  const known = await records.identities.person(identity.issuer, identity.subject);
  if (known) return mayEnter(known);
  // An address that is only claimed could be anybody's.
  if (identity.email === null || !identity.isEmailVerified) throw unknownHere();
  const email = foldEmail(identity.email);
  const person = (await records.people.byEmail(email)) ?? (await welcome(parts, { name: identity.name, email }, newcomers));
  mayEnter(person);
  const link = { issuer: identity.issuer, subject: identity.subject, personId: person.id, createdAtMs: clock.now() };
  if (!(await records.identities.link(link))) throw unknownHere();
  await note(parts, "identity-linked", person.id, `${person.email} (${new URL(identity.issuer).hostname})`);
  return person;
}

/** By an invitation to this very address, or as all newcomers come. Nobody is the first by this way: whose the house is, its code says. */
async function welcome(
  parts: PeopleParts,
  { name, email }: { readonly name: string; readonly email: string },
  newcomers: Role | null,
): Promise<PersonRecord> {
  const { records, clock } = parts;
  const nowMs = clock.now();
  const invitation = (await records.invitations.listOpen(nowMs)).find((one) => one.email === email);
  const role = invitation?.role ?? newcomers;
  if (role === null || !(await records.people.hasAny())) throw unknownHere();
  const person: PersonRecord = {
    ...{ id: newId("psn", nowMs), name: name.slice(0, longestName), email, role },
    // One that nobody knows: they come by the provider.
    passwordHash: await hashPassword(newToken()),
    ...{ createdAtMs: nowMs, disabledAtMs: null, ...noFactor },
  };
  const isIn = invitation
    ? (await records.people.join(person, invitation.tokenHash, nowMs)) === "joined"
    : await records.people.add(person);
  // Somebody with the same address came at the same moment.
  const stored = isIn ? person : await records.people.byEmail(email);
  if (!stored) throw unknownHere();
  await note(parts, "joined", stored.id, email);
  return stored;
}

function mayEnter(person: PersonRecord): PersonRecord {
  if (person.disabledAtMs !== null) throw unknownHere();
  return person;
}

function unknownHere(): AppError {
  return new AppError("sign_in_refused", "Expected somebody who belongs to this installation");
}
