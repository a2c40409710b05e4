/** Pictures: taken in, kept for ever, handed out. The interface; create-pictures.ts is behind it. */
import type { MaskFacts } from "#lib/server/darkroom/darkroom.ts";
import type { ByteRange } from "#lib/server/storage/blobs.ts";
import type { Picture, ThumbnailSide } from "#lib/wire.ts";

export interface ReceiveOptions {
  /** Who brings it, and sees it from then on: a person or a project; null is everybody. */
  readonly holderId: string | null;
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
}

/** A picture that was inspected and is not stored yet. Whoever asked for it discards it in the end, kept or not. */
export interface Arrival {
  readonly picture: Picture;
  maskFacts(): Promise<MaskFacts>;
  keep(): Promise<Picture>;
  discard(): Promise<void>;
}

export interface Thumbnail {
  readonly bytes: number;
  readonly contentType: "image/webp" | "image/jpeg";
  read(range?: ByteRange): Promise<ReadableStream<Uint8Array>>;
}

export interface Pictures {
  /** Streams to disk, inspects, converts where needed, stores. Nothing is left when it is refused. */
  receive(source: AsyncIterable<Uint8Array>, options: ReceiveOptions): Promise<Picture>;
  /** The same up to the storing, for those who take in several or none. */
  inspect(source: AsyncIterable<Uint8Array>, options: ReceiveOptions): Promise<Arrival>;
  /** Throws not_found. */
  get(id: string): Promise<Picture>;
  read(id: string, range?: ByteRange): Promise<ReadableStream<Uint8Array>>;
  /** Made at the first request, kept afterwards. */
  thumbnail(id: string, side: ThumbnailSide): Promise<Thumbnail>;
}
