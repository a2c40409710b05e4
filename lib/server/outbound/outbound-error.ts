/** Why a call did not bring its answer. `sent` decides about money: only "no" means that nobody can have acted on it. */
export type OutboundReason =
  | "address" // refused by our own guard
  | "connect" // name, connection or TLS, before a byte of the request was written
  | "timeout"
  | "broken" // the connection ended, or what came is no HTTP
  | "too_large"
  | "encoding" // packed in a way we did not ask for, or falsely
  | "redirect"
  | "status"
  | "aborted";

export interface OutboundErrorOptions {
  readonly sent: "no" | "maybe";
  readonly status?: number;
  readonly cause?: unknown;
}

export class OutboundError extends Error {
  override readonly name = "OutboundError";
  readonly reason: OutboundReason;
  readonly sent: "no" | "maybe";
  /** The HTTP status, where the reason is "status". */
  readonly status: number | null;

  constructor(reason: OutboundReason, message: string, options: OutboundErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.reason = reason;
    this.sent = options.sent;
    this.status = options.status ?? null;
  }
}
