/** A stranger's file becomes a picture of ours, or is refused by its first bytes and its header before anything is decoded. */
import { open, readFile, writeFile } from "node:fs/promises";
import type { Metadata } from "sharp";
import { AppError } from "#lib/errors.ts";
import type { StoredFormat } from "#lib/wire.ts";
import type { PictureFacts } from "./darkroom.ts";
import { openPicture, readHeader, unreadable } from "./open-picture.ts";
import { type SniffedFormat, sniff, sniffBytes } from "./sniff.ts";
import { stripMetadata } from "./strip-metadata.ts";

/** An AVIF of a few hundred bytes can ask for a gigabyte to decode, so its cap is lower. */
const maxPixels: Record<SniffedFormat, number> = {
  jpeg: 50e6,
  png: 50e6,
  gif: 50e6,
  webp: 50e6,
  tiff: 50e6,
  avif: 16e6,
  heic: 16e6,
};

export async function ingest({
  path,
  out,
}: {
  readonly path: string;
  readonly out: string;
}): Promise<PictureFacts & { readonly file: string }> {
  const format = await sniffFile(path);
  const header = await readHeader(path);
  const { width, height } = uprightSize(header);
  checkSize(format, width, height);
  const notes = whyConvert(format, header);
  try {
    if (notes.length === 0 && isStored(format))
      return { ...(await keep(format, path, out)), format, width, height, hasAlpha: header.hasAlpha ?? false, notes };
    return { ...(await convert(path, out)), notes };
  } catch (error) {
    throw unreadable(error);
  }
}

async function sniffFile(path: string): Promise<SniffedFormat> {
  const file = await open(path, "r");
  const head = new Uint8Array(sniffBytes);
  const { bytesRead } = await file.read(head, 0, sniffBytes, 0).finally(() => file.close());
  if (bytesRead === 0) throw new AppError("picture_unreadable", "Expected a picture but received an empty file");
  const format = sniff(head.subarray(0, bytesRead));
  if (format === "heic")
    throw new AppError("picture_unsupported", "Expected JPEG, PNG, WebP, GIF, AVIF or TIFF but received HEIC; export it as JPEG first");
  if (format === null)
    throw new AppError("picture_unsupported", "Expected JPEG, PNG, WebP, GIF, AVIF or TIFF but received another kind of file");
  return format;
}

function checkSize(format: SniffedFormat, width: number, height: number): void {
  const most = maxPixels[format];
  if (width * height <= most) return;
  const shown = `${width}×${height} (${Math.round((width * height) / 1e6)} megapixels)`;
  throw new AppError(
    "picture_too_many_pixels",
    `Expected at most ${most / 1e6} megapixels for ${format.toUpperCase()} but received ${shown}`,
  );
}

function isStored(format: SniffedFormat): format is StoredFormat & SniffedFormat {
  return format === "jpeg" || format === "png" || format === "webp";
}

function uprightSize({ width, height, pageHeight, orientation = 1 }: Metadata): { width: number; height: number } {
  const tall = pageHeight ?? height;
  return orientation >= 5 ? { width: tall, height: width } : { width, height: tall };
}

/** Why the bytes cannot stay as they came; empty when they can. */
function whyConvert(format: SniffedFormat, header: Metadata): string[] {
  const notes: string[] = [];
  if ((header.orientation ?? 1) > 1) notes.push("orientation");
  if (header.icc && !isSrgbProfile(header.icc)) notes.push("profile");
  if (header.depth !== "uchar") notes.push("16-bit");
  if (header.space === "cmyk") notes.push("cmyk");
  if ((header.pages ?? 1) > 1) notes.push("first-frame");
  if (notes.length === 0 && !isStored(format)) notes.push("converted");
  return notes;
}

function isSrgbProfile(icc: Buffer): boolean {
  return icc.includes("sRGB") || icc.includes(Buffer.from("sRGB", "utf16le").swap16());
}

/** Decoded once, to know that it is whole; stored as it came but for where and when it was taken. */
async function keep(format: StoredFormat, path: string, out: string): Promise<{ file: string }> {
  await openPicture(path).raw().toBuffer();
  const stripped = stripMetadata(format, await readFile(path));
  if (stripped === null) return { file: path };
  await writeFile(out, stripped);
  return { file: out };
}

async function convert(path: string, out: string): Promise<PictureFacts & { file: string }> {
  const { info } = await openPicture(path)
    .autoOrient()
    .toColourspace("srgb")
    .png({ compressionLevel: 3 })
    .toFile(out)
    .then((written) => ({ info: written }));
  return {
    file: out,
    format: "png",
    width: info.width,
    height: info.height,
    hasAlpha: info.channels === 2 || info.channels === 4,
    notes: [],
  };
}
