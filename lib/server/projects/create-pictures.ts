/** The way in and out for pictures: stage, inspect in the darkroom, store, and only then know about it. */
import { AppError } from "#lib/errors.ts";
import { pictureId } from "#lib/ids.ts";
import type { Clock } from "#lib/server/clock.ts";
import type { Darkroom, Ingested } from "#lib/server/darkroom/darkroom.ts";
import { type Blobs, pictureKey, type Staged } from "#lib/server/storage/blobs.ts";
import type { PictureRecord, Records } from "#lib/server/storage/records.ts";
import { stageSide } from "#lib/wire.ts";
import type { Arrival, Pictures, ReceiveOptions } from "./pictures.ts";
import { toWirePicture } from "./present.ts";
import type { Thumbnails } from "./thumbnails.ts";

interface Parts {
  readonly records: Records;
  readonly blobs: Blobs;
  readonly darkroom: Darkroom;
  readonly clock: Clock;
  readonly thumbnails: Thumbnails;
}

export function createPictures({ records, blobs, darkroom, clock, thumbnails }: Parts): Pictures {
  async function record(id: string): Promise<PictureRecord> {
    const found = await records.pictures.get(id);
    if (!found) throw new AppError("not_found", `Expected the id of a stored picture but received "${id.slice(0, 80)}"`);
    return found;
  }

  async function inspect(source: AsyncIterable<Uint8Array>, options: ReceiveOptions): Promise<Arrival> {
    const staged = await blobs.stage(source, options);
    try {
      const looking = lookAt({ blobs, darkroom }, { path: staged.path, signal: options.signal });
      const { record, picture, keep, discard } = await asPicture({ blobs, clock }, staged, await looking);
      return {
        picture: toWirePicture(record),
        maskFacts: () => darkroom.maskFacts(picture.path),
        async keep() {
          await keep();
          const stored = await records.pictures.put(record);
          await records.sight.hold(options.holderId, [stored.id]);
          return toWirePicture(stored);
        },
        discard: async () => {
          await Promise.all([discard(), staged.discard()]);
        },
      };
    } catch (error) {
      await staged.discard();
      throw error;
    }
  }

  return {
    async get(id) {
      return toWirePicture(await record(id));
    },

    inspect,

    async receive(source, options) {
      const arrival = await inspect(source, options);
      try {
        return await arrival.keep();
      } finally {
        await arrival.discard();
      }
    },

    async read(id, range) {
      const { sha256 } = await record(id);
      return blobs.read(pictureKey(sha256), range);
    },

    async thumbnail(id, side) {
      return thumbnails.get(await record(id), side);
    },
  };
}

interface Inspected {
  /** The row to be written once it is kept. */
  readonly record: PictureRecord;
  readonly picture: Staged;
  /** Keeps its bytes and, where it was converted, those it came with; doing it twice changes nothing. */
  keep(): Promise<void>;
  discard(): Promise<void>;
}

interface ToLookAt {
  readonly path: string;
  readonly signal: AbortSignal | undefined;
  /** Where the stage's copy goes, if it comes by the way. */
  readonly copyTo?: string;
}

type Looked = Ingested & { readonly out: string };

export interface StoredPicture {
  readonly picture: PictureRecord;
  readonly hasCopy: boolean;
}

/** Keeps a scratch file as a picture: looked at while it is hashed and synced. The caller drops the file, and the copy. */
export async function storePicture(
  { blobs, darkroom, clock }: Pick<Parts, "blobs" | "darkroom" | "clock">,
  file: ToLookAt,
): Promise<StoredPicture> {
  const [staging, looking] = await Promise.allSettled([blobs.adopt(file.path), lookAt({ blobs, darkroom }, file)]);
  if (staging.status === "rejected") {
    if (looking.status === "fulfilled") await blobs.drop(looking.value.out);
    throw staging.reason;
  }
  const staged = staging.value;
  try {
    if (looking.status === "rejected") throw looking.reason;
    const inspected = await asPicture({ blobs, clock }, staged, looking.value);
    try {
      await inspected.keep();
      return { picture: inspected.record, hasCopy: looking.value.hasCopy };
    } finally {
      await inspected.discard();
    }
  } finally {
    await staged.discard();
  }
}

async function lookAt({ blobs, darkroom }: Pick<Parts, "blobs" | "darkroom">, { path, signal, copyTo }: ToLookAt): Promise<Looked> {
  const out = await blobs.scratchPath("bin");
  const copy = copyTo === undefined ? {} : { copy: { out: copyTo, side: stageSide } };
  try {
    return { ...(await darkroom.ingest({ path, out, ...copy }, signal ? { signal } : {})), out };
  } catch (error) {
    await blobs.drop(out);
    throw error;
  }
}

async function asPicture({ blobs, clock }: Pick<Parts, "blobs" | "clock">, staged: Staged, looked: Looked): Promise<Inspected> {
  const { format, width, height, hasAlpha, notes, file, out } = looked;
  const isAsItCame = file === staged.path;
  try {
    const picture = isAsItCame ? staged : await blobs.adopt(file);
    return {
      record: {
        id: pictureId(picture.sha256),
        sha256: picture.sha256,
        format,
        bytes: picture.bytes,
        width,
        height,
        hasAlpha,
        notes,
        sourceSha256: isAsItCame ? null : staged.sha256,
        createdAtMs: clock.now(),
      },
      picture,
      async keep() {
        await picture.keep(pictureKey(picture.sha256));
        if (!isAsItCame) await staged.keep(pictureKey(staged.sha256));
      },
      async discard() {
        if (!isAsItCame) await picture.discard();
        await blobs.drop(out);
      },
    };
  } catch (error) {
    await blobs.drop(out);
    throw error;
  }
}
