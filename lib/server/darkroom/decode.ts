/** How every job opens a file: strict about damage, only with the decoders of the formats that are taken in, never from a cache. */
import sharp, { type Sharp } from "sharp";
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

/** One byte a pixel, white and black as a mask has them: what is transparent counts as black. */
export function asGrey(picture: Sharp): Sharp {
  return picture.flatten({ background: "#000" }).toColourspace("b-w");
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

/** A decoder's complaint in our words; a full disk is not the picture's fault. */
export function asPictureError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const complaint = error instanceof Error ? error.message : String(error);
  if (/input file is missing|unable to (write|open for write)|no space left|write (error|failed)/i.test(complaint)) {
    return new AppError("internal", "A picture file could not be read or written on this disk", { cause: error });
  }
  return new AppError(
    "picture_unreadable",
    `Expected a whole picture for the file but it is damaged or cut short (${firstLine(complaint)})`,
    {
      cause: error,
    },
  );
}

/** Decoders name the file they read; nobody needs to see where we keep it. */
function firstLine(complaint: string): string {
  const line = complaint.split("\n")[0] ?? "";
  return line.replaceAll(/\/\S+/g, "…").slice(0, 160);
}
