/**
 * What was refused stands in the log as it is kept by default: who asked for what, and why not. No value that was sent is told,
 * and of one and the same asker only so much in a minute, so that nobody can drown the rest.
 */
import type { AppError, ErrorCode } from "#lib/errors.ts";
import { log, tellPath } from "#lib/server/log.ts";

/** Somebody may not, or something was sent that our own pages never send: no mere slip, and no step on the way. */
const refusals: ReadonlySet<ErrorCode> = new Set([
  ...(["sign_in_required", "sign_in_refused", "not_allowed", "factor_required", "cross_site", "host_not_allowed"] as const),
  ...(["too_many_attempts", "too_many_requests", "over_cap", "bad_request", "invalid_input", "method_not_allowed"] as const),
]);

const windowMs = 60_000;
const mostOfOne = 10;
const mostTogether = 300;
const mostFields = 5;
const longestField = 60;

export interface Refused {
  readonly request: string;
  readonly method: string;
  readonly path: string;
  /** Null for a stranger. */
  readonly person: string | null;
  readonly address: string;
}

let window = { beganMs: Number.NEGATIVE_INFINITY, told: 0, untold: 0, ofEach: new Map<string, number>() };

export function tellRefusal(error: Pick<AppError, "code" | "faults" | "refusedTo">, refused: Refused, nowMs = performance.now()): void {
  if (error.refusedTo === undefined && !refusals.has(error.code)) return;
  const person = refused.person ?? error.refusedTo ?? null;
  if (nowMs - window.beganMs >= windowMs) beginWindow(nowMs);
  const asker = person ?? refused.address;
  const count = (window.ofEach.get(asker) ?? 0) + 1;
  window.ofEach.set(asker, count);
  if (count > mostOfOne || window.told >= mostTogether) {
    window.untold += 1;
    return;
  }
  window.told += 1;
  const fields = error.faults.slice(0, mostFields).map(({ field, rule }) => `${field.slice(0, longestField)}: ${rule}`);
  const { request, method, path, address } = refused;
  // Where somebody is known their address adds nothing; of a stranger it is all there is.
  const who = person === null ? { address: address.slice(0, longestField) } : { person };
  log.warn({ request, method, path: tellPath(path), code: error.code, ...who, ...(fields.length > 0 ? { fields } : {}) }, "refused");
}

function beginWindow(nowMs: number): void {
  if (window.untold > 0) log.warn({ count: window.untold }, "refused-more");
  window = { beganMs: nowMs, told: 0, untold: 0, ofEach: new Map() };
}
