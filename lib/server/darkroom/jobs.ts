/** The jobs the processes know, and how an answer to each is checked before it is believed: strangers' bytes were in that process. */
import type { PhotoTransform } from "#lib/fidelity.ts";
import { type Box, exportFormats, type StoredFormat } from "#lib/wire.ts";
import type {
  BlendRequest,
  CutRequest,
  DevelopRequest,
  Exported,
  ExportRequest,
  FitRequest,
  Fitted,
  Ingested,
  IngestRequest,
  LaidIn,
  MaskFacts,
  Merged,
  MergeRequest,
  Pasted,
  PasteRequest,
  PsdRequest,
  ThumbnailRequest,
  Trimmed,
  TrimRequest,
} from "./darkroom.ts";

export interface Jobs {
  readonly ingest: { readonly request: IngestRequest; readonly result: Ingested };
  readonly fit: { readonly request: FitRequest; readonly result: Fitted };
  readonly maskFacts: { readonly request: { readonly path: string }; readonly result: MaskFacts };
  readonly cut: { readonly request: CutRequest; readonly result: { readonly picture: Fitted; readonly mask: Fitted } };
  readonly paste: { readonly request: PasteRequest; readonly result: LaidIn };
  readonly merge: { readonly request: MergeRequest; readonly result: Merged };
  readonly writePsd: { readonly request: PsdRequest; readonly result: null };
  readonly trim: { readonly request: TrimRequest; readonly result: Trimmed };
  readonly thumbnail: { readonly request: ThumbnailRequest; readonly result: null };
  readonly blend: { readonly request: BlendRequest; readonly result: Pasted };
  readonly exportPicture: { readonly request: ExportRequest; readonly result: Exported };
  readonly develop: { readonly request: DevelopRequest; readonly result: readonly string[] };
}

export type JobKind = keyof Jobs;

export interface JobHooks {
  readonly log: (line: string) => void;
  /** How much stands in a file that is read while it is written. */
  readonly wrote: (bytes: number) => void;
}

export type JobHandlers = {
  readonly [Kind in JobKind]: (request: Jobs[Kind]["request"], hooks: JobHooks) => Promise<Jobs[Kind]["result"]>;
};

/** Answers null for what is not such a result. */
export const readResult: { readonly [Kind in JobKind]: (value: unknown) => { readonly result: Jobs[Kind]["result"] } | null } = {
  ingest: (value) => {
    if (!isRecord(value)) return null;
    const { format, width, height, hasAlpha, notes, file, hasCopy } = value;
    const isPicture = isFormat(format) && isSide(width) && isSide(height) && typeof hasAlpha === "boolean" && isTexts(notes);
    const isWhole = isPicture && typeof file === "string" && typeof hasCopy === "boolean";
    return isWhole ? { result: { format, width, height, hasAlpha, notes, file, hasCopy } } : null;
  },
  fit: (value) => {
    const result = readFitted(value);
    return result && { result };
  },
  cut: (value) => {
    if (!isRecord(value)) return null;
    const [picture, mask] = [readFitted(value.picture), readFitted(value.mask)];
    return picture && mask && { result: { picture, mask } };
  },
  paste: readLaidIn,
  blend: readPasted,
  merge: (value) => {
    if (!isRecord(value)) return null;
    const { reason } = value;
    if (value.isMerged === false && (reason === "global" || reason === "unaligned")) return { result: { isMerged: false, reason } };
    const merged = value.isMerged === true ? readLaidIn(value) : null;
    const transform = readTransform(value.transform);
    return merged && transform && { result: { isMerged: true, transform, ...merged.result } };
  },
  trim: (value) => {
    if (!isRecord(value)) return null;
    const { width, height, hasAlpha } = value;
    return isSide(width) && isSide(height) && typeof hasAlpha === "boolean" ? { result: { width, height, hasAlpha } } : null;
  },
  maskFacts: (value) => {
    if (!isRecord(value)) return null;
    const { width, height, white, painted } = value;
    const isWhole = isSide(width) && isSide(height) && typeof white === "number" && white >= 0 && white <= 1;
    return isWhole && (painted === null || isBox(painted)) ? { result: { width, height, white, painted } } : null;
  },
  thumbnail: (value) => (value === null ? { result: null } : null),
  writePsd: (value) => (value === null ? { result: null } : null),
  exportPicture: (value) => {
    if (!isRecord(value)) return null;
    const { format, width, height, bytes } = value;
    const isWhole = isSide(width) && isSide(height) && isSide(bytes);
    const known = exportFormats.find((one) => one === format);
    return isWhole && known ? { result: { format: known, width, height, bytes } } : null;
  },
  develop: (value) => (isTexts(value) ? { result: value } : null),
};

export function isJobKind(value: unknown): value is JobKind {
  return typeof value === "string" && Object.hasOwn(readResult, value);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readFitted(value: unknown): Fitted | null {
  if (!isRecord(value)) return null;
  const { path, mime, width, height, bytes } = value;
  const isWhole = typeof path === "string" && isSide(width) && isSide(height) && isSide(bytes);
  return isWhole && (mime === "image/jpeg" || mime === "image/png") ? { path, mime, width, height, bytes } : null;
}

function isBox(value: unknown): value is Box {
  return isRecord(value) && isCount(value.x) && isCount(value.y) && isSide(value.width) && isSide(value.height);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
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

function readTransform(value: unknown): PhotoTransform | null {
  if (!isRecord(value) || value.kind !== "photo" || !Array.isArray(value.seen)) return null;
  const { scaleX, shiftX, scaleY, shiftY, growPx, featherPx } = value;
  const [width, height]: readonly unknown[] = value.seen;
  const isPlaced = isNumber(scaleX) && isNumber(shiftX) && isNumber(scaleY) && isNumber(shiftY);
  if (!isPlaced || !isSide(width) || !isSide(height) || !isNumber(growPx) || !isNumber(featherPx)) return null;
  return { kind: "photo", seen: [width, height], scaleX, shiftX, scaleY, shiftY, growPx, featherPx };
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function readLaidIn(value: unknown): { readonly result: LaidIn } | null {
  const pasted = readPasted(value);
  if (!pasted || !isRecord(value) || typeof value.hasCopy !== "boolean") return null;
  return { result: { ...pasted.result, hasCopy: value.hasCopy } };
}

function readPasted(value: unknown): { readonly result: Pasted } | null {
  if (!isRecord(value) || !isRecord(value.outside)) return null;
  const { width, height, hasAlpha, pixels, changed, outside } = value;
  const isWhole = isSide(width) && isSide(height) && isSide(pixels) && isCount(changed) && typeof hasAlpha === "boolean";
  if (!isWhole || !isCount(outside.pixels) || !isCount(outside.changed)) return null;
  return { result: { width, height, hasAlpha, pixels, changed, outside: { pixels: outside.pixels, changed: outside.changed } } };
}
