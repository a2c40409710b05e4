/** What is to be repainted inside a frame's box, in the picture's own pixels: the painted mask and the border of an expansion. */
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import type { Frame } from "#lib/wire.ts";
import { almostBlack, asGrey, openPicture, readHeader, readPixels } from "../decode.ts";
import { type PictureSize, partOfPicture } from "./part-of-picture.ts";

/** What counts as black is. */
const levels = Uint8Array.from({ length: 256 }, (_, level) => (level <= almostBlack ? 0 : level));

export async function readSelection(path: string | null, size: PictureSize, frame: Frame): Promise<Raster> {
  const { region, around } = partOfPicture(size, frame);
  const painted = path === null ? new Uint8Array(region.width * region.height) : await readMask(path, size, region);
  for (let i = 0; i < painted.length; i++) painted[i] = levels[painted[i] as number] as number;
  const { width, height } = frame.box;
  if (region.width === width && region.height === height) return { width, height, channels: 1, data: painted };
  const selection = newRaster(width, height, 1);
  selection.data.fill(255);
  for (let y = 0; y < region.height; y++) {
    const row = painted.subarray(y * region.width, (y + 1) * region.width);
    selection.data.set(row, (around.top + y) * width + around.left);
  }
  return selection;
}

async function readMask(path: string, size: PictureSize, { x, y, width, height }: Frame["box"]): Promise<Uint8Array> {
  const header = await readHeader(path);
  const region = { left: x, top: y, width, height };
  const isExact = header.width === size.width && header.height === size.height;
  const mask = asGrey(openPicture(path));
  const part = isExact ? mask.extract(region) : mask.resize(size.width, size.height, { fit: "fill", kernel: "cubic" }).extract(region);
  const { data } = await readPixels(part);
  // No Buffer: its slice() is no copy.
  return new Uint8Array(data.buffer, data.byteOffset, data.length);
}
