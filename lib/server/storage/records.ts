/** The contract of the record store (projects, pictures, edits, predictions). Every database passes records-contract.ts. */
import type { ErrorCode, FieldFault } from "#lib/errors.ts";
import type { Inputs } from "#lib/models/model.ts";
import type { EditKind, Fidelity, Frame, Page, PredictionStatus, ProviderName, StoredFormat } from "#lib/wire.ts";

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

export interface ProjectRecord {
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

export type NewPrediction = Omit<
  PredictionRecord,
  | "status"
  | "version"
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
  | "completedAtMs"
> & { readonly logs?: string };

export type PredictionPatch = Partial<
  Pick<
    PredictionRecord,
    | "status"
    | "upstreamId"
    | "progress"
    | "logs"
    | "seed"
    | "outputs"
    | "error"
    | "waiting"
    | "cancelRequestedAtMs"
    | "failures"
    | "submittedAtMs"
    | "startedAtMs"
    | "completedAtMs"
    | "deadlineAtMs"
    | "nextAtMs"
  >
>;

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
  readonly changedSinceMs?: number;
}

export interface Records {
  readonly projects: {
    create(project: ProjectRecord): Promise<void>;
    /** Creates it where it is missing; safe when several do so at once. */
    ensure(project: ProjectRecord): Promise<void>;
    /** Null also for one that is deleted; so it is with every change but setDeleted. */
    get(id: string): Promise<ProjectSummary | null>;
    /** Last changed first, without those that are deleted. */
    list(query: ProjectQuery): Promise<{ readonly items: readonly ProjectSummary[]; readonly hasMore: boolean }>;
    rename(id: string, name: string, nowMs: number): Promise<boolean>;
    /** False also for an edit that is deleted. */
    setCurrent(id: string, editId: string, nowMs: number): Promise<boolean>;
    /** Does not make it the last changed one. */
    star(id: string, starred: boolean): Promise<boolean>;
    /** null brings it back as it was. */
    setDeleted(id: string, deletedAtMs: number | null): Promise<boolean>;
  };
  readonly pictures: {
    /** The same picture twice is one row; answers the stored one. */
    put(picture: PictureRecord): Promise<PictureRecord>;
    get(id: string): Promise<PictureRecord | null>;
    getMany(ids: readonly string[]): Promise<readonly PictureRecord[]>;
    /** All of them together. */
    total(): Promise<{ readonly count: number; readonly bytes: number }>;
    /** Which of these blob hashes some picture (or its source) refers to. */
    referenced(sha256s: readonly string[]): Promise<ReadonlySet<string>>;
  };
  readonly edits: {
    /** Adds the edit, touches the project and makes the edit current where the project has none or `makeCurrent` is set. */
    add(edit: EditRecord, options?: { readonly makeCurrent?: boolean }): Promise<void>;
    /** Also one that is deleted. */
    get(id: string): Promise<StoredEdit | null>;
    /** Oldest first, those that are deleted among them. */
    ofProject(projectId: string): Promise<readonly StoredEdit[]>;
    change(id: string, to: { readonly name?: string; readonly starred?: boolean }): Promise<boolean>;
    /** null brings it back. False, and nothing changed, where it is the current one of its project (or not there). */
    setDeleted(id: string, deletedAtMs: number | null): Promise<boolean>;
  };
  readonly predictions: {
    /** Status intent, version 1. An idempotency key that is taken answers the row that has it, with created false. */
    insert(prediction: NewPrediction): Promise<{ readonly created: boolean; readonly prediction: PredictionRecord }>;
    get(id: string): Promise<PredictionRecord | null>;
    list(keyset: Keyset & { readonly projectId?: string; readonly via?: PredictionVia }): Promise<Page<PredictionRecord>>;
    /** Everything begun since, with what tells whether it was charged. */
    askedSince(sinceMs: number): Promise<readonly Pick<PredictionRecord, "provider" | "status" | "error" | "submittedAtMs" | "priceUsd">[]>;
    /** The newest runs that were stored, with their times. */
    finishedLast(
      limit: number,
    ): Promise<readonly (Pick<PredictionRecord, "model" | "provider" | "createdAtMs"> & { readonly completedAtMs: number })[]>;
    outputs(predictionIds: readonly string[]): Promise<ReadonlyMap<string, readonly PredictionOutput[]>>;
    /** Compare and set: null when the row is no longer at that version. Each success adds one to the version. */
    change(id: string, version: number, patch: PredictionPatch): Promise<PredictionRecord | null>;
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
    }): Promise<readonly PredictionRecord[]>;
    /** Prolongs a lease we still hold; false when it was lost. */
    renew(id: string, owner: string, untilMs: number): Promise<boolean>;
    release(id: string, owner: string): Promise<void>;
    /** When the next row is due that nobody holds, or null; the watcher sleeps until then. */
    nextDueAtMs(): Promise<number | null>;
    /** Which of these upstream ids one of our rows already has. */
    knownUpstream(provider: ProviderName, upstreamIds: readonly string[]): Promise<ReadonlySet<string>>;
    /**
     * The end of a good run, in one transaction: pictures (those already there are fine), edits, outputs, the row's patch,
     * the project's time, and its current edit where it had none. Null (and nothing written) when the version moved.
     */
    finish(request: {
      readonly id: string;
      readonly version: number;
      readonly pictures: readonly PictureRecord[];
      readonly edits: readonly EditRecord[];
      readonly patch: PredictionPatch;
    }): Promise<PredictionRecord | null>;
  };
  readonly prompts: {
    /** The same id twice is one row. */
    use(prompt: Pick<PromptRecord, "id" | "text">, nowMs: number): Promise<PromptRecord>;
    save(prompt: Pick<PromptRecord, "id" | "text">, nowMs: number): Promise<PromptRecord>;
    /** What was never used goes; what is not there is fine. */
    unsave(id: string): Promise<void>;
    /** Every word of `search` occurs in the text, whatever its case. */
    list(request: Keyset & { readonly search?: string; readonly savedOnly?: boolean }): Promise<Page<PromptRecord>>;
  };
  close(): Promise<void>;
}
