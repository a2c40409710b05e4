/**
 * An edit as a Photoshop document: the original below, the whole result above it under the mask by which it came over, so that
 * the mask can be painted on further; and the edit as it is stored, hidden where the two below say the same.
 */
import type { Darkroom, JobOptions, PsdLayer, PsdRequest } from "#lib/server/darkroom/darkroom.ts";
import { log } from "#lib/server/log.ts";
import { createGrowingFile } from "#lib/server/predictions/growing-file.ts";
import { type Blobs, pictureKey } from "#lib/server/storage/blobs.ts";
import type { EditRecord, PictureRecord, Records } from "#lib/server/storage/records.ts";
import { isOneSize, placeOfOriginal } from "./place-of-original.ts";

interface Parts {
  readonly records: Records;
  readonly blobs: Blobs;
  readonly darkroom: Darkroom;
}

type Planned = Omit<PsdLayer, "path" | "maskPath"> & { readonly picture: PictureRecord; readonly mask: PictureRecord | null };

/** Answers with the first bytes; the rest is sent while it is written, and the file is gone when it has been read or nobody reads on. */
export async function layersAsPsd(
  parts: Parts,
  edit: EditRecord,
  parent: EditRecord | null,
  signal?: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const { blobs } = parts;
  const plan = { layers: await planLayers(parts, edit, parent), merged: await requirePicture(parts, edit.pictureId) };
  const out = await blobs.scratchPath("psd");
  const file = createGrowingFile(out);
  const begun = Promise.withResolvers<void>();
  const leaving = new AbortController();
  const stop = signal ? AbortSignal.any([signal, leaving.signal]) : leaving.signal;
  let written = 0;
  const onWrote = (bytes: number) => {
    written = bytes;
    file.grow(bytes);
    begun.resolve();
  };
  const writing = writeLayers(parts, plan, { out, signal: stop, onWrote }).then(
    () => file.complete(written),
    (error: unknown) => {
      begun.reject(error);
      file.abandon();
      // What fails earlier is answered.
      if (written > 0 && !stop.aborted) log.error({ edit: edit.id, err: error }, "psd-not-written");
    },
  );
  const end = async () => {
    leaving.abort();
    await writing;
    await blobs.drop(out);
  };
  try {
    await begun.promise;
    return bodyOf(file.read(stop), end);
  } catch (error) {
    await end();
    throw error;
  }
}

/** `end` runs whether all of it was read, it broke off, or nobody wants it, be it before the first byte. */
function bodyOf(pieces: AsyncGenerator<Uint8Array>, end: () => Promise<void>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await pieces.next();
          if (!done) return controller.enqueue(value);
          await end();
          controller.close();
        } catch (error) {
          await end();
          throw error;
        }
      },
      async cancel() {
        await end();
        await pieces.return(undefined).catch(() => undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

interface Plan {
  readonly layers: readonly Planned[];
  readonly merged: PictureRecord;
}

function writeLayers(
  { blobs, darkroom }: Parts,
  { layers, merged }: Plan,
  { out, ...options }: JobOptions & Pick<PsdRequest, "out">,
): Promise<void> {
  const pictures = [merged, ...layers.flatMap(({ picture, mask }) => [picture, ...(mask ? [mask] : [])])];
  return withFiles(blobs, pictures, (pathOf) => {
    const asFiles = layers.map(({ picture, mask, ...layer }) => ({ ...layer, path: pathOf(picture), maskPath: mask && pathOf(mask) }));
    return darkroom.writePsd({ merged: pathOf(merged), layers: asFiles, out }, options);
  });
}

/** The lowest first. */
async function planLayers(parts: Parts, edit: EditRecord, parent: EditRecord | null): Promise<readonly Planned[]> {
  const { records } = parts;
  const picture = await requirePicture(parts, edit.pictureId);
  const { alphaId = null, resultId = null } = edit.fidelity ?? {};
  const [alpha, result] = await Promise.all([alphaId, resultId].map((id) => (id === null ? null : records.pictures.get(id))));
  const original = parent && (await records.pictures.get(parent.pictureId));
  const place = original && (await placeOfOriginal(records, edit, original, picture));
  const isRefinable = Boolean(place && alpha && result && isOneSize(alpha, picture) && isOneSize(result, picture));
  return [
    ...(original && place ? [{ name: "Original", picture: original, mask: null, ...place, isVisible: true }] : []),
    ...(isRefinable && result && alpha ? [{ name: "Result", picture: result, mask: alpha, x: 0, y: 0, isVisible: true }] : []),
    { name: "Edit", picture, mask: null, x: 0, y: 0, isVisible: !isRefinable },
  ];
}

async function withFiles<Result>(
  blobs: Blobs,
  pictures: readonly PictureRecord[],
  use: (pathOf: (picture: PictureRecord) => string) => Promise<Result>,
  known: ReadonlyMap<string, string> = new Map(),
): Promise<Result> {
  const [first, ...rest] = pictures;
  if (!first) return use(({ id }) => known.get(id) ?? "");
  return blobs.withFile(pictureKey(first.sha256), (path) => withFiles(blobs, rest, use, new Map([...known, [first.id, path]])));
}

async function requirePicture({ records }: Parts, id: string): Promise<PictureRecord> {
  const [found] = await records.pictures.getMany([id]);
  if (found) return found;
  throw new Error(`Expected the picture ${id} to be stored`);
}
