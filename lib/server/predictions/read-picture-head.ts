/** How large a picture says it is, by its head alone: nothing is decoded. Of the three kinds that models send. */
import type { StoredFormat } from "#lib/wire.ts";

export interface HeadFacts {
  readonly format: StoredFormat;
  readonly width: number;
  readonly height: number;
}

/** Null where it is of another kind, or does not say. */
export function readPictureHead(file: Buffer): HeadFacts | null {
  try {
    return readPng(file) ?? readWebp(file) ?? readJpeg(file);
  } catch {
    // It ends within its head.
    return null;
  }
}

function readPng(file: Buffer): HeadFacts | null {
  if (file.toString("hex", 0, 8) !== "89504e470d0a1a0a" || file.toString("latin1", 12, 16) !== "IHDR") return null;
  return { format: "png", width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

function readWebp(file: Buffer): HeadFacts | null {
  if (file.toString("latin1", 0, 4) !== "RIFF" || file.toString("latin1", 8, 12) !== "WEBP") return null;
  const kind = file.toString("latin1", 12, 16);
  if (kind === "VP8X") return { format: "webp", width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 };
  if (kind === "VP8 ") return { format: "webp", width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff };
  if (kind !== "VP8L") return null;
  const sides = file.readUInt32LE(21);
  return { format: "webp", width: (sides & 0x3fff) + 1, height: ((sides >>> 14) & 0x3fff) + 1 };
}

function readJpeg(file: Buffer): HeadFacts | null {
  if (file.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; ; ) {
    if (file.readUInt8(at) !== 0xff) return null;
    const marker = file.readUInt8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return { format: "jpeg", width: file.readUInt16BE(at + 7), height: file.readUInt16BE(at + 5) };
    else if (marker === 0xda || marker === 0xd9) return null;
    else at += 2 + file.readUInt16BE(at + 2);
  }
}

/** Where a JPEG tells its size: every start of a frame, which are not all of these sixteen numbers. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
