/** Keeps a PNG that our own darkroom wrote as a picture; it needs no second look. */
import { pictureId } from "#lib/ids.ts";
import type { Clock } from "#lib/server/clock.ts";
import { type Blobs, pictureKey } from "#lib/server/storage/blobs.ts";
import type { PictureRecord } from "#lib/server/storage/records.ts";

interface Parts {
  readonly blobs: Blobs;
  readonly clock: Clock;
}

export type Kept = Pick<PictureRecord, "width" | "height" | "hasAlpha">;

export async function keepFile({ blobs, clock }: Parts, path: string, { width, height, hasAlpha }: Kept): Promise<PictureRecord> {
  const staged = await blobs.adopt(path);
  const { sha256, bytes } = staged;
  await staged.keep(pictureKey(sha256));
  const id = pictureId(sha256);
  return { id, sha256, format: "png", bytes, width, height, hasAlpha, notes: [], sourceSha256: null, createdAtMs: clock.now() };
}
