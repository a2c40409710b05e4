/** accepted, running → fetching | failed | canceled: looks at the prediction upstream, and carries a cancel there. */
import { AppError } from "#lib/errors.ts";
import { ProviderError, type Snapshot } from "#lib/server/providers/provider.ts";
import { isFiltered, readProgress, readSeed } from "#lib/server/providers/read-logs.ts";
import type { PredictionPatch, PredictionRecord } from "#lib/server/storage/records.ts";
import { withOwnLines } from "../logs.ts";
import { backOffMs, pollDelayMs } from "../poll-delay.ts";
import { amend, askAgain, end, fail, type Step, type StepParts, waitFor } from "./step.ts";

/** A gateway may not know a prediction it has just created; after this many looks it is lost. */
const looksForMissing = 5;
const triesToCancel = 3;
const localLookMs = 150;
const shortestFetchMs = 60_000;
/** It had not begun, so that nothing was charged: as if it had never been sent. */
const canceledInTime = { status: "canceled", submittedAtMs: null } as const;

export const followStep: Step = async (parts, row, signal) => {
  const upstreamId = row.upstreamId;
  if (upstreamId === null)
    return fail(parts, row, new AppError("internal", "Expected an upstream id for an accepted prediction but found none"));
  if (row.cancelRequestedAtMs !== null) {
    const ended = await carryCancel(parts, row, upstreamId, signal);
    if (ended) return ended;
  }
  let snapshot: Snapshot;
  try {
    snapshot = await parts.provider.read(upstreamId, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    return afterFailedLook(parts, row, error);
  }
  return applySnapshot(parts, row, snapshot);
};

/** Null when the run was over already: then what came of it decides. */
async function carryCancel(
  parts: StepParts,
  row: PredictionRecord,
  upstreamId: string,
  signal: AbortSignal,
): Promise<PredictionRecord | null> {
  let hadBegun = true;
  try {
    const answer = await parts.provider.cancel(upstreamId, signal);
    if (answer === "already-over") return null;
    hadBegun = answer !== "aborted";
  } catch (error) {
    if (signal.aborted) throw error;
    const failure = error instanceof ProviderError ? error : null;
    if (failure?.transient && row.failures < triesToCancel) {
      return waitFor(parts, row, failure, failure.retryAfterMs ?? backOffMs(0, parts.random()), { failures: row.failures + 1 });
    }
  }
  const ended = await end(parts, row, hadBegun ? { status: "canceled" } : canceledInTime);
  await parts.provider.forget(upstreamId);
  return ended;
}

async function afterFailedLook(parts: StepParts, row: PredictionRecord, error: unknown): Promise<PredictionRecord> {
  const failure =
    error instanceof ProviderError
      ? error
      : new ProviderError("internal", "Looking failed", { cause: error, started: "maybe", transient: true });
  const failures = row.failures + 1;
  if (failure.code === "prediction_lost") {
    // The local engine forgets with its process; doing the work again costs nothing.
    if (parts.provider.asksAreFree) return askAgain(parts, row);
    if (failures >= looksForMissing) return fail(parts, row, failure);
  } else if (!failure.transient) return fail(parts, row, failure);
  return waitFor(parts, row, failure, failure.retryAfterMs ?? backOffMs(failures, parts.random()), { failures });
}

async function applySnapshot(parts: StepParts, row: PredictionRecord, snapshot: Snapshot): Promise<PredictionRecord> {
  const seen = seenIn(row, snapshot);
  switch (snapshot.state) {
    case "succeeded":
      return succeed(parts, row, snapshot, seen);
    case "failed": {
      const error = snapshot.error ?? new AppError("prediction_failed", "The provider gave no reason");
      return end(parts, row, { ...seen, status: "failed", error: { code: error.code, message: error.message, faults: error.faults } });
    }
    case "canceled":
      return end(parts, row, { ...seen, status: "canceled" });
    case "aborted":
      if (row.cancelRequestedAtMs !== null) return end(parts, row, { ...seen, ...canceledInTime });
      return fail(parts, row, new AppError("prediction_aborted", "The provider dropped the prediction before it began"));
    case "starting":
    case "processing":
      return lookAgain(parts, row, snapshot, seen);
  }
}

function succeed(parts: StepParts, row: PredictionRecord, snapshot: Snapshot, seen: PredictionPatch): Promise<PredictionRecord> {
  const nowMs = parts.clock.now();
  parts.runTimes.ended(row.id, row.model, elapsedOf(parts, row, nowMs), snapshot.tookMs);
  if (snapshot.outputs.length > 0) {
    // What has been paid for gets its own time to arrive in.
    const deadlineAtMs = Math.max(row.deadlineAtMs, nowMs + shortestFetchMs);
    const fetching = { status: "fetching", outputs: snapshot.outputs, failures: 0, waiting: null, deadlineAtMs, nextAtMs: nowMs } as const;
    // The next step tells of it, once the result can be waited for.
    return amend(parts, row, { ...seen, ...fetching }, { isTold: false });
  }
  const error = snapshot.dataRemoved
    ? new AppError("results_expired", "The provider had already removed the results")
    : isFiltered(snapshot.logs)
      ? new AppError("flagged", "The provider held back every picture of this run")
      : new AppError("no_result", "The provider called the run done but gave no picture");
  return end(parts, row, { ...seen, status: "failed", error: { code: error.code, message: error.message, faults: [] } });
}

async function lookAgain(
  parts: StepParts,
  row: PredictionRecord,
  { state, logs }: Snapshot,
  seen: PredictionPatch,
): Promise<PredictionRecord> {
  const nowMs = parts.clock.now();
  const elapsedMs = elapsedOf(parts, row, nowMs);
  parts.runTimes.seen(row.id, elapsedMs, readProgress(logs));
  const delayMs = parts.provider.asksAreFree
    ? localLookMs
    : pollDelayMs({
        elapsedMs,
        usualSeconds: usualSeconds(parts, row),
        prospect: parts.runTimes.prospectOf(row.id, row.model),
        random: parts.random(),
      });
  // A status that goes backwards is not news.
  const status = state === "processing" || row.status === "running" ? "running" : "accepted";
  const startedAtMs = row.startedAtMs ?? (status === "running" ? nowMs : null);
  const isNews = status !== row.status || row.waiting !== null || row.failures > 0 || Object.keys(seen).length > 0;
  if (isNews) return amend(parts, row, { ...seen, status, startedAtMs, waiting: null, failures: 0, nextAtMs: nowMs + delayMs });
  const isPostponed = await parts.records.predictions.postpone(row.id, row.version, nowMs + delayMs);
  return isPostponed ? { ...row, nextAtMs: nowMs + delayMs } : ((await parts.records.predictions.get(row.id)) ?? row);
}

function elapsedOf({ runTimes }: StepParts, { id, submittedAtMs, createdAtMs }: PredictionRecord, nowMs: number): number {
  return nowMs - (runTimes.begunAtMs(id) ?? submittedAtMs ?? createdAtMs);
}

/** Only what differs from the row; progress never goes back. */
function seenIn(row: PredictionRecord, snapshot: Snapshot): PredictionPatch {
  const logs = withOwnLines(row.logs, snapshot.logs);
  const progress = readProgress(snapshot.logs);
  const seed = row.seed ?? readSeed(snapshot.logs);
  return {
    ...(logs === row.logs ? {} : { logs }),
    ...(progress !== null && progress > (row.progress ?? -1) ? { progress } : {}),
    ...(seed === row.seed ? {} : { seed }),
  };
}

function usualSeconds(parts: StepParts, row: PredictionRecord): readonly [number, number] {
  return parts.catalogue.list().find((entry) => entry.id === row.model)?.usualSeconds ?? [5, 30];
}
