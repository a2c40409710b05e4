/**
 * One step in the life of a prediction. A step does one thing that can fail, writes down what came of it, and answers
 * the row as it now stands; the watcher decides when the next one is due.
 */
import type { AppError, ErrorCode } from "#lib/errors.ts";
import type { Catalogue } from "#lib/models/catalogue.ts";
import type { Clock } from "#lib/server/clock.ts";
import type { Darkroom } from "#lib/server/darkroom/darkroom.ts";
import type { Thumbnails } from "#lib/server/projects/thumbnails.ts";
import type { Provider } from "#lib/server/providers/provider.ts";
import type { Blobs } from "#lib/server/storage/blobs.ts";
import type { PredictionPatch, PredictionRecord, Records } from "#lib/server/storage/records.ts";
import { isTerminal } from "#lib/wire.ts";
import type { Changes } from "../changes.ts";
import type { Glimpses } from "../glimpses.ts";
import type { RunTimes } from "../run-times.ts";

export interface StepParts {
  readonly catalogue: Catalogue;
  readonly records: Records;
  readonly blobs: Blobs;
  readonly darkroom: Darkroom;
  readonly provider: Provider;
  readonly clock: Clock;
  readonly changes: Changes;
  readonly glimpses: Glimpses;
  readonly runTimes: RunTimes;
  readonly thumbnails: Thumbnails;
  /** 0..1; an argument so that tests are exact. */
  readonly random: () => number;
}

export type Step = (parts: StepParts, row: PredictionRecord, signal: AbortSignal) => Promise<PredictionRecord>;

/**
 * Writes a patch although somebody else (a cancel) may have moved the version meanwhile: an answer that has been paid
 * for must not get lost to that race. A row that has ended stays as it ended.
 */
export async function amend(
  parts: StepParts,
  row: PredictionRecord,
  change: PredictionPatch,
  { isTold = true }: { readonly isTold?: boolean } = {},
): Promise<PredictionRecord> {
  let current = row;
  const patch = endingInTime(row, change);
  for (;;) {
    const isNewlyCanceled = current.cancelRequestedAtMs !== null && row.cancelRequestedAtMs === null;
    const isDueNow = isNewlyCanceled || (isMovedByOthers(row, current) && !patch.waiting);
    const due = isDueNow ? { ...patch, nextAtMs: parts.clock.now() } : patch;
    const changed = await parts.records.predictions.change(current.id, current.version, due);
    if (changed) {
      if (isTold) parts.changes.announce(changed.id);
      return changed;
    }
    const latest = await parts.records.predictions.get(row.id);
    if (!latest || isTerminal(latest.status)) return latest ?? current;
    current = latest;
  }
}

/** While the step was taken: by a cancel, or by a call of the gateway, which may be newer than what the step has seen. */
function isMovedByOthers(row: PredictionRecord, current: PredictionRecord): boolean {
  return current.version !== row.version;
}

/** However long a provider asks us to wait, nothing sleeps past its deadline. */
function endingInTime(row: PredictionRecord, patch: PredictionPatch): PredictionPatch {
  const { nextAtMs, deadlineAtMs = row.deadlineAtMs } = patch;
  return nextAtMs === undefined ? patch : { ...patch, nextAtMs: Math.min(nextAtMs, deadlineAtMs + 1) };
}

export function fail(
  parts: StepParts,
  row: PredictionRecord,
  error: Pick<AppError, "code" | "message" | "faults">,
): Promise<PredictionRecord> {
  const { code, message, faults } = error;
  return end(parts, row, { status: "failed", error: { code, message, faults } });
}

export function end(parts: StepParts, row: PredictionRecord, patch: PredictionPatch): Promise<PredictionRecord> {
  return amend(parts, row, { ...patch, waiting: null, completedAtMs: parts.clock.now() });
}

/** Tries the same step again later and lets the person see why it waits. */
export function waitFor(
  parts: StepParts,
  row: PredictionRecord,
  error: Pick<AppError, "code">,
  delayMs: number,
  patch: PredictionPatch = {},
): Promise<PredictionRecord> {
  const untilMs = parts.clock.now() + delayMs;
  return amend(parts, row, { ...patch, waiting: { code: error.code, untilMs }, nextAtMs: untilMs });
}

/** Nothing is wrong with the run: our own house has its hands full, or the place where pictures are kept is not well. */
export function isOursToMend(code: ErrorCode): boolean {
  return code === "busy" || code === "storage_unavailable" || code === "storage_refused";
}

/** Only for a provider whose asks are free: the run begins anew. */
export function askAgain(parts: StepParts, row: PredictionRecord): Promise<PredictionRecord> {
  return amend(parts, row, {
    status: "intent",
    upstreamId: null,
    submittedAtMs: null,
    failures: 0,
    waiting: null,
    nextAtMs: parts.clock.now(),
  });
}
