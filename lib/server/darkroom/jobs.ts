/** The jobs the processes know, and how an answer to each is checked before it is believed: strangers' bytes were in that process. */
import type { StoredFormat } from "#lib/wire.ts";
import type { DevelopRequest, FitRequest, Fitted, MaskFacts, PictureFacts } from "./darkroom.ts";

export interface Jobs {
  readonly ingest: {
    readonly request: { readonly path: string; readonly out: string };
    readonly result: PictureFacts & { readonly file: string };
  };
  readonly fit: { readonly request: FitRequest; readonly result: Fitted };
  readonly maskFacts: { readonly request: { readonly path: string }; readonly result: MaskFacts };
  readonly thumbnail: {
    readonly request: { readonly path: string; readonly out: string; readonly side: number };
    readonly result: null;
  };
  readonly develop: { readonly request: DevelopRequest; readonly result: readonly string[] };
}

export type JobKind = keyof Jobs;

export interface JobHooks {
  readonly log: (line: string) => void;
}

export type JobHandlers = {
  readonly [Kind in JobKind]: (request: Jobs[Kind]["request"], hooks: JobHooks) => Promise<Jobs[Kind]["result"]>;
};

/** Answers null for what is not such a result. */
export const readResult: { readonly [Kind in JobKind]: (value: unknown) => { readonly result: Jobs[Kind]["result"] } | null } = {
  ingest: (value) => {
    if (!isRecord(value)) return null;
    const { format, width, height, hasAlpha, notes, file } = value;
    const isWhole = isFormat(format) && isSide(width) && isSide(height) && typeof hasAlpha === "boolean" && isTexts(notes);
    return isWhole && typeof file === "string" ? { result: { format, width, height, hasAlpha, notes, file } } : null;
  },
  fit: (value) => {
    if (!isRecord(value)) return null;
    const { path, mime, width, height, bytes } = value;
    const isWhole = typeof path === "string" && isSide(width) && isSide(height) && isSide(bytes);
    return isWhole && (mime === "image/jpeg" || mime === "image/png") ? { result: { path, mime, width, height, bytes } } : null;
  },
  maskFacts: (value) => {
    if (!isRecord(value)) return null;
    const { width, height, white } = value;
    const isWhole = isSide(width) && isSide(height) && typeof white === "number" && white >= 0 && white <= 1;
    return isWhole ? { result: { width, height, white } } : null;
  },
  thumbnail: (value) => (value === null ? { result: null } : null),
  develop: (value) => (isTexts(value) ? { result: value } : null),
};

export function isJobKind(value: unknown): value is JobKind {
  return typeof value === "string" && Object.hasOwn(readResult, value);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isFormat(value: unknown): value is StoredFormat {
  return value === "jpeg" || value === "png" || value === "webp";
}

function isSide(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
