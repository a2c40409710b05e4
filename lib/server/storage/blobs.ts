/** The contract of the byte store: a folder, or a bucket of an S3 service. Every driver passes blobs-contract.ts. */
export interface ByteRange {
  readonly start: number;
  /** Inclusive, as in HTTP. */
  readonly end: number;
}

/** A file that is whole and on disk but has no name in the store yet. */
export interface Staged {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Gives it its name for good (durable when resolved); the same key twice is one blob. */
  keep(key: string): Promise<void>;
  discard(): Promise<void>;
}

export interface StoredBlob {
  readonly key: string;
  readonly bytes: number;
  readonly writtenAtMs: number;
}

export interface Blobs {
  /** Streams to a temporary file; one byte above maxBytes fails with too_large and leaves nothing. */
  stage(source: AsyncIterable<Uint8Array>, options: { readonly maxBytes: number; readonly signal?: AbortSignal }): Promise<Staged>;
  /** A path for somebody else (the darkroom) to write to; swept when this process is gone. */
  scratchPath(extension: string): Promise<string>;
  /** Takes over a finished scratch file. */
  adopt(path: string): Promise<Staged>;
  /** Removes a scratch file that is not needed; a missing one is fine. */
  drop(path: string): Promise<void>;
  /** Size, or null where there is no such blob. */
  size(key: string): Promise<number | null>;
  read(key: string, range?: ByteRange): Promise<ReadableStream<Uint8Array>>;
  /** Lends a local file with the blob's bytes for the time of `use`. */
  withFile<Result>(key: string, use: (path: string) => Promise<Result>): Promise<Result>;
  remove(key: string): Promise<void>;
  /** All keys below a prefix and whatever else lies there under any name, in the order of their bytes, with their sizes and the time they were written. */
  list(prefix: string): AsyncIterable<StoredBlob>;
  /** Removes temporary files that dead processes left behind; answers how many. */
  sweep(): Promise<number>;
  /** Lets go of connections; what is under way fails. */
  close(): Promise<void>;
}

/** pictures/ab/abcd…: two letters of fan-out keep folders small. */
export function pictureKey(sha256: string): string {
  return `pictures/${sha256.slice(0, 2)}/${sha256}`;
}

export type ThumbnailEnding = "webp" | "jpg";

export function thumbnailKey(sha256: string, side: number, ending: ThumbnailEnding = "webp"): string {
  return `thumbnails/${sha256.slice(0, 2)}/${sha256}-${side}.${ending}`;
}
