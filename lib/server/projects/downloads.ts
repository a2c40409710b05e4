/** Pictures taken away: one as a file, several as an archive, an edit as layers. The interface; create-downloads.ts is behind it. */
import type { ExportFormat, LayersFormat } from "#lib/wire.ts";

export interface DownloadRequest {
  /** Null: as it is stored. */
  readonly format: ExportFormat | null;
  readonly side: number | null;
  readonly quality: number;
  readonly hasMetadata: boolean;
  /** Which edit it is downloaded as: what made that one is what the metadata tells. */
  readonly editId: string | null;
}

export interface ReadyFile {
  readonly format: ExportFormat;
  readonly bytes: number;
  /** Once; the copy is gone afterwards. */
  readonly body: ReadableStream<Uint8Array>;
}

export interface Archive {
  readonly name: string;
  readonly body: ReadableStream<Uint8Array>;
}

export interface Downloads {
  picture(pictureId: string, request: DownloadRequest, signal?: AbortSignal): Promise<ReadyFile>;
  /** The stored files of these edits (of all where none are named) with a manifest that says what made each. */
  archive(projectId: string, editIds: readonly string[] | null): Promise<Archive>;
  /** The result and its original as layers, and where it is known what of the result came over: OpenRaster, a PSD, or PNGs in an archive. */
  layers(editId: string, format: LayersFormat, signal?: AbortSignal): Promise<Archive>;
}
