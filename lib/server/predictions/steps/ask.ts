/**
 * intent → submitting → accepted. The only place that spends money. `submitting` is on disk before the first byte
 * leaves; from then on the row is asked again only when the provider surely did not begin.
 */
import { AppError } from "#lib/errors.ts";
import { log } from "#lib/server/log.ts";
import { ProviderError } from "#lib/server/providers/provider.ts";
import type { PredictionRecord } from "#lib/server/storage/records.ts";
import { backOffMs, firstDelayMs } from "../poll-delay.ts";
import { prepareAsk } from "../prepare-ask.ts";
import { amend, end, fail, isOursToMend, type Step, type StepParts, waitFor } from "./step.ts";

export const askStep: Step = async (parts, row, signal) => {
  if (row.cancelRequestedAtMs !== null) return end(parts, row, { status: "canceled" });
  let prepared: Awaited<ReturnType<typeof prepareAsk>>;
  try {
    prepared = await prepareAsk(parts, parts.catalogue.get(row.model), row, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    return refuseBeforeAsking(parts, row, error);
  }
  try {
    const { clock, records } = parts;
    const submitting = await records.predictions.change(row.id, row.version, {
      status: "submitting",
      submittedAtMs: clock.now(),
      waiting: null,
    });
    // Canceled while its pictures were prepared: nothing has left us yet, so look at it afresh.
    if (!submitting) return (await records.predictions.get(row.id)) ?? row;
    parts.changes.announce(row.id);
    return await ask(parts, submitting, prepared.ask, signal);
  } finally {
    await prepared.dispose();
  }
};

async function ask(parts: StepParts, row: PredictionRecord, request: Parameters<StepParts["provider"]["ask"]>[0], signal: AbortSignal) {
  try {
    const snapshot = await parts.provider.ask(request, signal);
    parts.runTimes.began(row.id, parts.clock.now());
    return await amend(parts, row, {
      status: "accepted",
      upstreamId: snapshot.id,
      failures: 0,
      nextAtMs: parts.clock.now() + firstLookMs(parts, row),
    });
  } catch (error) {
    return afterFailedAsk(parts, row, error);
  }
}

function firstLookMs({ provider, runTimes, random }: StepParts, { id, model }: PredictionRecord): number {
  return provider.asksAreFree ? 50 : firstDelayMs({ prospect: runTimes.prospectOf(id, model), random: random() });
}

function afterFailedAsk(parts: StepParts, row: PredictionRecord, error: unknown): Promise<PredictionRecord> {
  const failure = error instanceof ProviderError ? error : null;
  if (failure?.started === "refused") return fail(parts, row, failure);
  if (failure?.started === "no") {
    // A throttle is not a fault of this run: only real failures make the waiting longer.
    const failures = failure.retryAfterMs === undefined ? row.failures + 1 : row.failures;
    const delayMs = failure.retryAfterMs ?? backOffMs(failures, parts.random());
    return waitFor(parts, row, failure, delayMs, { status: "intent", submittedAtMs: null, failures });
  }
  if (failure === null) log.error({ prediction: row.id, error: String(error) }, "ask-failed");
  return amend(parts, row, { status: "unknown", failures: 0, waiting: null, nextAtMs: parts.clock.now() });
}

function refuseBeforeAsking(parts: StepParts, row: PredictionRecord, error: unknown): Promise<PredictionRecord> {
  const known = error instanceof AppError ? error : new AppError("internal", "The pictures could not be prepared", { cause: error });
  if (isOursToMend(known.code)) return waitFor(parts, row, known, known.retryAfterMs ?? 1000);
  if (known.code === "internal") log.error({ prediction: row.id, error: String(error) }, "prepare-failed");
  return fail(parts, row, known);
}
