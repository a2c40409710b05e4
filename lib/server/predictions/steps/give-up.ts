/** What happens when the deadline has passed: no job outlives it, and the sentence says what may have been spent. */
import { AppError, type ErrorCode, errorCodes } from "#lib/errors.ts";
import type { PredictionRecord } from "#lib/server/storage/records.ts";
import { end, fail, type Step } from "./step.ts";

const cancelTimeoutMs = 5000;

export const giveUpStep: Step = async (parts, row, signal) => {
  const isCanceled = row.cancelRequestedAtMs !== null && row.status !== "fetching";
  const ended = isCanceled
    ? await end(parts, row, { status: "canceled" })
    : await fail(parts, row, new AppError(reason(row), "The deadline of this prediction has passed"));
  if (row.upstreamId !== null) {
    // Best effort: whether the provider hears of it changes nothing for us any more.
    const limit = AbortSignal.any([signal, AbortSignal.timeout(cancelTimeoutMs)]);
    await parts.provider.cancel(row.upstreamId, limit).catch(() => undefined);
    await parts.provider.forget(row.upstreamId);
  }
  return ended;
};

function reason(row: PredictionRecord): ErrorCode {
  switch (row.status) {
    case "intent":
      // It never left us; why it had to wait says more than that time ran out.
      return row.waiting?.code ?? "deadline_passed";
    case "submitting":
    case "unknown":
      return "answer_lost";
    case "fetching":
      // There is a result, and it was paid for, whatever kept us from storing it.
      return row.waiting && errorCodes[row.waiting.code].charged !== "no" ? row.waiting.code : "result_unreachable";
    default:
      return "deadline_passed";
  }
}
