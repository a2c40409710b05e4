/** What was spent and what may be, for owners. What decides whether a run is asked for is the reservation (`storage/records/reserve.ts`). */
import type { Cap, CapPeriod, Spending } from "#lib/money-wire.ts";
import type { Caller } from "#lib/server/people/people.ts";

/** What the ledger itself knows; how the rest of the house is comes beside it. */
export type LedgerSpending = Omit<Spending, "rates" | "storage" | "health">;

export interface CapChange {
  /** "team", "each" or a person's id. */
  readonly holder: string;
  readonly period: CapPeriod;
  /** Null: no cap. */
  readonly mostUsd: number | null;
}

export interface Ledger {
  spending(days: number): Promise<LedgerSpending>;
  /** Every entry of those days, a line each. */
  csv(days: number): ReadableStream<Uint8Array>;
  /** All caps as they stand then. */
  setCap(caller: Caller, change: CapChange): Promise<readonly Cap[]>;
  /** Says what became of a run of which nothing is known. */
  settle(caller: Caller, predictionId: string, wasCharged: boolean): Promise<void>;
}
