/** The part of a picture inside a frame, flat, at the size the model works at: what a model is shown and what its result is judged by. */
import sharp from "sharp";
import { crop } from "#lib/pixels/crop.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { resize } from "#lib/pixels/resample.ts";
import type { Expansion, Frame } from "#lib/wire.ts";
import { openStored, readPixels } from "../decode.ts";
import { type PictureSize, partOfPicture } from "./part-of-picture.ts";

/** As a decoder gives them, or as a raster. */
type Sized = Pick<Raster, "data" | "width" | "height"> & { readonly channels: number };

export async function readContent(path: string, size: PictureSize, frame: Frame): Promise<Raster> {
  const { region, around } = partOfPicture(size, frame);
  const part = openStored(path).extract({ left: region.x, top: region.y, width: region.width, height: region.height });
  return toContent(await readPixels(part.flatten({ background: "#fff" }).toColourspace("srgb")), around, frame);
}

/** The same of a picture that has been decoded already. */
export async function contentOf(picture: Raster, frame: Frame): Promise<Raster> {
  const { region, around } = partOfPicture(picture, frame);
  const part = crop(picture, region);
  const flat = part.channels === 4 ? await readPixels(asSharp(part).flatten({ background: "#fff" })) : part;
  return toContent(flat, around, frame);
}

async function toContent(part: Sized, around: Expansion, { content }: Frame): Promise<Raster> {
  const { left, top, right, bottom } = around;
  if (left + top + right + bottom === 0) return resizeTo(part, content);
  // Under the mask nothing is seen; the edge goes on there so that no line shows through where the size is changed.
  return resizeTo(await readPixels(asSharp(part).extend({ ...around, extendWith: "copy" })), content);
}

/** By way of raw pixels: a decoder that shrinks while it loads moves the picture a little, and so does sharp where it enlarges. */
export async function resizeTo(pixels: Sized, [width, height]: Frame["content"]): Promise<Raster> {
  const source = toRaster(pixels);
  if (width === source.width && height === source.height) return source;
  if (width > source.width || height > source.height) return resize(source, width, height, "bicubic");
  return toRaster(await readPixels(asSharp(source).resize(width, height, { fit: "fill", kernel: "lanczos3" })));
}

export function asSharp({ data, width, height, channels }: Sized) {
  const raw = sharp(data, { raw: { width, height, channels: channels === 1 ? 1 : channels === 4 ? 4 : 3 } });
  return raw.toColourspace(channels === 1 ? "b-w" : "srgb");
}

export function toRaster({ data, width, height, channels }: Sized): Raster {
  // No Buffer: its slice() is no copy.
  const values = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { data: values, width, height, channels: channels === 1 ? 1 : channels === 4 ? 4 : 3 };
}
