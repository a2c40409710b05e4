/** The one error body of the studio's own API. What nobody foresaw is logged with the request's id and leaves only that id. */
import { AppError, errorCodes } from "#lib/errors.ts";
import type { ErrorBody } from "#lib/wire.ts";

export function asAppError(error: unknown, requestId: string): AppError {
  if (error instanceof AppError && error.code !== "internal") return error;
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(JSON.stringify({ event: "request-failed", requestId, trace }));
  return new AppError("internal", `Something went wrong on the server (${requestId})`, { cause: error });
}

export function errorResponse(error: AppError, requestId: string): Response {
  const { code, message, faults, retryAfterMs } = error;
  const body: ErrorBody = { error: { code, message, charged: errorCodes[code].charged, faults, requestId } };
  const headers = retryAfterMs === undefined ? {} : { "retry-after": String(Math.ceil(retryAfterMs / 1000)) };
  return Response.json(body, { status: error.status, headers });
}
