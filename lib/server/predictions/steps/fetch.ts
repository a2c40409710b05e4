/** fetching → stored: copies the results the moment they exist. Doing it twice changes nothing: pictures are named by their bytes. */
import { AppError } from "#lib/errors.ts";
import { firstWords } from "#lib/first-words.ts";
import { newId } from "#lib/ids.ts";
import { storePicture } from "#lib/server/projects/create-pictures.ts";
import { ProviderError } from "#lib/server/providers/provider.ts";
import type { EditRecord, PredictionRecord } from "#lib/server/storage/records.ts";
import { isTerminal, stageSide } from "#lib/wire.ts";
import type { Arrival } from "../glimpses.ts";
import { asOwnLines } from "../logs.ts";
import { backOffMs } from "../poll-delay.ts";
import { finishResult } from "./finish-result.ts";
import type { FinishedResult } from "./finished-result.ts";
import { askAgain, fail, isOursToMend, type Step, type StepParts, waitFor } from "./step.ts";

/** A provider that hands out thousands of addresses is not followed into each of them. */
const mostOutputs = 16;
/** Of an edit, in a line that can be read to its end. */
const longestName = 120;

export const fetchStep: Step = async (parts, row, signal) => {
  const arrival = parts.glimpses.begin(row.id);
  parts.changes.announce(row.id);
  try {
    await arrival.askedFor();
    return await fetchResults(parts, row, arrival, signal);
  } finally {
    arrival.end();
  }
};

async function fetchResults(parts: StepParts, row: PredictionRecord, arrival: Arrival, signal: AbortSignal): Promise<PredictionRecord> {
  const results: FinishedResult[] = [];
  const faults: AppError[] = [];
  for (const address of row.outputs.slice(0, mostOutputs)) {
    try {
      results.push(await takeResult(parts, row, { address, arrival }, signal));
    } catch (error) {
      if (signal.aborted) throw error;
      if (isForgotten(parts, error)) return askAgain(parts, row);
      const fault = asResultError(error);
      if (isWorthAnotherTry(error))
        return waitFor(parts, row, fault, fault.retryAfterMs ?? backOffMs(row.failures, parts.random()), { failures: row.failures + 1 });
      faults.push(fault);
    }
  }
  const [firstFault] = faults;
  if (results.length === 0) return fail(parts, row, firstFault ?? new AppError("no_result", "The provider gave no picture"));
  const stored = await finish(parts, row, results, faults.length);
  if (row.upstreamId !== null) await parts.provider.forget(row.upstreamId);
  return stored;
}

interface Coming {
  readonly address: string;
  readonly arrival: Arrival;
}

/** What every screen asks for next is there when the row is written, or on its way: whoever asks sooner waits for the same making of it. */
async function takeResult(
  parts: StepParts,
  row: PredictionRecord,
  { address, arrival }: Coming,
  signal: AbortSignal,
): Promise<FinishedResult> {
  const { blobs, provider, thumbnails } = parts;
  const [path, copy, copyTo] = [await blobs.scratchPath("bin"), await blobs.scratchPath("jpg"), await blobs.scratchPath("jpg")];
  const growing = arrival.receive(path);
  let offered: string | null = null;
  try {
    const { bytes } = await provider.download(address, path, signal, growing);
    growing.complete(bytes);
    const { picture: raw, hasCopy } = await storePicture(parts, { path, signal, copyTo: copy });
    const result = await finishResult(parts, row, { raw, copyTo }, signal);
    if (result.hasCopy) offered = copyTo;
    else if (hasCopy && result.picture.id === raw.id) offered = copy;
    if (offered) thumbnails.offer(result.picture, offered);
    // What cannot be drawn now is drawn when it is asked for, and says why then.
    else thumbnails.get(result.picture, stageSide).catch(() => undefined);
    return result;
  } finally {
    growing.abandon();
    await blobs.drop(path);
    for (const file of [copy, copyTo]) if (file !== offered) await blobs.drop(file);
  }
}

async function finish(
  parts: StepParts,
  row: PredictionRecord,
  results: readonly FinishedResult[],
  lost: number,
): Promise<PredictionRecord> {
  const nowMs = parts.clock.now();
  const pictures = results.flatMap(({ picture, beside }) => [picture, ...beside]);
  const edits = results.map((result) => asEdit(row, result, nowMs));
  const notes = asOwnLines(lost === 0 ? [] : [`${lost} of ${results.length + lost} results could not be read as pictures`]);
  let current = row;
  for (;;) {
    const patch = { status: "stored", progress: 1, waiting: null, error: null, completedAtMs: nowMs, logs: notes + current.logs } as const;
    const stored = await parts.records.predictions.finish({ id: row.id, version: current.version, pictures, edits, patch });
    if (stored) {
      parts.changes.announce(row.id);
      return stored;
    }
    const latest = await parts.records.predictions.get(row.id);
    if (!latest || isTerminal(latest.status)) return latest ?? current;
    current = latest;
  }
}

function asEdit(row: PredictionRecord, { picture, fidelity }: FinishedResult, nowMs: number): EditRecord {
  const prompt = row.inputs.prompt;
  return {
    id: newId("edt", nowMs),
    projectId: row.projectId,
    parentId: row.parentEditId,
    kind: "prediction",
    name: typeof prompt === "string" ? firstWords(prompt, longestName) : row.model,
    pictureId: picture.id,
    predictionId: row.id,
    fidelity,
    createdAtMs: nowMs,
  };
}

/** The local engine's results went with its process; painting them again costs nothing. */
function isForgotten({ provider }: StepParts, error: unknown): boolean {
  return provider.asksAreFree && error instanceof ProviderError && error.code === "prediction_lost";
}

function isWorthAnotherTry(error: unknown): boolean {
  return error instanceof ProviderError ? error.transient : error instanceof AppError ? isOursToMend(error.code) : true;
}

/** What the darkroom calls a bad picture is, here, a bad result. */
function asResultError(error: unknown): AppError {
  if (error instanceof ProviderError) return error;
  const isPicture = error instanceof AppError && error.code.startsWith("picture_");
  if (isPicture) return new AppError("result_unreadable", `The result is not a usable picture: ${error.message}`, { cause: error });
  if (error instanceof AppError) return error;
  return new AppError("result_unreachable", "The result could not be copied", { cause: error });
}
