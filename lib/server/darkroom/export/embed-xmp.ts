/** Writes a packet of metadata into a finished file without touching a pixel, so that an original stays byte for byte what it was. */
import { crc32 } from "node:zlib";
import { AppError } from "#lib/errors.ts";

export type XmpFormat = "jpeg" | "png" | "webp";

const jpegName = "http://ns.adobe.com/xap/1.0/\0";
const pngName = "XML:com.adobe.xmp";
/** A JPEG segment says its length in 16 bits, its own two bytes included. */
const mostJpegBytes = 65_533 - jpegName.length;

export function embedXmp(format: XmpFormat, file: Buffer, xmp: string): Buffer {
  const packet = Buffer.from(xmp, "utf8");
  if (format === "jpeg") return intoJpeg(file, packet);
  return format === "png" ? intoPng(file, packet) : intoWebp(file, packet);
}

function intoJpeg(file: Buffer, packet: Buffer): Buffer {
  if (file.readUInt16BE(0) !== 0xffd8) throw damaged("jpeg");
  if (packet.length > mostJpegBytes) throw new AppError("too_large", `Expected at most ${mostJpegBytes} bytes of metadata for a JPEG`);
  // JFIF wants to be the first segment.
  const at = file.readUInt16BE(2) === 0xffe0 ? 4 + file.readUInt16BE(4) : 2;
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(2 + jpegName.length + packet.length, 2);
  return Buffer.concat([file.subarray(0, at), head, Buffer.from(jpegName, "latin1"), packet, file.subarray(at)]);
}

/** After the header chunk, uncompressed, without a language. */
function intoPng(file: Buffer, packet: Buffer): Buffer {
  if (file.toString("latin1", 12, 16) !== "IHDR") throw damaged("png");
  const at = 8 + 12 + file.readUInt32BE(8);
  const body = Buffer.concat([Buffer.from(`iTXt${pngName}`, "latin1"), Buffer.alloc(5), packet]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([file.subarray(0, at), length, body, checksum, file.subarray(at)]);
}

/** Metadata needs the extended layout, whose header names the size of the canvas and what else is there. */
function intoWebp(file: Buffer, packet: Buffer): Buffer {
  if (file.toString("latin1", 0, 4) !== "RIFF" || file.toString("latin1", 8, 12) !== "WEBP") throw damaged("webp");
  const first = file.toString("latin1", 12, 16);
  const chunks = [
    first === "VP8X" ? flagged(file.subarray(12, 30)) : extendedHeader(file, first),
    file.subarray(first === "VP8X" ? 30 : 12),
  ];
  const body = Buffer.concat([Buffer.from("WEBP", "latin1"), ...chunks, riffChunk("XMP ", packet)]);
  return riffChunk("RIFF", body);
}

const xmpFlag = 4;

function flagged(header: Buffer): Buffer {
  const copy = Buffer.from(header);
  copy[8] = (copy[8] ?? 0) | xmpFlag;
  return copy;
}

function extendedHeader(file: Buffer, first: string): Buffer {
  const header = Buffer.alloc(10);
  const lossless = first === "VP8L" ? file.readUInt32LE(21) : 0;
  const hasAlpha = first === "VP8L" && ((lossless >>> 28) & 1) === 1;
  const [width, height] =
    first === "VP8L"
      ? [lossless & 0x3fff, (lossless >>> 14) & 0x3fff]
      : [(file.readUInt16LE(26) & 0x3fff) - 1, (file.readUInt16LE(28) & 0x3fff) - 1];
  header[0] = xmpFlag | (hasAlpha ? 16 : 0);
  header.writeUIntLE(width, 4, 3);
  header.writeUIntLE(height, 7, 3);
  return riffChunk("VP8X", header);
}

function riffChunk(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, "latin1");
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

function damaged(format: XmpFormat): AppError {
  return new AppError("picture_unreadable", `Expected the file to be laid out as ${format} but it is not`);
}
