/** What the browser knows about a refusal or a lost answer: our server's own codes, and one for a network that went away. */
import { type CapReached, type Charged, type ErrorCode, errorCodes, type FieldFault, isErrorCode } from "#lib/errors.ts";

export type ClientCode = ErrorCode | "connection_lost";

interface ClientErrorFacts {
  readonly charged?: Charged;
  readonly faults?: readonly FieldFault[];
  readonly requestId?: string;
  readonly cap?: CapReached;
  readonly cause?: unknown;
}

export class ClientError extends Error {
  override readonly name = "ClientError";
  readonly code: ClientCode;
  readonly charged: Charged;
  readonly faults: readonly FieldFault[];
  readonly requestId: string | null;
  readonly cap: CapReached | null;

  constructor(code: ClientCode, message: string, facts: ClientErrorFacts = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = code;
    this.charged = facts.charged ?? (code === "connection_lost" ? "maybe" : errorCodes[code].charged);
    this.faults = facts.faults ?? [];
    this.requestId = facts.requestId ?? null;
    this.cap = facts.cap ?? null;
  }
}

export function connectionLost(cause?: unknown): ClientError {
  return new ClientError("connection_lost", "Expected an answer from the studio's server but received none", { cause });
}

/** An answer that is not in our own shape was written by something in between, so only its status can be believed. */
export function readClientError(status: number, body: unknown): ClientError {
  const told = errorOf(body);
  if (told && isErrorCode(told.code)) {
    return new ClientError(told.code, typeof told.message === "string" ? told.message : "", {
      ...(isCharged(told.charged) ? { charged: told.charged } : {}),
      faults: Array.isArray(told.faults) ? told.faults.filter(isFault) : [],
      ...(typeof told.requestId === "string" ? { requestId: told.requestId } : {}),
      ...(isCap(told.cap) ? { cap: told.cap } : {}),
    });
  }
  return status === 413 ? new ClientError("too_large", "Expected a smaller file") : connectionLost();
}

export function toClientError(error: unknown): ClientError {
  return error instanceof ClientError ? error : new ClientError("internal", error instanceof Error ? error.message : "", { cause: error });
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
