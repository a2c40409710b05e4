/** Cuts away what a picture was filled up with before a model saw it. */
import type { TrimRequest } from "../darkroom.ts";
import { asPictureError, openStored, readHeader, readPixels } from "../decode.ts";
import { toRaster } from "./read-content.ts";
import { isSeenThrough, writeRaster } from "./write-raster.ts";

export async function trim({ path, content, working, out }: TrimRequest) {
  try {
    const header = await readHeader(path);
    const width = Math.max(1, Math.round((header.width * content[0]) / working[0]));
    const height = Math.max(1, Math.round((header.height * content[1]) / working[1]));
    const kept = toRaster(await readPixels(openStored(path).extract({ left: 0, top: 0, width, height }).toColourspace("srgb")));
    await writeRaster(out, kept);
    return { width, height, hasAlpha: isSeenThrough(kept) };
  } catch (error) {
    throw asPictureError(error);
  }
}
