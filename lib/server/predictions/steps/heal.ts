/**
 * unknown → accepted | failed. The answer to a paid request was lost: it is looked for in the provider's list, never
 * asked again. A row may only claim an entry no other row has, with the same model and the same plain inputs.
 */
import { AppError } from "#lib/errors.ts";
import { requestInput } from "#lib/models/request-input.ts";
import { type Listed, ProviderError } from "#lib/server/providers/provider.ts";
import type { PredictionRecord } from "#lib/server/storage/records.ts";
import { backOffMs } from "../poll-delay.ts";
import { amend, askAgain, end, fail, type Step, type StepParts, waitFor } from "./step.ts";

/** Waits after each look that did not find it; half a minute in all. */
const looksMs = [1000, 2000, 4000, 8000, 15_000] as const;

export const healStep: Step = async (parts, row, signal) => {
  if (parts.provider.asksAreFree) return askAgain(parts, row);
  let listed: readonly Listed[] | null;
  try {
    listed = await parts.provider.recent(signal);
  } catch (error) {
    if (signal.aborted) throw error;
    const failure =
      error instanceof ProviderError ? error : new AppError("provider_unreachable", "The list could not be read", { cause: error });
    return waitFor(parts, row, failure, failure.retryAfterMs ?? backOffMs(2, parts.random()));
  }
  if (listed === null) return giveUp(parts, row, "This provider has no list in which the prediction could be found");
  const known = await parts.records.predictions.knownUpstream(
    row.provider,
    listed.map((entry) => entry.id),
  );
  const found = findOwn(
    parts,
    row,
    listed.filter((entry) => !known.has(entry.id)),
  );
  if (found) return amend(parts, row, { status: "accepted", upstreamId: found.id, failures: 0, nextAtMs: parts.clock.now() });
  const delayMs = looksMs[row.failures];
  if (delayMs === undefined) return giveUp(parts, row, "The prediction is not in the provider's list");
  return amend(parts, row, { failures: row.failures + 1, waiting: null, nextAtMs: parts.clock.now() + delayMs });
};

function giveUp(parts: StepParts, row: PredictionRecord, message: string): Promise<PredictionRecord> {
  if (row.cancelRequestedAtMs !== null) return end(parts, row, { status: "canceled" });
  return fail(parts, row, new AppError("answer_lost", message));
}

function findOwn(parts: StepParts, row: PredictionRecord, candidates: readonly Listed[]): Listed | null {
  const entry = parts.catalogue.list().find((model) => model.id === row.model);
  if (!entry) return null;
  const asked = Object.entries(requestInput({ entry, inputs: row.inputs, seed: row.seed, pictures: {} })).filter(
    ([name]) => !isPicture(name),
  );
  const matching = candidates.filter(
    ({ input, model }) =>
      input !== null && (model === null || model === row.model) && asked.every(([name, value]) => input[name] === value),
  );
  return matching[0] ?? null;

  function isPicture(name: string): boolean {
    return entry?.fields.some((field) => field.name === name && (field.kind === "picture" || field.kind === "mask")) ?? false;
  }
}
