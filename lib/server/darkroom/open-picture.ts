/** How every job opens a file: strict about damage, our own pixel caps instead of the library's, nothing remembered between jobs. */
import sharp, { type Metadata, type Sharp } from "sharp";
import { AppError } from "#lib/errors.ts";

sharp.cache(false);

export function openPicture(path: string): Sharp {
  return sharp(path, { failOn: "error", limitInputPixels: false });
}

export async function readHeader(path: string): Promise<Metadata> {
  try {
    return await openPicture(path).metadata();
  } catch (error) {
    throw unreadable(error);
  }
}

/** The library's messages may hold paths of this machine; only their kind is passed on. */
export function unreadable(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const text = error instanceof Error ? error.message : String(error);
  const reason = /premature|truncat|end of|eof/i.test(text) ? "it ends too early" : "it is damaged";
  return new AppError("picture_unreadable", `Expected a whole picture but ${reason}`, { cause: error });
}
