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
  /** What the second factor's codes are derived from; null where there is none. */
  readonly factorSecret: string | null;
  /** Null while it waits for its first code. */
  readonly factorSinceMs: number | null;
  /** The time, in steps, of the last code that was taken: none is taken twice. */
  readonly factorStep: number | null;
}

/** By what a session was opened. */
export type SessionVia = "password" | "provider";

/** Of every secret below only the hash is kept. */
export interface SessionRecord {
  readonly id: string;
  readonly tokenHash: string;
  readonly personId: string;
  readonly client: string;
  readonly via: SessionVia;
  /** When its person last showed who they are. */
  readonly provedAtMs: number;
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

/** By which somebody who forgot their password chooses another: one for each person, for one use. */
export interface WayBackRecord {
  readonly tokenHash: string;
  readonly personId: string;
  readonly expiresAtMs: number;
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

export type PersonPatch = Partial<Pick<PersonRecord, "name" | "role" | "passwordHash" | "disabledAtMs" | "factorSecret">>;

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
    /** Its person showed anew who they are. */
    prove(id: string, provedAtMs: number): Promise<void>;
    /** False where this person has no such session. */
    end(id: string, personId: string): Promise<boolean>;
    endAll(personId: string, exceptId: string | null): Promise<void>;
    /** Those that are not over, last seen first. */
    ofPerson(personId: string, nowMs: number): Promise<readonly SessionRecord[]>;
    /** Ends those of a person that were not seen for longest, so that `most` are left. */
    keepNewest(personId: string, most: number): Promise<void>;
    removeExpired(nowMs: number): Promise<void>;
  };
  readonly factors: {
    /** False where this step's code, or a later one, was taken before. */
    spendStep(personId: string, step: number): Promise<boolean>;
    /** The second factor counts from now on, beside codes for when it is lost: both are written or neither. */
    confirm(
      personId: string,
      request: { readonly sinceMs: number; readonly step: number; readonly codeHashes: readonly string[] },
    ): Promise<void>;
    /** Each code once. */
    spendCode(personId: string, codeHash: string): Promise<boolean>;
    codesLeft(personId: string): Promise<number>;
    /** With its codes; false where there was none. */
    remove(personId: string): Promise<boolean>;
  };
  readonly waysBack: {
    /** In place of the one this person had. */
    open(way: WayBackRecord): Promise<void>;
    /** Whose it is; null also when it is over, or its person disabled. */
    person(tokenHash: string, nowMs: number): Promise<PersonRecord | null>;
    /** Closes it, takes the new password and ends every session, all or nothing; false where it is closed already. */
    use(tokenHash: string, personId: string, passwordHash: string): Promise<boolean>;
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
