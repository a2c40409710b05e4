/** A small WebP for lists and stages; never larger than the picture itself. */
import { openPicture, unreadable } from "./open-picture.ts";

export async function thumbnail({
  path,
  out,
  side,
}: {
  readonly path: string;
  readonly out: string;
  readonly side: number;
}): Promise<void> {
  try {
    await openPicture(path).resize(side, side, { fit: "inside", withoutEnlargement: true }).webp({ quality: 82, effort: 3 }).toFile(out);
  } catch (error) {
    throw unreadable(error);
  }
}
