/** Pictures: taken in, kept for ever, handed out. Interface first; see receive-picture.ts for the way in. */
import type { ByteRange } from "#lib/server/storage/blobs.ts";
import type { PictureRecord } from "#lib/server/storage/records.ts";
import type { ThumbnailSide } from "#lib/wire.ts";

export interface Pictures {
  /** Streams to disk, inspects, converts where needed, stores. Nothing is left when it is refused. */
  receive(source: AsyncIterable<Uint8Array>, options: { readonly maxBytes: number; readonly signal?: AbortSignal }): Promise<PictureRecord>;
  /** Throws not_found. */
  get(id: string): Promise<PictureRecord>;
  read(id: string, range?: ByteRange): Promise<ReadableStream<Uint8Array>>;
  /** Made at the first request, kept afterwards. */
  thumbnail(id: string, side: ThumbnailSide): Promise<{ readonly bytes: number; read(): Promise<ReadableStream<Uint8Array>> }>;
}
