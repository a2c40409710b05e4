/**
 * Takes where and when a picture was made out of its file without touching a pixel: the container is written anew
 * without EXIF, XMP, IPTC and text. Colour profiles stay. Answers null where there was nothing to take out.
 */
import type { StoredFormat } from "#lib/wire.ts";

type Strip = (file: Buffer) => Buffer | null;

const strips: Record<StoredFormat, Strip> = { jpeg: stripJpeg, png: stripPng, webp: stripWebp };

export function stripMetadata(format: StoredFormat, file: Buffer): Buffer | null {
  return strips[format](file);
}

/** APP1 (EXIF, XMP), APP13 (IPTC) and comments; only before the first scan, where they may stand. */
function stripJpeg(file: Buffer): Buffer | null {
  const dropped = new Set([0xe1, 0xed, 0xfe]);
  const kept: Buffer[] = [file.subarray(0, 2)];
  let position = 2;
  while (position + 4 <= file.length && file[position] === 0xff) {
    const marker = file[position + 1] ?? 0;
    if (marker === 0xda) break;
    if (marker === 0xff) {
      position += 1;
      continue;
    }
    const end = position + 2 + file.readUInt16BE(position + 2);
    if (!dropped.has(marker)) kept.push(file.subarray(position, end));
    position = end;
  }
  kept.push(file.subarray(Math.min(position, file.length)));
  return unlessSame(file, kept);
}

function stripPng(file: Buffer): Buffer | null {
  const dropped = new Set(["eXIf", "iTXt", "tEXt", "zTXt", "tIME"]);
  const kept: Buffer[] = [file.subarray(0, 8)];
  let position = 8;
  while (position + 12 <= file.length) {
    const end = position + 12 + file.readUInt32BE(position);
    if (!dropped.has(file.toString("latin1", position + 4, position + 8))) kept.push(file.subarray(position, end));
    position = end;
  }
  return unlessSame(file, kept);
}

const webpExifFlag = 0x08;
const webpXmpFlag = 0x04;

function stripWebp(file: Buffer): Buffer | null {
  const kept: Buffer[] = [Buffer.from(file.subarray(0, 12))];
  let position = 12;
  while (position + 8 <= file.length) {
    const length = file.readUInt32LE(position + 4);
    const end = position + 8 + length + (length % 2);
    const type = file.toString("latin1", position, position + 4);
    if (type !== "EXIF" && type !== "XMP ")
      kept.push(type === "VP8X" ? withoutFlags(file.subarray(position, end)) : file.subarray(position, end));
    position = end;
  }
  const stripped = unlessSame(file, kept);
  stripped?.writeUInt32LE(stripped.length - 8, 4);
  return stripped;
}

function withoutFlags(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk);
  copy[8] = (copy[8] ?? 0) & ~(webpExifFlag | webpXmpFlag);
  return copy;
}

function unlessSame(file: Buffer, kept: readonly Buffer[]): Buffer | null {
  const size = kept.reduce((sum, part) => sum + part.length, 0);
  return size >= file.length ? null : Buffer.concat(kept);
}
