/** The jobs the darkroom knows and what crosses the border to its processes. */
import { AppError, type ErrorCode, type FieldFault, isErrorCode } from "#lib/errors.ts";
import type { DevelopRequest, FitRequest, Fitted, MaskFacts, PictureFacts } from "./darkroom.ts";

export interface Jobs {
  readonly ingest: {
    readonly request: { readonly path: string; readonly out: string };
    readonly result: PictureFacts & { readonly file: string };
  };
  readonly fit: { readonly request: FitRequest; readonly result: Fitted };
  readonly maskFacts: { readonly request: string; readonly result: MaskFacts };
  readonly thumbnail: {
    readonly request: { readonly path: string; readonly out: string; readonly side: number };
    readonly result: undefined;
  };
  readonly develop: { readonly request: DevelopRequest; readonly result: readonly string[] };
}
export type JobName = keyof Jobs;

export interface JobMessage {
  readonly id: number;
  readonly name: JobName;
  readonly request: Jobs[JobName]["request"];
}

export type ReplyMessage =
  | { readonly id: number; readonly kind: "log"; readonly line: string }
  | { readonly id: number; readonly kind: "done"; readonly result: unknown }
  | { readonly id: number; readonly kind: "failed"; readonly error: CrossedError };

export interface CrossedError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly faults: readonly FieldFault[];
}

export function toCrossed(error: unknown, otherwise: ErrorCode): CrossedError {
  if (error instanceof AppError) return { code: error.code, message: error.message, faults: error.faults };
  return { code: otherwise, message: error instanceof Error ? `${error.name}: ${error.message}` : String(error), faults: [] };
}

export function fromCrossed({ code, message, faults }: CrossedError): AppError {
  return new AppError(isErrorCode(code) ? code : "internal", message, { faults });
}
