/** The way in and out for pictures: stage, inspect in the darkroom, store, and only then know about it. */
import { AppError } from "#lib/errors.ts";
import { pictureId } from "#lib/ids.ts";
import type { Clock } from "#lib/server/clock.ts";
import type { Darkroom } from "#lib/server/darkroom/darkroom.ts";
import { type Blobs, pictureKey, type Staged } from "#lib/server/storage/blobs.ts";
import type { PictureRecord, Records } from "#lib/server/storage/records.ts";
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
      const { record, picture, keep, discard } = await inspectPicture({ blobs, darkroom, clock }, staged, options.signal);
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
      const { sha256 } = await record(id);
      return thumbnails.get(sha256, side);
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

type InspectParts = Pick<Parts, "blobs" | "darkroom" | "clock">;

/** Inspects a staged file and keeps it. Answers the row to be written. The caller discards what is still staged. */
export async function storePicture(parts: InspectParts, staged: Staged, signal?: AbortSignal): Promise<PictureRecord> {
  const inspected = await inspectPicture(parts, staged, signal);
  try {
    await inspected.keep();
    return inspected.record;
  } finally {
    await inspected.discard();
  }
}

async function inspectPicture({ blobs, darkroom, clock }: InspectParts, staged: Staged, signal?: AbortSignal): Promise<Inspected> {
  const out = await blobs.scratchPath("bin");
  try {
    const facts = await darkroom.ingest({ path: staged.path, out }, signal ? { signal } : {});
    const isAsItCame = facts.file === staged.path;
    const picture = isAsItCame ? staged : await blobs.adopt(facts.file);
    const { format, width, height, hasAlpha, notes } = facts;
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
