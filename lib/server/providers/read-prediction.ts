/** A stranger's JSON → our Snapshot. Requires little, believes nothing: only an id and a status have to be there. */

import { isDataUri } from "#lib/server/data-uri.ts";
import { classifyEnding } from "./classify-ending.ts";
import type { Listed, Snapshot, UpstreamState } from "./provider.ts";
import { isObject } from "./read-complaint.ts";
import { redact } from "./redact.ts";

const stateWords: Readonly<Record<string, UpstreamState>> = {
  starting: "starting",
  processing: "processing",
  succeeded: "succeeded",
  success: "succeeded",
  failed: "failed",
  canceled: "canceled",
  cancelled: "canceled",
  aborted: "aborted",
};
/** No model gives more than four pictures; a stranger who offers thousands is not followed into each of them. */
const mostOutputs = 16;
const longestLogs = 40_000;

/** Null where it is no prediction. `askedId` is the id of the prediction that was looked at; null after a create. */
export function readPrediction(body: unknown, askedId: string | null, secrets: readonly string[]): Snapshot | null {
  if (!isObject(body)) return null;
  const id = readId(body.id) ?? (body.id === undefined || body.id === null ? askedId : null);
  if (id === null || (askedId !== null && id !== askedId)) return null;
  // A create that tells only its id has told enough.
  const word = body.status === undefined && askedId === null ? "starting" : body.status;
  if (typeof word !== "string" || word.trim() === "") return null;
  // A word we do not know is taken for one more way of being busy; our own deadline ends that.
  const state = stateWords[word.trim().toLowerCase()] ?? "processing";
  const logs = readLogs(body.logs, secrets);
  const outputs = readOutputs(body.output);
  const error = state === "failed" ? classifyEnding(body.error, logs, secrets) : null;
  return { id, state, outputs, logs, error, dataRemoved: body.data_removed === true, tookMs: readTook(body) };
}

/** Null where it is no list. */
export function readList(body: unknown): readonly Listed[] | null {
  const results = isObject(body) ? body.results : body;
  if (!Array.isArray(results)) return null;
  return results.filter(isObject).flatMap((entry): Listed[] => {
    const id = readId(entry.id);
    if (id === null) return [];
    const createdAtMs = typeof entry.created_at === "string" ? Date.parse(entry.created_at) : Number.NaN;
    return [
      {
        id,
        model: typeof entry.model === "string" ? entry.model : null,
        input: isObject(entry.input) ? entry.input : null,
        createdAtMs: Number.isNaN(createdAtMs) ? null : createdAtMs,
      },
    ];
  });
}

/** Both moments are told by one clock, whose distance to ours does not matter. */
function readTook({ created_at: created, completed_at: completed }: Readonly<Record<string, unknown>>): number | null {
  if (typeof created !== "string" || typeof completed !== "string") return null;
  const tookMs = Date.parse(completed) - Date.parse(created);
  return tookMs >= 0 ? tookMs : null;
}

/** The addresses in an output of any shape: one, a list, or an object that holds them. */
export function readOutputs(output: unknown): readonly string[] {
  const found: string[] = [];
  collect(output, 0, found);
  return found;
}

function collect(value: unknown, depth: number, found: string[]): void {
  if (found.length >= mostOutputs) return;
  if (typeof value === "string") {
    if (isDataUri(value) || /^https?:\/\//i.test(value)) found.push(value);
    return;
  }
  if (depth > 3 || typeof value !== "object" || value === null) return;
  for (const inner of Object.values(value)) collect(inner, depth + 1, found);
}

/** An id becomes part of an address, so it may hold nothing that means something there. */
function readId(value: unknown): string | null {
  const id = typeof value === "number" ? String(value) : value;
  return typeof id === "string" && /^[A-Za-z0-9][\w-]{0,127}$/.test(id) ? id : null;
}

/** The head holds the seed, the tail the progress. */
function readLogs(value: unknown, secrets: readonly string[]): string {
  const logs = typeof value === "string" ? redact(value, secrets) : "";
  return logs.length <= longestLogs ? logs : `${logs.slice(0, longestLogs / 4)}\n…\n${logs.slice((-longestLogs * 3) / 4)}`;
}
