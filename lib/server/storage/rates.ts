/** The contract of what counts how often something is done, where all processes of an installation see it. */
export interface Rate {
  readonly name: string;
  readonly most: number;
  readonly windowMs: number;
}

export interface Rates {
  /** Counts one more of `who`. Null where it may be done; otherwise in how many milliseconds it may. */
  take(rate: Rate, who: string): Promise<number | null>;
  /** As if nothing had been counted of them. */
  forget(rate: Rate, who: string): Promise<void>;
  close(): Promise<void>;
}
