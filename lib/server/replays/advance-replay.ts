/**
 * Moves steps that are applied again on: one begins when the result of the one before is stored. Whatever is begun has a name
 * that was settled before (the key of a run, the id of a blend), so that after a sudden end nothing is asked for twice.
 */
import { AppError, type ErrorCode, isAppError } from "#lib/errors.ts";
import type { EnlargeTimes } from "#lib/models/enlarge.ts";
import { log } from "#lib/server/log.ts";
import type { Predictions } from "#lib/server/predictions/predictions.ts";
import type { Blends } from "#lib/server/projects/blends.ts";
import type { PictureRecord, ReplayPatch, ReplayRecord, ReplayStepRecord } from "#lib/server/storage/records.ts";
import { trace } from "#lib/server/tracing.ts";
import { isTerminal } from "#lib/wire.ts";
import { type BlendStep, type Chain, type RunStep, readChain } from "./read-chain.ts";
import { moveMask, type RequestParts, requestOf, resultOf } from "./step-request.ts";

export interface AdvanceParts extends RequestParts {
  readonly predictions: Pick<Predictions, "start" | "enlarge" | "cancel">;
  readonly blends: Blends;
}

const lookEveryMs = 400;
const busyMs = 2000;
/** What is over by itself after a while. */
const passing: readonly ErrorCode[] = ["busy", "storage_unavailable"];

export async function advanceReplay(parts: AdvanceParts, row: ReplayRecord, signal: AbortSignal): Promise<ReplayRecord> {
  let current = row;
  while (current.status === "running" && current.nextAtMs <= parts.clock.now() && !signal.aborted) {
    const before = current;
    current = await trace({ kind: "replay step", name: "step", partOf: row.id }, () => takeStep(parts, before, signal));
  }
  return current;
}

async function takeStep(parts: AdvanceParts, row: ReplayRecord, signal: AbortSignal): Promise<ReplayRecord> {
  const index = row.steps.findIndex(({ isOff, resultEditId }) => !isOff && resultEditId === null);
  const step = row.steps[index];
  if (row.cancelRequestedAtMs !== null) return stop(parts, row, index, step);
  try {
    await ensureRoot(parts, row);
    if (!step) return await finish(parts, row);
    if (step.predictionId !== null) return await follow(parts, row, index, step.predictionId);
    const chain = await readChain(parts.records, row.sourceEditId);
    const planned = chain.steps[index];
    if (!planned) throw new AppError("internal", `Expected a step ${index} of ${row.sourceEditId} but found none`);
    if (planned.does !== "blend") return await begin(parts, row, chain, index, planned);
    const resultEditId = await blend(parts, row, chain, planned, step.plannedEditId, signal);
    return await amendStep(parts, row, index, { resultEditId });
  } catch (error) {
    if (signal.aborted) throw error;
    if (isAppError(error) && passing.includes(error.code)) return rest(parts, row, busyMs);
    if (!isAppError(error)) log.error({ replay: row.id, step: index, error: String(error) }, "replay-stopped");
    return fail(parts, row, error);
  }
}

/** The picture the steps are applied to, as the first edit of its project or of a branch of its own. */
export async function ensureRoot({ records, clock }: AdvanceParts, row: ReplayRecord): Promise<void> {
  if (await records.edits.get(row.rootEditId)) return;
  const { projectId, name, pictureId, isNewProject, personId } = row;
  const nowMs = clock.now();
  if (isNewProject) {
    const fresh = { currentEditId: null, createdAtMs: nowMs, updatedAtMs: nowMs };
    await records.projects.ensure({ id: projectId, name, ...fresh, madeBy: personId, isPrivate: personId !== null });
  }
  const root = { id: row.rootEditId, projectId, parentId: null, kind: "upload", name, pictureId } as const;
  await records.edits.add({ ...root, predictionId: null, fidelity: null, createdAtMs: nowMs }, { makeCurrent: isNewProject });
}

export function keyOf(row: ReplayRecord, index: number, attempt: number): string {
  return `${row.id}/${index}/${attempt}`;
}

async function begin(parts: AdvanceParts, row: ReplayRecord, chain: Chain, index: number, planned: RunStep): Promise<ReplayRecord> {
  const idempotencyKey = keyOf(row, index, row.steps[index]?.attempt ?? 0);
  const known = await parts.records.predictions.byKey(idempotencyKey);
  if (known) return amendStep(parts, row, index, { predictionId: known.id });
  const { projectId, personId } = row;
  if (planned.does === "enlarge") {
    const times: EnlargeTimes = planned.run.inputs.factor === "4" ? 4 : 2;
    const base = await resultOf(parts.records, chain, row, planned.base);
    const { prediction } = await parts.predictions.enlarge(base.id, { times, idempotencyKey });
    return amendStep(parts, row, index, { predictionId: prediction.id });
  }
  const request = await requestOf(parts, chain, row, planned);
  const { prediction } = await parts.predictions.start({ ...request, projectId, personId, via: "studio", idempotencyKey });
  return amendStep(parts, row, index, { predictionId: prediction.id });
}

async function follow(parts: AdvanceParts, row: ReplayRecord, index: number, predictionId: string): Promise<ReplayRecord> {
  const { records } = parts;
  const run = await records.predictions.get(predictionId);
  if (!run) throw new AppError("internal", `Expected the run ${predictionId} but found none`);
  if (!isTerminal(run.status)) return rest(parts, row, lookEveryMs);
  if (run.status === "canceled") return amend(parts, row, { status: "canceled" });
  if (run.error) return amend(parts, row, { status: "failed", error: run.error });
  const outputs = (await records.predictions.outputs([run.id])).get(run.id) ?? [];
  const planned = (await readChain(records, row.sourceEditId)).steps[index];
  const wanted = planned && planned.does !== "blend" ? planned.outputIndex : 0;
  const output = outputs[wanted] ?? outputs.at(-1);
  if (!output) throw new AppError("no_result", `Expected a picture of the run ${predictionId} but found none`);
  return amendStep(parts, row, index, { resultEditId: output.editId });
}

async function blend(
  parts: AdvanceParts,
  row: ReplayRecord,
  chain: Chain,
  { edit, of, base, settings }: BlendStep,
  madeId: string,
  signal: AbortSignal,
): Promise<string> {
  const { records } = parts;
  const { fromEditId: _, ...request } = settings;
  const [from, under] = [await resultOf(records, chain, row, of), await resultOf(records, chain, row, base)];
  const [before, after] = await Promise.all([edit, under].map(({ pictureId }) => requirePicture(parts, pictureId)));
  const drawn = request.alphaId !== null && before && after ? await moveMask(parts, request.alphaId, before, after) : null;
  return (await parts.blends.blend(from.id, { ...request, alphaId: drawn }, { signal, madeId })).id;
}

async function stop(parts: AdvanceParts, row: ReplayRecord, index: number, step: ReplayStepRecord | undefined): Promise<ReplayRecord> {
  const { records, predictions } = parts;
  // It may have been asked for in the moment before a sudden end, and nobody wrote it down here.
  const begun = step && (step.predictionId ?? (await records.predictions.byKey(keyOf(row, index, step.attempt)))?.id);
  if (begun) await predictions.cancel(begun);
  const steps = begun ? withStep(row.steps, index, { predictionId: begun }) : row.steps;
  return amend(parts, row, { status: "canceled", steps });
}

async function finish(parts: AdvanceParts, row: ReplayRecord): Promise<ReplayRecord> {
  const last = row.steps.findLast(({ resultEditId }) => resultEditId !== null)?.resultEditId;
  if (last && row.isNewProject) await parts.records.projects.setCurrent(row.projectId, last, parts.clock.now());
  return amend(parts, row, { status: "done" });
}

function fail(parts: AdvanceParts, row: ReplayRecord, error: unknown): Promise<ReplayRecord> {
  const known = isAppError(error) ? error : new AppError("internal", "A step could not be applied");
  const { code, message, faults, cap } = known;
  return amend(parts, row, { status: "failed", error: { code, message, faults, ...(cap ? { cap } : {}) } });
}

async function rest({ records, clock }: AdvanceParts, row: ReplayRecord, ms: number): Promise<ReplayRecord> {
  const nextAtMs = clock.now() + ms;
  if (await records.replays.postpone(row.id, row.version, nextAtMs)) return { ...row, nextAtMs };
  return (await records.replays.get(row.id)) ?? { ...row, nextAtMs };
}

function amendStep(parts: AdvanceParts, row: ReplayRecord, index: number, to: Partial<ReplayStepRecord>): Promise<ReplayRecord> {
  return amend(parts, row, { steps: withStep(row.steps, index, to) });
}

export function withStep(steps: readonly ReplayStepRecord[], index: number, to: Partial<ReplayStepRecord>): readonly ReplayStepRecord[] {
  return steps.map((step, at) => (at === index ? { ...step, ...to } : step));
}

/** While a row is leased, others write only that it shall stop: that must not undo what was begun. */
async function amend({ records }: AdvanceParts, row: ReplayRecord, patch: ReplayPatch): Promise<ReplayRecord> {
  let current = row;
  for (;;) {
    const changed = await records.replays.change(current.id, current.version, patch);
    if (changed) return changed;
    const latest = await records.replays.get(row.id);
    if (latest?.status !== "running") return latest ?? current;
    current = latest;
  }
}

async function requirePicture({ records }: AdvanceParts, id: string): Promise<PictureRecord | null> {
  return records.pictures.get(id);
}
