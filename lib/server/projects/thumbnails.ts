/** Small copies of stored pictures, made once and kept beside them. Made again they are the same, so losing one loses nothing. */
import { readFile } from "node:fs/promises";
import type { Darkroom } from "#lib/server/darkroom/darkroom.ts";
import { type Blobs, type ByteRange, pictureKey, type ThumbnailEnding, thumbnailKey } from "#lib/server/storage/blobs.ts";
import type { PictureRecord } from "#lib/server/storage/records.ts";
import { stageSide, type ThumbnailSide } from "#lib/wire.ts";
import type { Thumbnail } from "./pictures.ts";

interface Parts {
  readonly blobs: Blobs;
  readonly darkroom: Pick<Darkroom, "thumbnail">;
}

type Pictured = Pick<PictureRecord, "sha256" | "hasAlpha">;

export interface Thumbnails {
  /** Two who ask for the same new one wait for one making of it, and have it before it is kept. */
  get(picture: Pictured, side: ThumbnailSide): Promise<Thumbnail>;
  /** Takes over the stage's copy of a picture, a JPEG that somebody drew into a scratch file. */
  offer(picture: Pictured, file: string): void;
}

const contentTypes: Readonly<Record<ThumbnailEnding, Thumbnail["contentType"]>> = { webp: "image/webp", jpg: "image/jpeg" };

export function createThumbnails({ blobs, darkroom }: Parts): Thumbnails {
  const fresh = new Map<string, Promise<Thumbnail>>();

  async function draw({ sha256 }: Pictured, side: ThumbnailSide, ending: ThumbnailEnding): Promise<string> {
    const out = await blobs.scratchPath(ending);
    const format = ending === "jpg" ? "jpeg" : "webp";
    try {
      await blobs.withFile(pictureKey(sha256), (path) => darkroom.thumbnail({ path, out, side, format }));
      return out;
    } catch (error) {
      await blobs.drop(out);
      throw error;
    }
  }

  /** Whoever waits for it need not wait until it is kept; what cannot be kept now is drawn again. */
  async function show(drawing: Promise<string>, ending: ThumbnailEnding, key: string): Promise<Thumbnail> {
    try {
      const out = await drawing;
      const drawn = await readFile(out);
      void keep(out, key)
        .finally(() => blobs.drop(out))
        .finally(() => fresh.delete(key))
        .catch(() => undefined);
      return {
        bytes: drawn.byteLength,
        contentType: contentTypes[ending],
        read: async (range) => new Blob([pieceOf(drawn, range)]).stream(),
      };
    } catch (error) {
      fresh.delete(key);
      throw error;
    }
  }

  async function keep(out: string, key: string): Promise<void> {
    const staged = await blobs.adopt(out);
    await staged.keep(key);
  }

  async function find(key: string, ending: ThumbnailEnding): Promise<Thumbnail | null> {
    const bytes = await blobs.size(key);
    return bytes === null ? null : { bytes, contentType: contentTypes[ending], read: (range) => blobs.read(key, range) };
  }

  return {
    async get(picture, side) {
      const ending = endingOf(picture, side);
      const key = thumbnailKey(picture.sha256, side, ending);
      const known = fresh.get(key) ?? (await find(key, ending)) ?? fresh.get(key);
      if (known) return known;
      const showing = show(draw(picture, side, ending), ending, key);
      fresh.set(key, showing);
      return showing;
    },

    offer(picture, file) {
      const key = thumbnailKey(picture.sha256, stageSide, "jpg");
      const showing = show(Promise.resolve(file), "jpg", key);
      fresh.set(key, showing);
      // Whoever asks is told, or has it drawn anew.
      showing.catch(() => undefined);
    },
  };
}

/** Lists show dozens, so bytes count there; the stage's one picture is waited for, and a JPEG is there sooner. */
function endingOf({ hasAlpha }: Pictured, side: ThumbnailSide): ThumbnailEnding {
  return side === stageSide && !hasAlpha ? "jpg" : "webp";
}

function pieceOf(bytes: Buffer<ArrayBuffer>, range: ByteRange | undefined): Uint8Array<ArrayBuffer> {
  return range ? bytes.subarray(range.start, range.end + 1) : bytes;
}
