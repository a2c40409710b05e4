/** The predictions as routes use them: begin, look, wait, cancel, list. */
import { AppError } from "#lib/errors.ts";
import type { Provider } from "#lib/server/providers/provider.ts";
import type { PredictionRecord } from "#lib/server/storage/records.ts";
import { isTerminal, type Prediction } from "#lib/wire.ts";
import type { Changes } from "./changes.ts";
import { enlargeEdit } from "./enlarge-edit.ts";
import type { Glimpses } from "./glimpses.ts";
import type { Predictions } from "./predictions.ts";
import { presentPredictions } from "./present-prediction.ts";
import type { Prompts } from "./prompts.ts";
import { readOutputEdits } from "./read-output-edits.ts";
import { readUsage } from "./read-usage.ts";
import { type StartParts, startPrediction } from "./start-prediction.ts";
import { waitForAny } from "./wait-for-any.ts";

/** A picture that is asked for before it is there; a browser asks again. */
const longestLeadMs = 25_000;

interface Parts extends StartParts {
  readonly changes: Changes;
  readonly glimpses: Glimpses;
  readonly prompts: Pick<Prompts, "remember">;
  /** Runs what is done here whatever the provider is. */
  readonly local: Provider;
  /** Tells the watcher that something is due. */
  readonly wake: () => void;
}

export function createPredictions(parts: Parts): Predictions {
  const { records, changes, clock } = parts;

  async function row(id: string): Promise<PredictionRecord> {
    const found = await records.predictions.get(id);
    if (!found) throw new AppError("not_found", `Expected the id of a prediction but received "${id.slice(0, 80)}"`);
    return found;
  }

  async function present(record: PredictionRecord): Promise<Prediction> {
    const [prediction] = await presentPredictions(records, [record]);
    if (!prediction) throw new AppError("internal", "Expected one presented prediction but received none");
    return prediction;
  }

  /** Compare and set until it holds: a cancel must not get lost to a watcher that writes at the same moment. */
  async function requestCancel(id: string): Promise<PredictionRecord> {
    for (;;) {
      const current = await row(id);
      if (isTerminal(current.status) || current.cancelRequestedAtMs !== null) return current;
      const nowMs = clock.now();
      const changed = await records.predictions.change(id, current.version, { cancelRequestedAtMs: nowMs, nextAtMs: nowMs });
      if (changed) return changed;
    }
  }

  async function wait(id: string, { after, waitMs, signal }: Parameters<Predictions["wait"]>[1]): Promise<Prediction> {
    const untilMs = clock.now() + waitMs;
    for (;;) {
      const over = new AbortController();
      const leftMs = untilMs - clock.now();
      // Listening begins before looking, so that no change falls between the two.
      const change = changes.next(id, leftMs, signal ? AbortSignal.any([signal, over.signal]) : over.signal);
      const current = await row(id);
      if (current.version > after || isTerminal(current.status) || leftMs <= 0 || signal?.aborted) {
        over.abort();
        return present(current);
      }
      await change;
    }
  }

  /** Until a run's results are on their way or will not be, or it was too long to wait. */
  async function untilArriving(id: string, signal: AbortSignal): Promise<void> {
    const untilMs = clock.now() + longestLeadMs;
    for (let after = 0; ; ) {
      const { status, version } = await wait(id, { after, waitMs: Math.max(0, untilMs - clock.now()), signal });
      if (status === "fetching" || isTerminal(status) || signal.aborted || clock.now() >= untilMs) return;
      after = version;
    }
  }

  return {
    async enlarge(editId, request) {
      const { created, prediction } = await enlargeEdit({ ...parts, provider: parts.local }, editId, request);
      parts.wake();
      return { created, prediction: await present(prediction) };
    },

    async start(request) {
      const { created, prediction } = await startPrediction(parts, request);
      parts.wake();
      const { prompt } = prediction.inputs;
      if (created && request.via === "studio" && typeof prompt === "string") await parts.prompts.remember(prompt, request.personId);
      return { created, prediction: await present(prediction) };
    },

    usage: (question) => readUsage(parts, question),

    async get(id) {
      return present(await row(id));
    },

    wait,
    async waitForAny(watched, request) {
      const found = await waitForAny(wait, watched, request);
      return { predictions: found, edits: await readOutputEdits(records, found) };
    },

    glimpse: (id, signal) => parts.glimpses.get(id, signal, (end) => untilArriving(id, end)),

    async cancel(id) {
      const record = await requestCancel(id);
      changes.announce(id);
      parts.wake();
      return present(record);
    },

    async list({ after, limit, projectId, via }) {
      const page = await records.predictions.list({
        limit,
        ...(after === undefined ? {} : { after }),
        ...(projectId === undefined ? {} : { projectId }),
        ...(via === undefined ? {} : { via }),
      });
      return { items: await presentPredictions(records, page.items), next: page.next };
    },
  };
}
