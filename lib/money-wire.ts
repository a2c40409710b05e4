/** What crosses the network about money: what was spent, what may be spent, and what became of each run's price. */
import type { ProviderName } from "./wire.ts";

export const moneyPaths = {
  spending: (days: number) => `/api/spending?days=${days}`,
  spendingCsv: (days: number) => `/api/spending/csv?days=${days}`,
  caps: "/api/spending/caps",
  settledRun: (predictionId: string) => `/api/spending/runs/${predictionId}`,
  spendingPage: "/spending",
} as const;

export const capPeriods = ["day", "month"] as const;
/** Days and months of UTC, so that every machine means the same. */
export type CapPeriod = (typeof capPeriods)[number];

/** Whom a cap holds where it is no one person: all together, or each by themselves. */
export const sharedHolders = ["team", "each"] as const;

/** More than anybody means, and far below what is counted exactly. */
export const mostCapUsd = 1_000_000;

/** So many days back the page looks. */
export const spendingDays = [7, 30, 90, 366] as const;

export interface Cap {
  /** "team", "each", or the id of one person, who then has this instead of "each". */
  readonly holder: string;
  readonly period: CapPeriod;
  readonly mostUsd: number;
}

/** What stands in the way of the next run first. */
export interface Budget {
  readonly of: "person" | "team";
  readonly period: CapPeriod;
  readonly capUsd: number;
  readonly leftUsd: number;
  readonly freesAt: string;
}

export interface Spent {
  readonly spentUsd: number;
  /** Reserved for runs whose end, or whose price, is not known. */
  readonly openUsd: number;
  readonly runs: number;
}

/** A run that is over and of which nobody knows whether it was charged: its price stays reserved until somebody says. */
export interface OpenRun {
  readonly predictionId: string;
  readonly who: string | null;
  readonly model: string;
  readonly openUsd: number;
  readonly askedAt: string;
}

export interface Spending {
  readonly days: number;
  readonly total: Spent;
  /** Null as `id`: whoever asked before there were people, or in one-person mode. */
  readonly byPerson: readonly (Spent & { readonly id: string | null; readonly name: string | null })[];
  /** Every day up to now (of UTC), also those without a cost. */
  readonly byDay: readonly (Spent & { readonly day: string })[];
  readonly byModel: readonly (Spent & { readonly model: string })[];
  readonly caps: readonly Cap[];
  /** What is held now, for the caps of the team. */
  readonly held: Readonly<Record<CapPeriod, number>>;
  readonly open: readonly OpenRun[];
  /** Of which there are more than are told when this is greater. */
  readonly openCount: number;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** So many in a minute of one person (guesses: in a quarter of an hour); null = as many as they like. */
  readonly rates: { readonly runs: number | null; readonly uploads: number | null; readonly guesses: number };
  readonly storage: { readonly count: number; readonly bytes: number };
  readonly health: { readonly isReady: boolean; readonly parts: Readonly<Record<"database" | "pictures" | "process", string>> };
}

/** From the press of Run to the stored pictures. */
export interface UsualTime {
  readonly model: string;
  readonly provider: ProviderName;
  /** The middle half of the last runs. */
  readonly seconds: readonly [from: number, to: number];
  readonly medianSeconds: number;
}

export interface Usage {
  /** What was charged, or is held back for what may be, since the time that was asked for: the ledger's sum. */
  readonly spentUsd: number;
  /** The cap that is the nearest for whoever asks; null where there is none. */
  readonly budget: Budget | null;
  readonly usual: readonly UsualTime[];
}
