/** The contract of the ledger; a part of Records. Money is whole millionths of a dollar, so that sums are exact. */
import type { CapPeriod } from "#lib/money-wire.ts";

/** What a run may cost, held back in the transaction that writes the run down: there is never one without the other. */
export interface Reservation {
  /** Null in one-person mode. */
  readonly personId: string | null;
  /** 0 costs nothing and leaves no trace; null is a price nobody knows, which no cap lets through. */
  readonly amountMicros: number | null;
  /** So many were asked for. Who gets fewer is charged for fewer. */
  readonly pictures: number;
}

export type LedgerKind = "reserved" | "charged" | "returned";

/** Never changed and never removed: a run has at most two, what was held back for it and what was then given back. */
export interface LedgerEntry {
  readonly predictionId: string;
  /** 1: reserved; 2: charged or returned. */
  readonly step: number;
  readonly kind: LedgerKind;
  readonly personId: string | null;
  readonly model: string;
  /** All entries of a run together are what it costs; the second is therefore never greater than 0. */
  readonly amountMicros: number;
  readonly pictures: number;
  /** Of the reservation: to this day the cost belongs, whenever it is known. */
  readonly askedAtMs: number;
  readonly atMs: number;
}

export interface CapRecord {
  /** "team", "each", or a person's id. */
  readonly holder: string;
  readonly period: CapPeriod;
  readonly mostMicros: number;
}

/** What is held for a holder ("team" or a person's id) in one period, e.g. "2026-11-21" or "2026-11". */
export interface HeldRecord {
  readonly holder: string;
  readonly period: string;
  readonly heldMicros: number;
}

export interface LedgerSum {
  /** As in 2026-11-21, of UTC. */
  readonly day: string;
  readonly personId: string | null;
  readonly model: string;
  readonly spentMicros: number;
  readonly openMicros: number;
  readonly runs: number;
}

export interface LedgerRecords {
  readonly ledger: {
    /** Of all runs asked for since: what was charged and what is still reserved. */
    heldSinceMicros(sinceMs: number): Promise<number>;
    /** What stands against the caps at this time. */
    held(holder: string, period: CapPeriod, atMs: number): Promise<number>;
    /** Oldest day first. */
    sums(sinceMs: number): Promise<readonly LedgerSum[]>;
    /** In the order they were asked for; `after` is the last entry of the page before. */
    entries(request: {
      readonly sinceMs: number;
      readonly after?: Pick<LedgerEntry, "predictionId" | "step">;
      readonly limit: number;
    }): Promise<readonly LedgerEntry[]>;
    /** Reservations of runs that are over, without a word about their end. Newest first. */
    open(limit: number): Promise<{ readonly entries: readonly LedgerEntry[]; readonly count: number }>;
    /** Says what became of such a one; false where there is nothing to say. */
    settle(predictionId: string, wasCharged: boolean, nowMs: number): Promise<boolean>;
  };
  readonly caps: {
    list(): Promise<readonly CapRecord[]>;
    set(cap: CapRecord): Promise<void>;
    /** False where there was none. */
    remove(cap: Pick<CapRecord, "holder" | "period">): Promise<boolean>;
  };
}
