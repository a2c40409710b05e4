/** Pictures: taken in, kept for ever, handed out. The interface; create-pictures.ts is behind it. */
import type { ByteRange } from "#lib/server/storage/blobs.ts";
import type { Picture, ThumbnailSide } from "#lib/wire.ts";

export interface Pictures {
  /** Streams to disk, inspects, converts where needed, stores. Nothing is left when it is refused. */
  receive(source: AsyncIterable<Uint8Array>, options: { readonly maxBytes: number; readonly signal?: AbortSignal }): Promise<Picture>;
  /** Throws not_found. */
  get(id: string): Promise<Picture>;
  read(id: string, range?: ByteRange): Promise<ReadableStream<Uint8Array>>;
  /** Made at the first request, kept afterwards. */
  thumbnail(id: string, side: ThumbnailSide): Promise<{ readonly bytes: number; read(): Promise<ReadableStream<Uint8Array>> }>;
}
