/** The one error body of the studio's own API. What nobody foresaw is logged with the request's id and leaves only that id. */
import { AppError, errorCodes, isAppError } from "#lib/errors.ts";
import { log } from "#lib/server/log.ts";
import type { ErrorBody } from "#lib/wire.ts";
import { nameDiskFault } from "./disk-fault.ts";

const longestCauses = 5;
const longestMessage = 500;

/** What is ours to say, as it is; the rest becomes `internal`, and only the log knows why. */
export function asAppError(error: unknown, requestId: string): AppError {
  if (isAppError(error) && error.code !== "internal") return error;
  log.error({ request: requestId, trace: traceOf(error) }, "request-failed");
  const disk = nameDiskFault(error);
  if (disk) return disk;
  return new AppError("internal", `Something went wrong on the server (${requestId})`, { cause: error });
}

export function errorResponse(error: AppError, requestId: string): Response {
  const { code, message, faults, cap } = error;
  const body: ErrorBody = { error: { code, message, charged: errorCodes[code].charged, faults, requestId, ...(cap ? { cap } : {}) } };
  return Response.json(body, { status: error.status, headers: retryHeaders(error) });
}

export function retryHeaders({ retryAfterMs }: AppError): Record<string, string> {
  return retryAfterMs === undefined ? {} : { "retry-after": String(Math.max(1, Math.ceil(retryAfterMs / 1000))) };
}

/** The error and what caused it, with the places; never the values that were being worked on. */
function traceOf(error: unknown): readonly string[] {
  const lines: string[] = [];
  for (let current = error; current !== undefined && lines.length < longestCauses; ) {
    if (!(current instanceof Error)) return [...lines, String(current).slice(0, longestMessage)];
    const places = current.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
    lines.push([`${current.name}: ${current.message.slice(0, longestMessage)}`, ...places.slice(0, 8)].join("\n"));
    current = current.cause;
  }
  return lines;
}
