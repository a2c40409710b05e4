/** What is to be repainted inside a frame's box, in the picture's own pixels: the painted mask and the border of an expansion. */
import { bytesOf, newRaster, type Raster } from "#lib/pixels/raster.ts";
import type { Frame } from "#lib/wire.ts";
import { almostBlack, asGrey, openPicture, readHeader, readPixels } from "../decode.ts";
import { type PictureSize, partOfPicture } from "./part-of-picture.ts";

export async function readSelection(path: string | null, size: PictureSize, frame: Frame): Promise<Raster> {
  const { region, around } = partOfPicture(size, frame);
  const selection = newRaster(frame.box.width, frame.box.height, 1);
  if (region.width < selection.width || region.height < selection.height) selection.data.fill(255);
  const painted = path === null ? new Uint8Array(region.width * region.height) : await readMask(path, size, region);
  for (let y = 0; y < region.height; y++) {
    const start = (around.top + y) * selection.width + around.left;
    copyPainted(painted.subarray(y * region.width, (y + 1) * region.width), bytesOf(selection), start);
  }
  return selection;
}

function copyPainted(from: Uint8Array, to: Uint8Array, start: number): void {
  for (let i = 0; i < from.length; i++) {
    const level = from[i] as number;
    to[start + i] = level <= almostBlack ? 0 : level;
  }
}

async function readMask(path: string, size: PictureSize, { x, y, width, height }: Frame["box"]): Promise<Uint8Array> {
  const header = await readHeader(path);
  const region = { left: x, top: y, width, height };
  const isExact = header.width === size.width && header.height === size.height;
  const mask = asGrey(openPicture(path));
  const part = isExact ? mask.extract(region) : mask.resize(size.width, size.height, { fit: "fill", kernel: "cubic" }).extract(region);
  return (await readPixels(part)).data;
}
