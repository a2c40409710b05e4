/** Small copies of stored pictures, made once and kept beside them. Made again they are the same, so losing one loses nothing. */
import { readFile } from "node:fs/promises";
import type { Darkroom } from "#lib/server/darkroom/darkroom.ts";
import { type Blobs, type ByteRange, pictureKey, thumbnailKey } from "#lib/server/storage/blobs.ts";
import type { ThumbnailSide } from "#lib/wire.ts";

interface Parts {
  readonly blobs: Blobs;
  readonly darkroom: Pick<Darkroom, "thumbnail">;
}

export interface Thumbnail {
  readonly bytes: number;
  read(range?: ByteRange): Promise<ReadableStream<Uint8Array>>;
}

export interface Thumbnails {
  /** Two who ask for the same new one wait for one making of it, and have it before it is kept. */
  get(sha256: string, side: ThumbnailSide): Promise<Thumbnail>;
}

export function createThumbnails({ blobs, darkroom }: Parts): Thumbnails {
  const fresh = new Map<string, Promise<Thumbnail>>();

  async function draw(sha256: string, side: ThumbnailSide, key: string): Promise<Thumbnail> {
    const out = await blobs.scratchPath("webp");
    const drop = () => blobs.drop(out).finally(() => fresh.delete(key));
    try {
      await blobs.withFile(pictureKey(sha256), (path) => darkroom.thumbnail({ path, out, side }));
      const drawn = await readFile(out);
      // Whoever waits for it need not wait for this; what cannot be kept now is drawn again.
      void keep(out, key)
        .finally(drop)
        .catch(() => undefined);
      return { bytes: drawn.byteLength, read: async (range) => new Blob([pieceOf(drawn, range)]).stream() };
    } catch (error) {
      await drop();
      throw error;
    }
  }

  async function keep(out: string, key: string): Promise<void> {
    const staged = await blobs.adopt(out);
    await staged.keep(key);
  }

  async function find(key: string): Promise<Thumbnail | null> {
    const bytes = await blobs.size(key);
    return bytes === null ? null : { bytes, read: (range) => blobs.read(key, range) };
  }

  return {
    async get(sha256, side) {
      const key = thumbnailKey(sha256, side);
      const known = fresh.get(key) ?? (await find(key)) ?? fresh.get(key);
      if (known) return known;
      const drawing = draw(sha256, side, key);
      fresh.set(key, drawing);
      return drawing;
    },
  };
}

function pieceOf(bytes: Buffer<ArrayBuffer>, range: ByteRange | undefined): Uint8Array<ArrayBuffer> {
  return range ? bytes.subarray(range.start, range.end + 1) : bytes;
}
