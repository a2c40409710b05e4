/**
 * An edit as a Photoshop document: the original below, the whole result above it under the mask by which it came over, so that
 * the mask can be painted on further; and the edit as it is stored, hidden where the two below say the same.
 */
import { createReadStream } from "node:fs";
import type { Darkroom, PsdLayer } from "#lib/server/darkroom/darkroom.ts";
import { type Blobs, pictureKey } from "#lib/server/storage/blobs.ts";
import type { EditRecord, PictureRecord, Records } from "#lib/server/storage/records.ts";
import { isOneSize, placeOfOriginal } from "./place-of-original.ts";

interface Parts {
  readonly records: Records;
  readonly blobs: Blobs;
  readonly darkroom: Darkroom;
}

type Planned = Omit<PsdLayer, "path" | "maskPath"> & { readonly picture: PictureRecord; readonly mask: PictureRecord | null };

/** The file is gone when it has been read, or nobody reads on. */
export async function layersAsPsd(
  parts: Parts,
  edit: EditRecord,
  parent: EditRecord | null,
  signal?: AbortSignal,
): Promise<AsyncGenerator<Uint8Array>> {
  const { blobs, darkroom } = parts;
  const layers = await planLayers(parts, edit, parent);
  const merged = await requirePicture(parts, edit.pictureId);
  const out = await blobs.scratchPath("psd");
  try {
    await withFiles(blobs, [merged, ...layers.flatMap(({ picture, mask }) => [picture, ...(mask ? [mask] : [])])], (pathOf) =>
      darkroom.writePsd(
        {
          merged: pathOf(merged),
          layers: layers.map(({ picture, mask, ...layer }) => ({ ...layer, path: pathOf(picture), maskPath: mask && pathOf(mask) })),
          out,
        },
        signal ? { signal } : {},
      ),
    );
  } catch (error) {
    await blobs.drop(out);
    throw error;
  }
  return readThenDrop(blobs, out);
}

async function* readThenDrop(blobs: Blobs, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path);
  } finally {
    await blobs.drop(path);
  }
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
