/** Small copies for lists and filmstrips; transparency stays. */
import { asPictureError, openPicture } from "./decode.ts";

interface ThumbnailRequest {
  readonly path: string;
  readonly out: string;
  readonly side: number;
}

export async function thumbnail({ path, out, side }: ThumbnailRequest): Promise<null> {
  try {
    const picture = openPicture(path).resize(side, side, { fit: "inside", withoutEnlargement: true });
    await picture.toColourspace("srgb").webp({ quality: 82, effort: 3 }).toFile(out);
    return null;
  } catch (error) {
    throw asPictureError(error);
  }
}
