/** The contract of those who may come in. In one-person mode nobody is asked, and everybody who reaches the machine is its owner. */
import type {
  AccessToken,
  AuditEntry,
  FactorCodes,
  FactorKey,
  FactorState,
  Invitation,
  Invited,
  MadeAccessToken,
  MadeInvitation,
  MadeWayBack,
  OwnSession,
  Person,
  Role,
  SessionState,
  TokenScope,
} from "#lib/people-wire.ts";

import type { Identity } from "./sign-on.ts";

/** Who asks, and what they may. */
export interface Caller {
  /** Null in one-person mode. */
  readonly person: Person | null;
  readonly role: Role;
  /** Null where a token speaks. */
  readonly sessionId: string | null;
  /** When they last showed who they are, for what asks for it again. */
  readonly provedAtMs?: number;
  /** They have to add a second factor before anything else. */
  readonly lacksFactor?: boolean;
}

/** Where a request comes from, as far as that can be known. */
export interface Origin {
  readonly address: string;
  readonly client: string;
  /** The secret of a session that this browser has had until now. */
  readonly before?: string | null;
}

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The secret of a new session, for the cookie. */
export interface Entered {
  readonly secret: string;
  readonly expiresAtMs: number;
  readonly person: Person;
}

export interface People {
  /** False in one-person mode. */
  readonly asksWho: boolean;
  state(secret: string | null): Promise<SessionState>;
  bySession(secret: string | null): Promise<Caller | null>;
  byAccessToken(token: string | null): Promise<Caller | null>;

  setUp(request: NewPerson & { readonly code: string }, origin: Origin): Promise<Entered>;
  /** Throws code_required where the password is right and the person has a second factor. */
  signIn(request: Pick<NewPerson, "email" | "password"> & { readonly code?: string | undefined }, origin: Origin): Promise<Entered>;
  /** By the word of the team's provider. */
  enterAs(identity: Identity, origin: Origin): Promise<Entered>;
  signOut(caller: Caller): Promise<void>;

  invited(token: string): Promise<Invited>;
  join(token: string, request: NewPerson, origin: Origin): Promise<Entered>;

  /** Somebody who is signed in shows anew who they are; `code` where they have a second factor. */
  prove(caller: Caller, request: { readonly password: string; readonly code?: string | undefined }): Promise<void>;
  factor(caller: Caller): Promise<FactorState>;
  /** It counts once its first code was confirmed. */
  beginFactor(caller: Caller): Promise<FactorKey>;
  confirmFactor(caller: Caller, code: string): Promise<FactorCodes>;
  removeFactor(caller: Caller): Promise<void>;
  /** By an owner, of somebody who lost theirs. */
  takeFactorOff(caller: Caller, id: string): Promise<void>;
  /** By an owner, for somebody who forgot their password. */
  makeWayBack(caller: Caller, id: string): Promise<MadeWayBack>;
  comeBack(request: { readonly token: string; readonly password: string }): Promise<void>;

  list(): Promise<readonly Person[]>;
  change(caller: Caller, id: string, to: { readonly role?: Role; readonly isDisabled?: boolean }): Promise<Person>;
  /** The private projects of somebody who is disabled become the team's; answers how many. */
  handOver(caller: Caller, id: string): Promise<number>;
  invite(caller: Caller, request: { readonly role: Role; readonly email: string | null }): Promise<MadeInvitation>;
  invitations(): Promise<readonly Invitation[]>;
  revokeInvitation(caller: Caller, id: string): Promise<void>;
  audit(request: { readonly after?: string; readonly limit: number }): Promise<readonly AuditEntry[]>;

  rename(caller: Caller, name: string): Promise<Person>;
  /** Ends all other sessions. */
  changePassword(caller: Caller, request: { readonly current: string; readonly next: string }): Promise<void>;
  sessions(caller: Caller): Promise<readonly OwnSession[]>;
  endSession(caller: Caller, id: string): Promise<void>;
  tokens(caller: Caller): Promise<readonly AccessToken[]>;
  makeToken(
    caller: Caller,
    request: { readonly name: string; readonly scope: TokenScope; readonly days: number | null },
  ): Promise<MadeAccessToken>;
  revokeToken(caller: Caller, id: string): Promise<void>;
}
