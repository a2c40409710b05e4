/** What the browser knows about a refusal or a lost answer: our server's own codes, and one for a network that went away. */
import type { CapReached, Charged, ErrorCode, FieldFault } from "#lib/errors.ts";

export type ClientCode = ErrorCode | "connection_lost";

interface ClientErrorFacts {
  /** Left out: nothing. What never reached the server cost nothing, and only some questions can cost. */
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
    this.charged = facts.charged ?? "no";
    this.faults = facts.faults ?? [];
    this.requestId = facts.requestId ?? null;
    this.cap = facts.cap ?? null;
  }
}

/** Where what was asked for can cost and nobody answered, nobody can tell whether it did. */
export function connectionLost(cause?: unknown, mayCost = false): ClientError {
  return new ClientError("connection_lost", "Expected an answer from the studio's server but received none", {
    cause,
    charged: mayCost ? "maybe" : "no",
  });
}

export function toClientError(error: unknown): ClientError {
  return error instanceof ClientError ? error : new ClientError("internal", error instanceof Error ? error.message : "", { cause: error });
}
