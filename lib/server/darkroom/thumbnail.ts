/** Small copies for lists and filmstrips; transparency stays. */
import { asPictureError, openPicture } from "./decode.ts";

interface ThumbnailRequest {
  readonly path: string;
  readonly out: string;
  readonly side: number;
}

/** Lists show dozens; what is larger is one picture somebody waits for: a third of the time for half as many bytes more. */
const mostForLists = 768;
const [quick, small] = [0, 3];

export async function thumbnail({ path, out, side }: ThumbnailRequest): Promise<null> {
  try {
    const picture = openPicture(path).resize(side, side, { fit: "inside", withoutEnlargement: true });
    await picture
      .toColourspace("srgb")
      .webp({ quality: 82, effort: side > mostForLists ? quick : small })
      .toFile(out);
    return null;
  } catch (error) {
    throw asPictureError(error);
  }
}
