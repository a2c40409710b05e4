/** Small copies of stored pictures, made once and kept beside them. Made again they are the same, so losing one loses nothing. */
import type { Darkroom } from "#lib/server/darkroom/darkroom.ts";
import { type Blobs, pictureKey, thumbnailKey } from "#lib/server/storage/blobs.ts";
import type { ThumbnailSide } from "#lib/wire.ts";

interface Parts {
  readonly blobs: Blobs;
  readonly darkroom: Pick<Darkroom, "thumbnail">;
}

export interface Thumbnails {
  /** Resolves to its key once it is there. Two who ask for the same new one wait for one making of it. */
  make(sha256: string, side: ThumbnailSide): Promise<string>;
}

export function createThumbnails({ blobs, darkroom }: Parts): Thumbnails {
  const inWork = new Map<string, Promise<void>>();

  async function draw(sha256: string, side: number, key: string): Promise<void> {
    const out = await blobs.scratchPath("webp");
    try {
      await blobs.withFile(pictureKey(sha256), (path) => darkroom.thumbnail({ path, out, side }));
      const staged = await blobs.adopt(out);
      await staged.keep(key);
    } finally {
      await blobs.drop(out);
    }
  }

  return {
    async make(sha256, side) {
      const key = thumbnailKey(sha256, side);
      if ((await blobs.size(key)) !== null) return key;
      const running = inWork.get(key) ?? draw(sha256, side, key).finally(() => inWork.delete(key));
      inWork.set(key, running);
      await running;
      return key;
    },
  };
}
