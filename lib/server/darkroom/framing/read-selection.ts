/** What is to be repainted inside a frame's box, in the picture's own pixels: the painted mask and the border of an expansion. */
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import type { Frame } from "#lib/wire.ts";
import { almostBlack, asGrey, openPicture, readHeader, readPixels } from "../decode.ts";
import { type PictureSize, partOfPicture } from "./part-of-picture.ts";

export async function readSelection(path: string | null, size: PictureSize, frame: Frame): Promise<Raster> {
  const { region, around } = partOfPicture(size, frame);
  const selection = newRaster(frame.box.width, frame.box.height, 1);
  if (region.width < selection.width || region.height < selection.height) selection.data.fill(255);
  const painted = path === null ? null : await readMask(path, size, region);
  for (let y = 0; y < region.height; y++) {
    const to = (around.top + y) * selection.width + around.left;
    const row = painted?.subarray(y * region.width, (y + 1) * region.width);
    for (let x = 0; x < region.width; x++) {
      const value = row?.[x] ?? 0;
      selection.data[to + x] = value > almostBlack ? value : 0;
    }
  }
  return selection;
}

async function readMask(path: string, size: PictureSize, { x, y, width, height }: Frame["box"]): Promise<Uint8Array> {
  const header = await readHeader(path);
  const region = { left: x, top: y, width, height };
  const isExact = header.width === size.width && header.height === size.height;
  const mask = asGrey(openPicture(path));
  const part = isExact ? mask.extract(region) : mask.resize(size.width, size.height, { fit: "fill", kernel: "cubic" }).extract(region);
  return (await readPixels(part)).data;
}
