/** The contract of the record store (projects, pictures, edits, predictions). Every database passes records-contract.ts. */

import type { Page, PredictionStatus, ProviderName } from "#lib/wire.ts";
import type { LedgerRecords, Reservation } from "./ledger-records.ts";
import type { PeopleRecords } from "./people-records.ts";
import type {
  EditRecord,
  Keyset,
  LeasedRows,
  NewPrediction,
  NewPrompt,
  NoteRecord,
  PictureRecord,
  PredictionOutput,
  PredictionPatch,
  PredictionRecord,
  PredictionVia,
  ProjectQuery,
  ProjectRecord,
  ProjectSummary,
  PromptRecord,
  RemarkRecord,
  ShareRecord,
  StoredEdit,
} from "./record-shapes.ts";
import type { NewReplay, ReplayPatch, ReplayRecord } from "./replay-shapes.ts";
import type { SightRecords } from "./sight-records.ts";

export type * from "./ledger-records.ts";
export type * from "./people-records.ts";
export type * from "./record-shapes.ts";
export type * from "./replay-shapes.ts";
export type * from "./sight-records.ts";

export interface Records extends PeopleRecords, LedgerRecords, SightRecords {
  readonly projects: {
    /** With its first edit, where it begins with one: both or neither. */
    create(project: ProjectRecord, first?: EditRecord): Promise<void>;
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
    setPrivate(id: string, isPrivate: boolean): Promise<boolean>;
    /** Everybody sees what this person made; answers how many that changed. */
    shareAllOf(personId: string): Promise<number>;
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
  readonly predictions: LeasedRows<PredictionRecord> & {
    /**
     * Status intent, version 1. An idempotency key that is taken answers the row that has it, with created false, and reserves
     * nothing. Throws over_cap or price_unknown, and writes nothing, where a cap does not let it through.
     */
    insert(
      prediction: NewPrediction,
      reservation: Reservation,
    ): Promise<{ readonly created: boolean; readonly prediction: PredictionRecord }>;
    get(id: string): Promise<PredictionRecord | null>;
    byKey(idempotencyKey: string): Promise<PredictionRecord | null>;
    list(keyset: Keyset & { readonly projectId?: string; readonly via?: PredictionVia }): Promise<Page<PredictionRecord>>;
    /** The newest runs that were stored, with their times. */
    finishedLast(
      limit: number,
    ): Promise<readonly (Pick<PredictionRecord, "model" | "provider" | "createdAtMs"> & { readonly completedAtMs: number })[]>;
    outputs(predictionIds: readonly string[]): Promise<ReadonlyMap<string, readonly PredictionOutput[]>>;
    /** Compare and set: null when the row is no longer at that version. Each success adds one to the version. */
    change(id: string, version: number, patch: PredictionPatch): Promise<PredictionRecord | null>;
    /** How many there are of each status that is not terminal. */
    countLive(): Promise<Readonly<Partial<Record<PredictionStatus, number>>>>;
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
    use(prompt: NewPrompt, nowMs: number): Promise<PromptRecord>;
    save(prompt: NewPrompt, nowMs: number): Promise<PromptRecord>;
    /** What was never used goes; what is not there is fine. */
    unsave(id: string): Promise<void>;
    /** Every word of `search` occurs in the text, whatever its case. With a person only their own, and those of a time when nobody was asked. */
    list(
      request: Keyset & { readonly personId?: string; readonly search?: string; readonly savedOnly?: boolean },
    ): Promise<Page<PromptRecord>>;
  };
  readonly shares: {
    create(share: ShareRecord): Promise<void>;
    get(id: string): Promise<ShareRecord | null>;
    /** Also one that is revoked or has expired. */
    byToken(tokenHash: string): Promise<ShareRecord | null>;
    /** Newest first. */
    ofProject(projectId: string): Promise<readonly ShareRecord[]>;
    /** What is revoked stays so since the first time. */
    revoke(id: string, nowMs: number): Promise<void>;
    /** False, and nothing written, where the link already has `most`. */
    addRemark(remark: RemarkRecord, most: number): Promise<boolean>;
    remark(id: string): Promise<RemarkRecord | null>;
    /** Oldest first. */
    remarks(shareIds: readonly string[]): Promise<readonly RemarkRecord[]>;
  };
  readonly notes: {
    /** False, and nothing written, where the project already has `most`. */
    add(note: NoteRecord, most: number): Promise<boolean>;
    get(id: string): Promise<NoteRecord | null>;
    /** Oldest first, answers among them. */
    ofProject(projectId: string): Promise<readonly NoteRecord[]>;
    /** Of a remark or a note; null opens it again. */
    settle(remarkId: string, atMs: number | null): Promise<void>;
    settled(remarkIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  };
  readonly replays: LeasedRows<ReplayRecord> & {
    /** All or none, at version 1; one whose key is taken is answered as it is stored. */
    insert(replays: readonly NewReplay[]): Promise<readonly ReplayRecord[]>;
    get(id: string): Promise<ReplayRecord | null>;
    /** Newest first. */
    ofProject(projectId: string, limit: number): Promise<readonly ReplayRecord[]>;
    /** Compare and set, as with predictions. */
    change(id: string, version: number, patch: ReplayPatch): Promise<ReplayRecord | null>;
  };
  /** What time it is where the rows are: the same for every process that works on them. */
  timeMs(): Promise<number>;
  close(): Promise<void>;
}
