/** Small copies for lists, filmstrips and the stage; in a WebP transparency stays. */
import type { Sharp } from "sharp";
import type { ThumbnailRequest } from "./darkroom.ts";
import { asPictureError, openPicture } from "./decode.ts";

/** Lists show dozens, so bytes count; what is larger is one picture somebody waits for. */
const mostForLists = 768;
const [quick, small] = [0, 3];

export async function thumbnail({ path, ...request }: ThumbnailRequest): Promise<null> {
  try {
    await drawCopy(openPicture(path), request);
    return null;
  } catch (error) {
    throw asPictureError(error);
  }
}

/** A JPEG is packed in a third of a WebP's time and unpacked in a quarter of it. */
export async function drawCopy(picture: Sharp, { out, side, format }: Omit<ThumbnailRequest, "path">): Promise<void> {
  const copy = picture.resize(side, side, { fit: "inside", withoutEnlargement: true }).toColourspace("srgb");
  const packed = format === "jpeg" ? copy.jpeg({ quality: 87 }) : copy.webp({ quality: 82, effort: side > mostForLists ? quick : small });
  await packed.toFile(out);
}
