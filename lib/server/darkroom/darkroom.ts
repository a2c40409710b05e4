/**
 * The darkroom's contract: the only place where pictures are decoded, changed and encoded, in child processes with
 * limits on memory and time. Files in, files out; the server process never holds a pixel.
 */
import type { PhotoTransform } from "#lib/fidelity.ts";
import type { Inputs, ModelEntry, PictureMime, Size } from "#lib/models/model.ts";
import type { Box, ExportFormat, Frame, StoredFormat } from "#lib/wire.ts";

export interface PictureFacts {
  readonly format: StoredFormat;
  readonly width: number;
  readonly height: number;
  readonly hasAlpha: boolean;
  readonly notes: readonly string[];
}

/** A JPEG for the stage, drawn by the way where that costs no second decode; nothing is drawn of what shows through: see `hasCopy`. */
export interface StageCopy {
  readonly out: string;
  readonly side: number;
}

export interface IngestRequest {
  readonly path: string;
  readonly out: string;
  readonly copy?: StageCopy;
}

export interface Ingested extends PictureFacts {
  /** `path` where it stays as it came, else `out`. */
  readonly file: string;
  readonly hasCopy: boolean;
}

export interface ThumbnailRequest {
  readonly path: string;
  readonly out: string;
  /** No side is longer; nothing is enlarged. */
  readonly side: number;
  readonly format: "webp" | "jpeg";
}

export interface FitRequest {
  readonly path: string;
  readonly out: string;
  /** Exact size of the result; the picture is stretched to it, so choose it by the model's rule. */
  readonly size: Size;
  /** A larger size, to which the picture is filled up right and below with its mirror. */
  readonly fillTo?: Size;
  /** "lossless" keeps every value (PNG), with `keepsAlpha` also what shows through; "small" chooses JPEG at falling quality (or PNG, if smaller) up to maxBytes. */
  readonly encode: { readonly mode: "lossless"; readonly keepsAlpha?: boolean } | { readonly mode: "small"; readonly maxBytes: number };
  /** A mask becomes one 8-bit grey channel without alpha, always PNG; a picture is flattened on white to RGB. */
  readonly as: "picture" | "mask";
}

export interface Fitted {
  readonly path: string;
  readonly mime: PictureMime;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

export interface MaskFacts {
  readonly width: number;
  readonly height: number;
  /** Share of pixels that would be repainted (grey counts in part), 0..1. */
  readonly white: number;
  /** Holds everything that is not black; null where all is. */
  readonly painted: Box | null;
}

export interface CutRequest {
  readonly picture: string;
  /** Null where only the border of an expansion is painted. */
  readonly mask: string | null;
  readonly frame: Frame;
  readonly encode: FitRequest["encode"];
  readonly out: { readonly picture: string; readonly mask: string };
}

export interface PasteRequest {
  readonly picture: string;
  readonly mask: string | null;
  /** What the model made of the cut. */
  readonly result: string;
  readonly frame: Frame;
  /** Three new PNG files of the canvas's size: the picture, how much of the result came over, and the result in its place. */
  readonly out: { readonly picture: string; readonly alpha: string; readonly placed: string };
  /** Of the picture as it has become. */
  readonly copy?: StageCopy;
}

export interface Pasted {
  readonly width: number;
  readonly height: number;
  readonly hasAlpha: boolean;
  /** Counted on the pixels that were written. */
  readonly pixels: number;
  readonly changed: number;
  readonly outside: { readonly pixels: number; readonly changed: number };
}

export interface MergeRequest {
  readonly picture: string;
  /** What a model made of the whole of it, in the same shape. */
  readonly result: string;
  /** Three new PNG files of the picture's size; not written where the result cannot be merged. */
  readonly out: { readonly picture: string; readonly alpha: string; readonly placed: string };
  readonly copy?: StageCopy;
}

export type Merged =
  | { readonly isMerged: false; readonly reason: "global" | "unaligned" }
  | ({ readonly isMerged: true; readonly transform: PhotoTransform } & LaidIn);

/** Whether the copy that was asked for is there. */
export type LaidIn = Pasted & { readonly hasCopy: boolean };

export type Trimmed = Pick<PictureFacts, "width" | "height" | "hasAlpha">;

export interface TrimRequest {
  readonly path: string;
  readonly out: string;
  /** How much of what a model was shown was the picture. */
  readonly content: Size;
  readonly working: Size;
}

export interface DevelopRequest {
  readonly model: ModelEntry;
  readonly inputs: Inputs;
  readonly seed: number;
  /** Prepared files by field name. */
  readonly pictures: Readonly<Record<string, string>>;
  /** Results are written to `${outPrefix}-0.png`, … in the format the inputs ask for (output_format, output_quality). */
  readonly outPrefix: string;
}

export interface BlendRequest {
  readonly picture: string;
  /** Of the same size, clear where there is no result. */
  readonly result: string;
  /** Grey, of the same size. Null: all of the result. */
  readonly alpha: string | null;
  readonly softnessPx: number;
  /** 0..1 */
  readonly colourMatch: number;
  /** Two new PNG files of the picture's size. */
  readonly out: { readonly picture: string; readonly alpha: string };
}

export interface ExportRequest {
  readonly path: string;
  readonly out: string;
  /** Null: as it is stored. */
  readonly format: ExportFormat | null;
  /** The longest side; never enlarged. Null: as it is. */
  readonly side: number | null;
  /** 1 to 100; PNG has none. */
  readonly quality: number;
  /** The only metadata the file will have. */
  readonly xmp: string | null;
}

export interface Exported {
  readonly format: ExportFormat;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

export interface PsdLayer {
  readonly name: string;
  readonly path: string;
  /** Where its first pixel lies. */
  readonly x: number;
  readonly y: number;
  /** Grey, of the same size: how much of the layer shows. */
  readonly maskPath: string | null;
  readonly isVisible: boolean;
}

export interface PsdRequest {
  /** What all of it looks like, for those who read no layers. */
  readonly merged: string;
  /** The lowest first. */
  readonly layers: readonly PsdLayer[];
  readonly out: string;
}

export interface JobOptions {
  readonly signal?: AbortSignal;
  readonly onLog?: (line: string) => void;
  /** So much of the file is written. */
  readonly onWrote?: (bytes: number) => void;
}

export interface Darkroom {
  /**
   * Takes a stranger's file in. Refuses what is no picture or too large by its header, before decoding. Where the bytes
   * are already what we store (jpeg, png, webp; upright; sRGB; 8-bit; one frame; no location) `file` is the input path;
   * otherwise the converted picture has been written to `out`.
   */
  ingest(request: IngestRequest, options?: JobOptions): Promise<Ingested>;
  fit(request: FitRequest, options?: JobOptions): Promise<Fitted>;
  maskFacts(path: string, options?: JobOptions): Promise<MaskFacts>;
  /** The part of a picture that a model is shown, and its mask: hard, and grown a little. */
  cut(request: CutRequest, options?: JobOptions): Promise<{ readonly picture: Fitted; readonly mask: Fitted }>;
  /** Lays a model's result into the picture it came from: outside the soft mask no value differs. Throws result_unreadable. */
  paste(request: PasteRequest, options?: JobOptions): Promise<LaidIn>;
  /** Brings over only what a model has changed; every other pixel stays the picture's. */
  merge(request: MergeRequest, options?: JobOptions): Promise<Merged>;
  /** Writes what is left of a result without what its picture was filled up with, as PNG. */
  trim(request: TrimRequest, options?: JobOptions): Promise<Trimmed>;
  /** Writes a webp no larger than side × side (never enlarged). */
  thumbnail(request: ThumbnailRequest, options?: JobOptions): Promise<void>;
  /** Joins a placed result with its picture again: where nothing comes over no value differs. */
  blend(request: BlendRequest, options?: JobOptions): Promise<Pasted>;
  /** Writes a copy for somebody to take away. */
  exportPicture(request: ExportRequest, options?: JobOptions): Promise<Exported>;
  /** Writes a Photoshop document from its first byte to its last, and tells how far it is. Refuses sides it has no room for. */
  writePsd(request: PsdRequest, options?: JobOptions): Promise<void>;
  /** Runs the local engine; resolves to the paths of the results. */
  develop(request: DevelopRequest, options?: JobOptions): Promise<readonly string[]>;
  close(): Promise<void>;
}
