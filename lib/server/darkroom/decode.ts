/** How every job opens a file: strict about damage, only with the decoders of the formats that are taken in, never from a cache. */
import sharp, { type Metadata, type Sharp } from "sharp";
import { AppError } from "#lib/errors.ts";

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpegFile",
    "VipsForeignLoadPngFile",
    "VipsForeignLoadWebpFile",
    "VipsForeignLoadNsgifFile",
    "VipsForeignLoadHeifFile",
    "VipsForeignLoadTiffFile",
  ],
});

/** Anything larger has been refused by its header; this only stops a header that lied. */
const mostPixels = 50_000_000;

export function openPicture(path: string): Sharp {
  return sharp(path, { failOn: "error", limitInputPixels: mostPixels });
}

/** What the file says about itself, however large it claims to be. */
export function readHeader(path: string): Promise<Metadata> {
  return sharp(path, { failOn: "error", limitInputPixels: false }).metadata();
}

/** One byte a pixel, white and black as a mask has them: what is transparent counts as black. */
export function asGrey(picture: Sharp): Sharp {
  return picture.flatten({ background: "#000" }).toColourspace("b-w");
}

/** Up to here a mask counts as black: a JPEG of one has such noise everywhere. */
export const almostBlack = 8;

/** A stored picture's values as they lie in the file; its profile, if it has one, is sRGB and would only round them. */
export function openStored(path: string): Sharp {
  return sharp(path, { failOn: "error", limitInputPixels: mostPixels, ignoreIcc: true });
}

export interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

export async function readPixels(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

/** A decoder's complaint in our words: its own name files and fields nobody knows. A full disk is not the picture's fault. */
export function asPictureError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const complaint = error instanceof Error ? error.message : String(error);
  if (/input file is missing|unable to open for write|no space left|disk quota|read-only file system/i.test(complaint)) {
    return new AppError("internal", "A picture file could not be read or written on this disk", { cause: error });
  }
  const fault = /premature|truncat|end of|eof|too small/i.test(complaint) ? "it ends too early" : "it is damaged";
  return new AppError("picture_unreadable", `Expected a whole picture for the file but ${fault}`, { cause: error });
}
