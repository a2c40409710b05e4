/** What crosses the border between the server and a process of the darkroom, checked on arrival on both sides. */
import { AppError, type ErrorCode, type FieldFault, isErrorCode } from "#lib/errors.ts";
import { isJobKind, isRecord, type JobKind } from "./jobs.ts";

/** Decoders can complain about every line of a picture. */
const longestDetail = 2000;

export interface Order {
  readonly id: number;
  readonly kind: JobKind;
  readonly request: unknown;
}

export type Answer =
  | { readonly type: "log"; readonly id: number; readonly line: string }
  | { readonly type: "wrote"; readonly id: number; readonly bytes: number }
  | { readonly type: "done"; readonly id: number; readonly result: unknown }
  | { readonly type: "failed"; readonly id: number; readonly error: SentError };

interface SentError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly faults: readonly FieldFault[];
  /** The stack on the other side, for our own logs. */
  readonly detail: string;
}

export function readOrder(value: unknown): Order | null {
  if (!isRecord(value) || typeof value.id !== "number" || !isJobKind(value.kind)) return null;
  return { id: value.id, kind: value.kind, request: value.request };
}

export function readAnswer(value: unknown): Answer | null {
  if (!isRecord(value) || typeof value.id !== "number") return null;
  const { id } = value;
  switch (value.type) {
    case "log":
      return typeof value.line === "string" ? { type: "log", id, line: value.line } : null;
    case "wrote":
      return typeof value.bytes === "number" ? { type: "wrote", id, bytes: value.bytes } : null;
    case "done":
      return { type: "done", id, result: value.result };
    case "failed": {
      const error = readError(value.error);
      return error && { type: "failed", id, error };
    }
    default:
      return null;
  }
}

export function packError(error: unknown, otherwise: ErrorCode): SentError {
  const detail = explain(error).slice(0, longestDetail);
  if (error instanceof AppError) return { code: error.code, message: error.message, faults: error.faults, detail };
  return { code: otherwise, message: "Something unexpected happened while the pictures were worked on", faults: [], detail };
}

export function unpackError({ code, message, faults, detail }: SentError): AppError {
  return new AppError(code, message, { faults, cause: new Error(detail) });
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\ncaused by ${explain(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

function readError(value: unknown): SentError | null {
  if (!isRecord(value) || !isErrorCode(value.code) || !Array.isArray(value.faults)) return null;
  const { code, message, detail, faults } = value;
  if (typeof message !== "string" || typeof detail !== "string" || !faults.every(isFault)) return null;
  return { code, message, detail, faults };
}

function isFault(value: unknown): value is FieldFault {
  return isRecord(value) && typeof value.field === "string" && typeof value.rule === "string" && typeof value.message === "string";
}
