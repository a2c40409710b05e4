/** The rows of steps that are applied again; what a step does is read from the edit it repeats, which never changes. */
import type { CapReached } from "#lib/errors.ts";
import type { ReplayStatus } from "#lib/replay-wire.ts";
import type { PredictionError } from "./record-shapes.ts";

export interface ReplayStepRecord {
  /** The edit that is repeated. */
  readonly editId: string;
  readonly isOff: boolean;
  /** Grows when a step that failed is tried again: what was asked in vain is asked anew, and nothing else ever is. */
  readonly attempt: number;
  /** Settled beforehand, so that a blend that is made twice is one edit. */
  readonly plannedEditId: string;
  readonly predictionId: string | null;
  /** Set once it is done. */
  readonly resultEditId: string | null;
}

export interface ReplayRecord {
  readonly id: string;
  readonly sourceEditId: string;
  /** The picture the steps are applied to, and the edit that stands for it. */
  readonly pictureId: string;
  readonly rootEditId: string;
  readonly projectId: string;
  /** Who began it, pays for its runs, and whose a new project is; null where nobody is asked who they are. */
  readonly personId: string | null;
  /** Of the picture, and of the project where it is a new one. */
  readonly name: string;
  readonly isNewProject: boolean;
  readonly keepsSeeds: boolean;
  readonly steps: readonly ReplayStepRecord[];
  readonly status: ReplayStatus;
  readonly error: ReplayError | null;
  readonly cancelRequestedAtMs: number | null;
  readonly idempotencyKey: string | null;
  readonly requestHash: string;
  readonly version: number;
  readonly createdAtMs: number;
  readonly nextAtMs: number;
}

/** Where a cap stopped it, with the amounts of that moment. */
export interface ReplayError extends PredictionError {
  readonly cap?: CapReached;
}

export type NewReplay = Omit<ReplayRecord, "status" | "error" | "cancelRequestedAtMs" | "version">;
export type ReplayPatch = Partial<Pick<ReplayRecord, "steps" | "status" | "error" | "cancelRequestedAtMs" | "nextAtMs">>;
