/** The contract of how processes on the same records tell each other what happened. Every driver passes signals-contract.ts. */
export type Signal =
  /** A prediction has a new version. */
  | { readonly kind: "changed"; readonly id: string }
  /** A prediction can be moved on at once. */
  | { readonly kind: "due" }
  /** A gateway said that a run is over: it can be looked at at once. */
  | { readonly kind: "called" }
  /** Something may have been missed: everybody looks for himself. */
  | { readonly kind: "unknown" };

export interface Signals {
  /** Best effort: what does not arrive is found by looking, a little later. */
  send(signal: Signal): void;
  /** Hears what every process sends, this one included. */
  listen(hear: (signal: Signal) => void): void;
  /** Whether what other processes send arrives here just now; where it does not, one has to look. */
  isHearing(): boolean;
  close(): Promise<void>;
}
