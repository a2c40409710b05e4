/** The contract of the store about people; a part of Records. Every e-mail address in it is folded to lower case. */
import type { AuditAction, Role, TokenScope } from "#lib/people-wire.ts";

export interface PersonRecord {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string;
  readonly createdAtMs: number;
  readonly disabledAtMs: number | null;
}

/** Of every secret below only the hash is kept. */
export interface SessionRecord {
  readonly id: string;
  readonly tokenHash: string;
  readonly personId: string;
  readonly client: string;
  readonly createdAtMs: number;
  readonly seenAtMs: number;
  readonly expiresAtMs: number;
}

export interface InvitationRecord {
  readonly id: string;
  readonly tokenHash: string;
  readonly role: Role;
  /** Null: for whoever holds it. */
  readonly email: string | null;
  readonly createdAtMs: number;
  readonly expiresAtMs: number;
  /** Used or revoked. */
  readonly closedAtMs: number | null;
}

export interface AccessTokenRecord {
  readonly id: string;
  readonly tokenHash: string;
  readonly personId: string;
  readonly name: string;
  readonly scope: TokenScope;
  readonly createdAtMs: number;
  readonly usedAtMs: number | null;
  readonly expiresAtMs: number | null;
  readonly revokedAtMs: number | null;
}

/** Who a person is elsewhere: the subject of an issuer. */
export interface IdentityRecord {
  readonly issuer: string;
  readonly subject: string;
  readonly personId: string;
  readonly createdAtMs: number;
}

export interface AuditRecord {
  readonly id: string;
  readonly atMs: number;
  readonly action: AuditAction;
  readonly personId: string | null;
  readonly subject: string;
}

export type PersonPatch = Partial<Pick<PersonRecord, "name" | "role" | "passwordHash" | "disabledAtMs">>;

export interface PeopleRecords {
  readonly people: {
    /** The first person of all; false, and nothing written, where there was one already. */
    addFirst(person: PersonRecord): Promise<boolean>;
    hasAny(): Promise<boolean>;
    /** Joins by an open invitation, which is closed by it: both happen or neither. */
    join(person: PersonRecord, invitationHash: string, nowMs: number): Promise<"joined" | "closed" | "email_taken">;
    /** False, and nothing written, where somebody has this address. */
    add(person: PersonRecord): Promise<boolean>;
    get(id: string): Promise<PersonRecord | null>;
    byEmail(email: string): Promise<PersonRecord | null>;
    /** In the order they came. */
    list(): Promise<readonly PersonRecord[]>;
    /** Refused where no owner who can sign in would be left. */
    change(id: string, patch: PersonPatch): Promise<"changed" | "missing" | "last_owner">;
  };
  readonly identities: {
    person(issuer: string, subject: string): Promise<PersonRecord | null>;
    /** False, and nothing written, where this issuer knows the person as somebody else. An identity stays with whom it was linked first. */
    link(identity: IdentityRecord): Promise<boolean>;
  };
  readonly sessions: {
    create(session: SessionRecord): Promise<void>;
    /** Null also when it is over, or its person disabled. */
    byToken(tokenHash: string, nowMs: number): Promise<{ readonly session: SessionRecord; readonly person: PersonRecord } | null>;
    touch(id: string, seenAtMs: number, expiresAtMs: number): Promise<void>;
    /** False where this person has no such session. */
    end(id: string, personId: string): Promise<boolean>;
    endAll(personId: string, exceptId: string | null): Promise<void>;
    /** Those that are not over, last seen first. */
    ofPerson(personId: string, nowMs: number): Promise<readonly SessionRecord[]>;
    removeExpired(nowMs: number): Promise<void>;
  };
  readonly invitations: {
    create(invitation: InvitationRecord): Promise<void>;
    openByToken(tokenHash: string, nowMs: number): Promise<InvitationRecord | null>;
    /** Newest first. */
    listOpen(nowMs: number): Promise<readonly InvitationRecord[]>;
    close(id: string, nowMs: number): Promise<boolean>;
  };
  readonly accessTokens: {
    create(token: AccessTokenRecord): Promise<void>;
    /** Null also when it is over, or its person disabled. */
    byToken(tokenHash: string, nowMs: number): Promise<{ readonly token: AccessTokenRecord; readonly person: PersonRecord } | null>;
    touch(id: string, usedAtMs: number): Promise<void>;
    /** Those that are not revoked, newest first. */
    ofPerson(personId: string): Promise<readonly AccessTokenRecord[]>;
    revoke(id: string, personId: string, nowMs: number): Promise<boolean>;
  };
  readonly audit: {
    add(entry: AuditRecord): Promise<void>;
    /** Newest first. */
    list(request: { readonly after?: string; readonly limit: number }): Promise<readonly AuditRecord[]>;
  };
}
