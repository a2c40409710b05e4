/** Signing in by the team's own accounts elsewhere. The interface; create-sign-on.ts is behind it. */

/** Who somebody is, by the word of the provider. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string | null;
  /** Whether the provider itself knows that the address is theirs. */
  readonly isEmailVerified: boolean;
  /** When they last showed the provider who they are; null where it does not say. */
  readonly authenticatedAtMs: number | null;
}

/** What has to be known again when the browser comes back; for this browser alone. */
export interface SignOnMemory {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface SignOn {
  /** What people call the provider. */
  readonly name: string;
  /** Where the browser goes; it comes back to `returnTo`. `again`: they shall show anew who they are. */
  begin(returnTo: string, again?: boolean): Promise<{ readonly address: string; readonly memory: SignOnMemory }>;
  /** `arrived` is the address it came back by. Throws sign_in_refused where the provider or the memory does not agree. */
  finish(arrived: URL, memory: SignOnMemory): Promise<Identity>;
}
