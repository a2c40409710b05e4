/** What crosses the network about people: who is here, who may come, and what they may do. */
export const roles = ["viewer", "editor", "owner"] as const;
/** Each may do what the one before may: look; change and spend; say who else may. */
export type Role = (typeof roles)[number];

export const tokenScopes = ["read", "run"] as const;
export type TokenScope = (typeof tokenScopes)[number];

export const minPasswordLetters = 12;
export const maxPasswordLetters = 256;
export const maxPersonNameLetters = 80;
export const maxEmailLetters = 254;

export const peoplePaths = {
  session: "/api/session",
  signOn: "/api/session/sign-on",
  signOnReturn: "/api/session/sign-on/return",
  setUp: "/api/set-up",
  people: "/api/people",
  person: (id: string) => `/api/people/${id}`,
  handOver: (id: string) => `/api/people/${id}/hand-over`,
  invitations: "/api/people/invitations",
  invitation: (id: string) => `/api/people/invitations/${id}`,
  audit: "/api/people/audit",
  factorOf: (id: string) => `/api/people/${id}/factor`,
  wayBackOf: (id: string) => `/api/people/${id}/way-back`,
  wayBack: "/api/way-back",
  invited: "/api/invited",
  join: "/api/invited/join",
  account: "/api/account",
  password: "/api/account/password",
  proof: "/api/account/proof",
  factor: "/api/account/factor",
  factorConfirm: "/api/account/factor/confirm",
  sessions: "/api/account/sessions",
  ownSession: (id: string) => `/api/account/sessions/${id}`,
  tokens: "/api/account/tokens",
  token: (id: string) => `/api/account/tokens/${id}`,
  signInPage: "/sign-in",
  setUpPage: "/set-up",
  peoplePage: "/people",
  factorPage: "/second-factor",
  /** What opens something stands behind the #, which no browser sends. */
  invitedPage: (token: string) => `/invited#${token}`,
  wayBackPage: (token: string) => `/way-back#${token}`,
} as const;

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly isDisabled: boolean;
  readonly hasFactor: boolean;
  readonly createdAt: string;
}

/** Null stands for the one person of a studio that asks nobody. */
export function mayChange(person: Pick<Person, "role"> | null): boolean {
  return person?.role !== "viewer";
}

/** Whether this installation asks who is there, and who it is that asks now. */
export interface SessionState {
  readonly asksWho: boolean;
  readonly needsSetUp: boolean;
  readonly person: Person | null;
}

export interface SessionFacts extends SessionState {
  /** What people call the provider of their accounts; null where there is none. */
  readonly provider: string | null;
}

/** Only a place within the studio: what stands in an address may have been written by anybody. */
export function isPlaceWithin(to: string): boolean {
  return /^\/(?![/\\])/.test(to);
}

export interface Invitation {
  readonly id: string;
  readonly role: Role;
  readonly email: string | null;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** Its address is told once. */
export interface MadeInvitation {
  readonly invitation: Invitation;
  readonly token: string;
}

/** What somebody sees who holds an invitation. */
export interface Invited {
  readonly role: Role;
  readonly email: string | null;
}

export interface OwnSession {
  readonly id: string;
  /** The browser's own words about itself, shortened. */
  readonly client: string;
  readonly isThis: boolean;
  readonly createdAt: string;
  readonly seenAt: string;
}

export interface AccessToken {
  readonly id: string;
  readonly name: string;
  readonly scope: TokenScope;
  readonly createdAt: string;
  readonly usedAt: string | null;
  readonly expiresAt: string | null;
}

/** The token itself is told once. */
export interface MadeAccessToken {
  readonly made: AccessToken;
  readonly token: string;
}

export interface FactorState {
  readonly isOn: boolean;
  /** Of the ten codes for when the app is lost. */
  readonly codesLeft: number;
}

/** What an authenticator app takes: typed, or as the address a QR code holds. Told once. */
export interface FactorKey {
  readonly secret: string;
  readonly address: string;
}

/** Told once. */
export interface FactorCodes {
  readonly codes: readonly string[];
}

/** Its address is told once. */
export interface MadeWayBack {
  readonly token: string;
  readonly expiresAt: string;
}

export const auditActions = [
  "set-up",
  "sign-in",
  "sign-in-failed",
  "sign-out",
  "invite",
  "invitation-revoked",
  "joined",
  "identity-linked",
  "role-changed",
  "disabled",
  "enabled",
  "handed-over",
  "password-changed",
  "factor-added",
  "factor-removed",
  "way-back-made",
  "way-back-used",
  "token-made",
  "token-revoked",
  "cap-changed",
  "run-settled",
] as const;
export type AuditAction = (typeof auditActions)[number];

export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly action: AuditAction;
  /** Who did it, by the name they have now; null where nobody was signed in. */
  readonly who: string | null;
  /** Whom or what it was done to, in words that can be read. */
  readonly subject: string;
}
