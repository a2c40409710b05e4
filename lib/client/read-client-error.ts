/** Reads a refusal. Apart from the error itself: a page that is refused nothing need not know all that may be. */
import { type CapReached, type Charged, errorCodes, type FieldFault, isErrorCode } from "#lib/errors.ts";
import { ClientError, connectionLost } from "./client-error.ts";

/** An answer that is not in our own shape was written by something in between, so only its status can be believed. */
export function readClientError(status: number, body: unknown): ClientError {
  const told = errorOf(body);
  if (told && isErrorCode(told.code)) {
    return new ClientError(told.code, typeof told.message === "string" ? told.message : "", {
      charged: isCharged(told.charged) ? told.charged : errorCodes[told.code].charged,
      faults: Array.isArray(told.faults) ? told.faults.filter(isFault) : [],
      ...(typeof told.requestId === "string" ? { requestId: told.requestId } : {}),
      ...(isCap(told.cap) ? { cap: told.cap } : {}),
    });
  }
  return status === 413 ? new ClientError("too_large", "Expected a smaller file") : connectionLost();
}

function errorOf(body: unknown): Record<string, unknown> | null {
  if (!isRecord(body)) return null;
  return isRecord(body.error) ? body.error : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isCharged(value: unknown): value is Charged {
  return value === "no" || value === "maybe" || value === "yes";
}

function isCap(value: unknown): value is CapReached {
  const isNamed = isRecord(value) && (value.of === "person" || value.of === "team") && (value.period === "day" || value.period === "month");
  const isCounted = isNamed && [value.capUsd, value.leftUsd, value.neededUsd].every((usd) => typeof usd === "number");
  return isCounted && typeof value.freesAt === "string" && !Number.isNaN(Date.parse(value.freesAt));
}

function isFault(value: unknown): value is FieldFault {
  return isRecord(value) && typeof value.field === "string" && typeof value.rule === "string" && typeof value.message === "string";
}
