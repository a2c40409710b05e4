/**
 * Location, camera, texts and thumbnails leave a picture without its pixels being coded again: the container is
 * rewritten, the coded picture stays as it is. A file without any of them comes back the same, byte for byte.
 */
import type { StoredFormat } from "#lib/wire.ts";
import { stripJpeg } from "./strip-jpeg.ts";
import { stripPng } from "./strip-png.ts";
import { stripWebp } from "./strip-webp.ts";

const strippers: Record<StoredFormat, (file: Buffer) => Buffer | null> = { jpeg: stripJpeg, png: stripPng, webp: stripWebp };

/** Null where the container cannot be followed to its end; then only coding the pixels anew makes sure. */
export function stripMetadata(file: Buffer, format: StoredFormat): Buffer | null {
  return strippers[format](file);
}
