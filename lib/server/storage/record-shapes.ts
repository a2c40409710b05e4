/** The rows of the record store, as every database gives them. */
import type { ErrorCode, FieldFault } from "#lib/errors.ts";
import type { Inputs } from "#lib/models/model.ts";
import type { Verdict } from "#lib/review-wire.ts";
import type { EditKind, Fidelity, Frame, PredictionStatus, ProviderName, StoredFormat } from "#lib/wire.ts";
import type { Ownership } from "./sight-records.ts";

export interface PictureRecord {
  readonly id: string;
  readonly sha256: string;
  readonly format: StoredFormat;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly hasAlpha: boolean;
  readonly notes: readonly string[];
  /** The file as it came, where it had to be converted; null where it is the picture itself. */
  readonly sourceSha256: string | null;
  readonly createdAtMs: number;
}

export interface ProjectRecord extends Ownership {
  readonly id: string;
  readonly name: string;
  readonly currentEditId: string | null;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

/** What a card on the desk needs. */
export interface ProjectSummary extends ProjectRecord {
  readonly starred: boolean;
  /** Of what is not deleted, as editCount is. */
  readonly branchCount: number;
  readonly editCount: number;
  /** Picture of the current edit. */
  readonly coverId: string | null;
}

export interface EditRecord {
  readonly id: string;
  readonly projectId: string;
  readonly parentId: string | null;
  readonly kind: EditKind;
  readonly name: string;
  readonly pictureId: string;
  readonly predictionId: string | null;
  readonly fidelity: Fidelity | null;
  readonly createdAtMs: number;
}

/** An edit as it is read: with what was made of it since. */
export interface StoredEdit extends EditRecord {
  readonly starred: boolean;
  /** Set on what is hidden: nothing is ever removed. */
  readonly deletedAtMs: number | null;
}

export type PredictionVia = "studio" | "facade";

export interface PredictionError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly faults: readonly FieldFault[];
}

export interface PredictionRecord {
  readonly id: string;
  readonly projectId: string;
  readonly parentEditId: string | null;
  readonly model: string;
  readonly provider: ProviderName;
  readonly via: PredictionVia;
  readonly inputs: Inputs;
  readonly frame: Frame | null;
  readonly seed: number | null;
  readonly idempotencyKey: string | null;
  readonly requestHash: string;
  readonly status: PredictionStatus;
  readonly version: number;
  readonly upstreamId: string | null;
  readonly progress: number | null;
  readonly logs: string;
  /** Addresses of the results, remembered while fetching. */
  readonly outputs: readonly string[];
  readonly error: PredictionError | null;
  /** Why it waits, while it is not terminal. */
  readonly waiting: { readonly code: ErrorCode; readonly untilMs: number } | null;
  readonly cancelRequestedAtMs: number | null;
  readonly priceUsd: number | null;
  /** Failed looks in a row; grows the back-off. */
  readonly failures: number;
  readonly createdAtMs: number;
  readonly submittedAtMs: number | null;
  readonly startedAtMs: number | null;
  readonly completedAtMs: number | null;
  readonly deadlineAtMs: number;
  /** When the watcher should look next. */
  readonly nextAtMs: number;
}

/** What becomes of a prediction once it is written down. */
type Course =
  | "status"
  | "upstreamId"
  | "progress"
  | "logs"
  | "outputs"
  | "error"
  | "waiting"
  | "cancelRequestedAtMs"
  | "failures"
  | "submittedAtMs"
  | "startedAtMs"
  | "completedAtMs";

export type NewPrediction = Omit<PredictionRecord, Course | "version"> & { readonly logs?: string };

export type PredictionPatch = Partial<Pick<PredictionRecord, Course | "seed" | "deadlineAtMs" | "nextAtMs">>;

/** Rows that somebody has to move on, one process at a time. */
export interface LeasedRows<Row> {
  /** Only says when to look next: no new version, no reader is woken. False when the row is no longer at that version. */
  postpone(id: string, version: number, nextAtMs: number): Promise<boolean>;
  /**
   * Rows that are not terminal, due, and leased by nobody alive; they are leased to `owner` until nowMs + leaseMs.
   * Two processes that claim at once never get the same row. Does not change the version.
   */
  claim(request: {
    readonly owner: string;
    readonly nowMs: number;
    readonly leaseMs: number;
    readonly limit: number;
  }): Promise<readonly Row[]>;
  /** Prolongs a lease we still hold; false when it was lost. */
  renew(id: string, owner: string, untilMs: number): Promise<boolean>;
  release(id: string, owner: string): Promise<void>;
  /** When the next row is due that nobody holds, or null; the watcher sleeps until then. */
  nextDueAtMs(): Promise<number | null>;
}

export interface PredictionOutput {
  readonly index: number;
  readonly pictureId: string;
  readonly editId: string;
}

export interface PromptRecord {
  readonly id: string;
  readonly text: string;
  /** The later of the two below. */
  readonly lastAtMs: number;
  readonly usedAtMs: number | null;
  readonly savedAtMs: number | null;
}

/** Words as they come in. */
export interface NewPrompt extends Pick<PromptRecord, "id" | "text"> {
  /** Left out where nobody is asked who they are. */
  readonly personId?: string;
}

export interface Keyset {
  /** The id of the last row of the page before; rows come newest first (projects: last changed first). */
  readonly after?: string;
  readonly limit: number;
}

/** Where a page ended: the row's own place then, so that it does not matter where the row stands now. */
export interface ProjectPlace {
  readonly updatedAtMs: number;
  readonly id: string;
}

export interface ProjectQuery {
  readonly after?: ProjectPlace;
  readonly limit: number;
  /** Part of the name, of an edit's name or of a prompt, whatever its capital letters. */
  readonly search?: string;
  readonly isStarred?: boolean;
  /** Only what this person may see. */
  readonly seenBy?: string;
  readonly changedSinceMs?: number;
}

/** A link that lets others look at a project, or at one of its edits. */
export interface ShareRecord {
  readonly id: string;
  readonly projectId: string;
  /** Null: the whole project. */
  readonly editId: string | null;
  /** The token itself is kept nowhere. */
  readonly tokenHash: string;
  readonly createdAtMs: number;
  readonly expiresAtMs: number | null;
  readonly revokedAtMs: number | null;
}

/** What is noted in the studio itself: on a picture, or as an answer. */
export interface NoteRecord {
  readonly id: string;
  readonly projectId: string;
  readonly editId: string;
  /** The remark or note it answers; null where it stands for itself. */
  readonly answeredId: string | null;
  readonly text: string;
  /** As a remark's. */
  readonly x: number | null;
  readonly y: number | null;
  readonly createdAtMs: number;
}

/** What somebody said about an edit who came by a link. */
export interface RemarkRecord {
  readonly id: string;
  readonly shareId: string;
  readonly editId: string;
  readonly author: string;
  readonly text: string;
  /** Of the picture's width and height, 0..1; null where it is about all of it. */
  readonly x: number | null;
  readonly y: number | null;
  readonly verdict: Verdict | null;
  readonly createdAtMs: number;
}
