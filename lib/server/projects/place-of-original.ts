import type { EditRecord, PictureRecord, Records } from "#lib/server/storage/records.ts";

/** Where the original lies on the edit's canvas; null where it is no part of it. */
export async function placeOfOriginal(records: Records, edit: EditRecord, original: PictureRecord, picture: PictureRecord) {
  if (isOneSize(original, picture)) return { x: 0, y: 0 };
  const run = edit.predictionId === null ? null : await records.predictions.get(edit.predictionId);
  if (!run?.frame) return null;
  const { left, top, right, bottom } = run.frame.expand;
  const isGrown = original.width + left + right === picture.width && original.height + top + bottom === picture.height;
  return isGrown ? { x: left, y: top } : null;
}

export function isOneSize(one: PictureRecord, other: PictureRecord): boolean {
  return one.width === other.width && one.height === other.height;
}
