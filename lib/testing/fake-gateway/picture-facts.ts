/** Reads what the headers of a picture say, without decoding it: enough to be as strict as a real service. */
import type { PictureMime } from "#lib/models/model.ts";

export interface HeaderFacts {
  readonly mime: PictureMime;
  readonly width: number;
  readonly height: number;
  /** 1 where the file says nothing. */
  readonly orientation: number;
  readonly hasAlpha: boolean;
  /** PNG only: bits of a channel, and whether it is plain grey or RGB. */
  readonly png: { readonly bitDepth: number; readonly isGreyOrRgb: boolean } | null;
}

/** Null where it is none of the four formats, or cut off. */
export function readHeaderFacts(bytes: Buffer): HeaderFacts | null {
  try {
    if (bytes.subarray(0, 8).equals(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"))) return readPng(bytes);
    if (bytes.readUInt16BE(0) === 0xffd8) return readJpeg(bytes);
    if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 4) === "WEBP") return readWebp(bytes);
    if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return plain("image/gif", bytes.readUInt16LE(6), bytes.readUInt16LE(8));
    return null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function plain(mime: PictureMime, width: number, height: number, orientation = 1, hasAlpha = false): HeaderFacts {
  return { mime, width, height, orientation, hasAlpha, png: null };
}

function readPng(bytes: Buffer): HeaderFacts {
  const [bitDepth = 0, colourType = 0] = bytes.subarray(24, 26);
  let orientation = 1;
  let hasAlpha = colourType === 4 || colourType === 6;
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const name = ascii(bytes, at + 4, 4);
    if (name === "tRNS") hasAlpha = true;
    if (name === "eXIf") orientation = readOrientation(bytes.subarray(at + 8));
  }
  const png = { bitDepth, isGreyOrRgb: colourType === 0 || colourType === 2 };
  return { mime: "image/png", width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), orientation, hasAlpha, png };
}

function readJpeg(bytes: Buffer): HeaderFacts | null {
  let orientation = 1;
  for (let at = 2; at < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xe1 && ascii(bytes, at + 4, 4) === "Exif") orientation = readOrientation(bytes.subarray(at + 10));
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return plain("image/jpeg", bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5), orientation);
  }
  return null;
}

function readWebp(bytes: Buffer): HeaderFacts | null {
  const first = ascii(bytes, 12, 4);
  if (first === "VP8 ") return plain("image/webp", bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff);
  if (first === "VP8L") {
    const packed = bytes.readUInt32LE(21);
    return plain("image/webp", (packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1, 1, ((packed >>> 28) & 1) === 1);
  }
  if (first !== "VP8X") return null;
  let orientation = 1;
  for (let at = 12; at + 8 <= bytes.length; at += 8 + bytes.readUInt32LE(at + 4) + (bytes.readUInt32LE(at + 4) % 2)) {
    if (ascii(bytes, at, 4) === "EXIF") orientation = readOrientation(bytes.subarray(at + 8));
  }
  return plain("image/webp", bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1, orientation, (bytes.readUInt8(20) & 0x10) !== 0);
}

/** The orientation in a TIFF header's first directory. */
function readOrientation(exif: Buffer): number {
  const tiff = ascii(exif, 0, 4) === "Exif" ? exif.subarray(6) : exif;
  const isLittle = ascii(tiff, 0, 2) === "II";
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < short(start); entry += 1) {
    const at = start + 2 + entry * 12;
    if (short(at) === 0x0112) return short(at + 8);
  }
  return 1;
}

function ascii(bytes: Buffer, at: number, length: number): string {
  return bytes.toString("latin1", at, at + length);
}
