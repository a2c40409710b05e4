/** The way in for a stranger's file: refused by its header, decoded once to the end, and kept as it is where it can be. */
import { open, readFile, rm, writeFile } from "node:fs/promises";
import type { Metadata, Sharp } from "sharp";
import { AppError } from "#lib/errors.ts";
import type { StoredFormat } from "#lib/wire.ts";
import type { Ingested, IngestRequest } from "./darkroom.ts";
import { asPictureError, openPicture, readHeader, readPixels } from "./decode.ts";
import { isSrgbProfile } from "./metadata/srgb-profile.ts";
import { stripMetadata } from "./metadata/strip-metadata.ts";
import { isAnimatedPng } from "./metadata/strip-png.ts";
import { mixInks } from "./mix-inks.ts";
import { type AcceptedFormat, acceptedFormat, checkPixels, headBytes } from "./sniff.ts";
import { drawCopy } from "./thumbnail.ts";

type Paths = Pick<IngestRequest, "path" | "out">;

export async function ingest(paths: IngestRequest): Promise<Ingested> {
  const format = acceptedFormat(await readHead(paths.path));
  try {
    const metadata = await readMetadata(paths.path, format);
    const reasons = reasonsToConvert(format, metadata);
    if (isStored(format) && reasons.length === 0) return await keep(paths, format);
    if (format === "heic") return await convertHeic(paths, metadata.icc, reasons);
    return metadata.space === "cmyk" && metadata.icc === undefined ? await convertInks(paths, reasons) : await convert(paths, reasons);
  } catch (error) {
    throw asPictureError(error);
  }
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes));
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function readMetadata(path: string, format: AcceptedFormat): Promise<Metadata> {
  const metadata = await readHeader(path);
  // Two readers that do not agree on what a file is are a trick, not a picture.
  const packing = format === "avif" ? "av1" : format === "heic" ? "hevc" : undefined;
  if (metadata.format !== (packing ? "heif" : format) || (packing && metadata.compression !== packing)) {
    throw new AppError(
      "picture_unreadable",
      `Expected a whole ${format.toUpperCase()} picture for the file but it is something else inside`,
    );
  }
  checkPixels(format, metadata.width, metadata.height);
  return metadata;
}

/** Each reason is also the note a person gets to see. */
function reasonsToConvert(format: AcceptedFormat, metadata: Metadata): string[] {
  const { orientation = 1, space, depth, pages = 1, icc } = metadata;
  const hasOtherProfile = icc !== undefined && !isSrgbProfile(icc);
  return [
    ...(orientation > 1 ? ["orientation"] : []),
    ...(space === "cmyk" ? ["cmyk"] : hasOtherProfile ? ["profile"] : []),
    ...(depth === "uchar" ? [] : ["16-bit"]),
    ...(pages > 1 ? ["first-frame"] : []),
    ...(isStored(format) && (space === "srgb" || space === "b-w" || space === "cmyk" || depth !== "uchar") ? [] : ["converted"]),
  ];
}

async function keep(paths: IngestRequest, format: StoredFormat): Promise<Ingested> {
  const facts = await decodeToTheEnd(paths.path, paths.copy);
  const bytes = await readFile(paths.path);
  const stripped = stripMetadata(bytes, format);
  if (stripped === null) return convert(paths, ["converted"]);
  const notes = format === "png" && isAnimatedPng(bytes) ? ["first-frame"] : [];
  if (stripped.equals(bytes)) return { ...facts, format, notes, file: paths.path };
  await writeFile(paths.out, stripped, { mode: 0o600 });
  return { ...facts, format, notes, file: paths.out };
}

function convert({ path, out }: Paths, notes: readonly string[]): Promise<Ingested> {
  return write(openPicture(path).autoOrient().toColourspace("srgb"), out, notes);
}

async function convertInks({ path, out }: Paths, notes: readonly string[]): Promise<Ingested> {
  return write(await mixInks(openPicture(path).autoOrient()), out, notes);
}

async function write(picture: Sharp, out: string, notes: readonly string[]): Promise<Ingested> {
  const { width, height, channels } = await picture.png({ compressionLevel: 2, adaptiveFiltering: true }).toFile(out);
  const hasAlphaChannel = channels === 2 || channels === 4;
  const hasAlpha = hasAlphaChannel && (await decodeToTheEnd(out)).hasAlpha;
  return { format: "png", width, height, hasAlpha, notes, file: out, hasCopy: false };
}

/** Which way is up was settled by the decoder. */
async function convertHeic({ path, out }: Paths, profile: Uint8Array | undefined, notes: readonly string[]): Promise<Ingested> {
  const { unpackHeic } = await import("./heic/unpack-heic.ts");
  const unpacked = `${out}-unpacked`;
  try {
    await unpackHeic({ path, out: unpacked, profile });
    return await convert({ path: unpacked, out }, notes);
  } finally {
    await rm(unpacked, { force: true });
  }
}

type Decoded = Pick<Ingested, "width" | "height" | "hasAlpha" | "hasCopy">;

/** One channel is enough to read every byte, and small enough to hold. Transparent is only what has a pixel one can see through. */
async function decodeToTheEnd(path: string, copy?: IngestRequest["copy"]): Promise<Decoded> {
  const header = await readHeader(path);
  if (copy && !header.hasAlpha && Math.max(header.width, header.height) <= copy.side) {
    // Of its own size, so that every pixel is read for it.
    await drawCopy(openPicture(path), { ...copy, format: "jpeg" });
    return { width: header.width, height: header.height, hasAlpha: false, hasCopy: true };
  }
  const { data, width, height } = await readPixels(openPicture(path).extractChannel(header.hasAlpha ? "alpha" : 0));
  return { width, height, hasAlpha: header.hasAlpha && data.some((value) => value < 255), hasCopy: false };
}

function isStored(format: AcceptedFormat): format is StoredFormat {
  return format === "jpeg" || format === "png" || format === "webp";
}
