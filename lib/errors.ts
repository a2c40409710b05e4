/**
 * One error type and one closed list of codes for the whole house. A code decides the HTTP status, whether money may
 * have been spent, and what a person can do next; its sentences live in lib/messages under "errors".
 */
export type Charged = "no" | "maybe" | "yes";
export type Advice = "change-input" | "try-again" | "wait" | "settings" | "sign-in" | "none";

interface CodeFacts {
  readonly status: number;
  readonly charged: Charged;
  readonly advice: Advice;
}

const facts = (status: number, charged: Charged, advice: Advice): CodeFacts => ({ status, charged, advice });

export const errorCodes = {
  // What we refuse before anything is stored or sent.
  bad_request: facts(400, "no", "change-input"),
  invalid_input: facts(422, "no", "change-input"),
  unknown_model: facts(404, "no", "change-input"),
  not_found: facts(404, "no", "none"),
  method_not_allowed: facts(405, "no", "none"),
  too_large: facts(413, "no", "change-input"),
  incomplete_upload: facts(400, "no", "try-again"),
  picture_unsupported: facts(415, "no", "change-input"),
  picture_unreadable: facts(422, "no", "change-input"),
  picture_too_many_pixels: facts(422, "no", "change-input"),
  picture_too_demanding: facts(422, "no", "change-input"),
  over_cap: facts(402, "no", "wait"),
  price_unknown: facts(402, "no", "settings"),
  too_many_requests: facts(429, "no", "wait"),
  idempotency_conflict: facts(409, "no", "change-input"),
  host_not_allowed: facts(403, "no", "none"),
  cross_site: facts(403, "no", "none"),
  sign_in_required: facts(401, "no", "sign-in"),
  sign_in_refused: facts(401, "no", "change-input"),
  code_required: facts(401, "no", "change-input"),
  proof_required: facts(403, "no", "change-input"),
  factor_required: facts(403, "no", "settings"),
  not_allowed: facts(403, "no", "none"),
  too_many_attempts: facts(429, "no", "wait"),
  review_full: facts(409, "no", "none"),
  busy: facts(503, "no", "wait"),
  storage_unavailable: facts(503, "no", "wait"),
  storage_refused: facts(500, "no", "settings"),
  storage_full: facts(507, "no", "settings"),
  // How a prediction can end or wait.
  provider_unreachable: facts(502, "no", "try-again"),
  provider_unavailable: facts(502, "no", "wait"),
  provider_throttled: facts(429, "no", "wait"),
  provider_key_refused: facts(502, "no", "settings"),
  provider_out_of_credit: facts(402, "no", "settings"),
  provider_forbidden: facts(502, "no", "settings"),
  provider_model_missing: facts(502, "no", "settings"),
  provider_rejected_input: facts(422, "no", "change-input"),
  provider_bad_answer: facts(502, "maybe", "try-again"),
  answer_lost: facts(502, "maybe", "try-again"),
  prediction_lost: facts(502, "maybe", "try-again"),
  prediction_failed: facts(502, "maybe", "try-again"),
  prediction_interrupted: facts(502, "maybe", "try-again"),
  prediction_aborted: facts(502, "no", "try-again"),
  flagged: facts(422, "maybe", "change-input"),
  deadline_passed: facts(504, "maybe", "try-again"),
  no_result: facts(502, "maybe", "try-again"),
  results_expired: facts(502, "yes", "try-again"),
  result_unreadable: facts(502, "yes", "try-again"),
  result_refused: facts(502, "yes", "settings"),
  result_unreachable: facts(502, "yes", "try-again"),
  not_understood: facts(422, "no", "change-input"),
  engine_failed: facts(500, "no", "try-again"),
  internal: facts(500, "no", "try-again"),
} as const satisfies Record<string, CodeFacts>;

export type ErrorCode = keyof typeof errorCodes;

export type FaultRule =
  | "required"
  | "type"
  | "enum"
  | "number_lte"
  | "number_gte"
  | "multiple_of"
  | "unknown"
  | "format"
  | "conflict"
  | "same_picture"
  | "guessable"
  | "mask_shape"
  | "mask_black"
  | "mask_white";

/** What is wrong with one field. The rule has a sentence in each language; the message is for logs and for the API. */
export interface FieldFault {
  readonly field: string;
  readonly rule: FaultRule;
  readonly message: string;
  /** The number that was passed, where the rule is about one. */
  readonly limit?: number;
}

/** Which cap does not let a run through, what is left under it, and when it is free again. */
export interface CapReached {
  readonly of: "person" | "team";
  readonly period: "day" | "month";
  readonly capUsd: number;
  readonly leftUsd: number;
  readonly neededUsd: number;
  readonly freesAt: string;
}

export interface AppErrorOptions {
  readonly cause?: unknown;
  readonly faults?: readonly FieldFault[];
  readonly retryAfterMs?: number;
  readonly cap?: CapReached;
  /** The id of the person whom something was refused that is there, or that others may: for the log, never for the answer. */
  readonly refusedTo?: string;
}

export class AppError extends Error {
  override readonly name: string = "AppError";
  readonly code: ErrorCode;
  readonly faults: readonly FieldFault[];
  readonly retryAfterMs: number | undefined;
  readonly cap: CapReached | undefined;
  readonly refusedTo: string | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.faults = options.faults ?? [];
    this.retryAfterMs = options.retryAfterMs;
    this.cap = options.cap;
    this.refusedTo = options.refusedTo;
  }

  get status(): number {
    return errorCodes[this.code].status;
  }
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === "string" && Object.hasOwn(errorCodes, value);
}

/**
 * The framework loads a module once for each of its bundles, so an error can come from a twin of the class above:
 * whoever catches what another bundle threw looks at the shape instead.
 */
export function isAppError(value: unknown): value is AppError {
  return value instanceof Error && "code" in value && isErrorCode(value.code) && "faults" in value && Array.isArray(value.faults);
}

/** A refusal of inputs: the message is the first fault's, all faults travel along. */
export function invalidInput(...faults: readonly [FieldFault, ...FieldFault[]]): AppError {
  return new AppError("invalid_input", faults[0].message, { faults });
}
