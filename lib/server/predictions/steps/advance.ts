/** Which step follows from which status. Exhaustive: a new status does not compile until it has its step. */
import { log } from "#lib/server/log.ts";
import { meter } from "#lib/server/meter.ts";
import type { PredictionRecord } from "#lib/server/storage/records.ts";
import { trace, traceWhole } from "#lib/server/tracing.ts";
import { isTerminal, type PredictionStatus } from "#lib/wire.ts";
import { askStep } from "./ask.ts";
import { fetchStep } from "./fetch.ts";
import { followStep } from "./follow.ts";
import { giveUpStep } from "./give-up.ts";
import { healStep } from "./heal.ts";
import { amend, type Step, type StepParts } from "./step.ts";

/** Found `submitting` without anybody at work on it: the process died with the request perhaps on its way. */
const interruptedStep: Step = (parts, row) =>
  amend(parts, row, { status: "unknown", failures: 0, waiting: null, nextAtMs: parts.clock.now() });
const restStep: Step = async (_parts, row) => row;

const steps: Record<PredictionStatus, Step> = {
  intent: askStep,
  submitting: interruptedStep,
  unknown: healStep,
  accepted: followStep,
  running: followStep,
  fetching: fetchStep,
  stored: restStep,
  failed: restStep,
  canceled: restStep,
};

/** Lets the clock be past the deadline, not on it, when a step is cut. */
const graceMs = 10;

/** Goes on as long as the next step is already due. */
export async function advance(parts: StepParts, row: PredictionRecord, signal: AbortSignal): Promise<PredictionRecord> {
  let current = row;
  while (!isTerminal(current.status) && current.nextAtMs <= parts.clock.now() && !signal.aborted) {
    const before = current;
    current = await trace({ kind: "prediction step", name: before.status, partOf: row.id, facts: factsOf(before) }, async (span) => {
      const isLate = parts.clock.now() > before.deadlineAtMs;
      const after = await (isLate ? giveUpStep(parts, before, signal) : takeStep(parts, before, signal));
      span.tell({ "pentimento.status": after.status });
      return after;
    });
    account(before, current);
  }
  if (isTerminal(current.status) && !isTerminal(row.status)) tellLife(current, parts.clock.now());
  return current;
}

function factsOf({ model, provider }: PredictionRecord) {
  return { "pentimento.model": model, "pentimento.provider": provider };
}

function tellLife(row: PredictionRecord, nowMs: number): void {
  const life = { kind: "prediction", name: row.status, partOf: row.id, facts: factsOf(row) } as const;
  traceWhole(life, row.createdAtMs, row.completedAtMs ?? nowMs, row.error?.code);
}

function account({ id, status: from, model, provider }: PredictionRecord, { status: to, waiting, error }: PredictionRecord): void {
  meter.count("pentimento_prediction_steps_total", { from, to });
  const why = waiting?.code ?? error?.code;
  if (from !== to || why !== undefined) log.info({ prediction: id, from, to, model, provider, why }, "step");
}

/** A call that hangs is cut when the prediction's time is over; the row is then given up like any other that is late. */
async function takeStep(parts: StepParts, row: PredictionRecord, signal: AbortSignal): Promise<PredictionRecord> {
  const leftMs = Math.max(0, row.deadlineAtMs - parts.clock.now()) + graceMs;
  try {
    return await steps[row.status](parts, row, AbortSignal.any([signal, AbortSignal.timeout(leftMs)]));
  } catch (error) {
    if (signal.aborted || parts.clock.now() <= row.deadlineAtMs) throw error;
    return (await parts.records.predictions.get(row.id)) ?? row;
  }
}
