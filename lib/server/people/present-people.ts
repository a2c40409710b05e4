import type { AccessToken, Invitation, OwnSession, Person } from "#lib/people-wire.ts";
import type { AccessTokenRecord, InvitationRecord, PersonRecord, SessionRecord } from "#lib/server/storage/records.ts";

const iso = (atMs: number) => new Date(atMs).toISOString();
const isoOrNull = (atMs: number | null) => (atMs === null ? null : iso(atMs));

export function toPerson({ id, name, email, role, disabledAtMs, createdAtMs, factorSinceMs }: PersonRecord): Person {
  return { id, name, email, role, isDisabled: disabledAtMs !== null, hasFactor: factorSinceMs !== null, createdAt: iso(createdAtMs) };
}

export function toInvitation({ id, role, email, createdAtMs, expiresAtMs }: InvitationRecord): Invitation {
  return { id, role, email, createdAt: iso(createdAtMs), expiresAt: iso(expiresAtMs) };
}

export function toOwnSession({ id, client, createdAtMs, seenAtMs }: SessionRecord, thisId: string | null): OwnSession {
  return { id, client, isThis: id === thisId, createdAt: iso(createdAtMs), seenAt: iso(seenAtMs) };
}

export function toAccessToken({ id, name, scope, createdAtMs, usedAtMs, expiresAtMs }: AccessTokenRecord): AccessToken {
  return { id, name, scope, createdAt: iso(createdAtMs), usedAt: isoOrNull(usedAtMs), expiresAt: isoOrNull(expiresAtMs) };
}
