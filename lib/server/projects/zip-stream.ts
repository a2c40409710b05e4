/**
 * A zip written while it is read: pictures are compressed already, so they are only stored, each followed by its length and
 * checksum. Nothing is held in memory but names.
 */
import { crc32 } from "node:zlib";
import { AppError } from "#lib/errors.ts";

export interface ZipEntry {
  readonly name: string;
  /** Known beforehand where the format wants it in front (the first file of an OpenRaster); its bytes are then held. */
  readonly bytes?: Buffer;
  read?(): Promise<AsyncIterable<Uint8Array>>;
}

/** Beyond these the format needs other fields; nobody opens such a file by hand. */
const mostBytes = 0xffff_ffff;
const mostEntries = 0xffff;
const isUtf8 = 0x0800;
const hasDescriptor = 0x0008;
const version = 20;
/** Names are then read as they are written, and the owner may read and write the files. */
const madeOnUnix = 0x0300;
const plainFile = 0o100_644 * 0x1_0000;

interface Written {
  readonly name: Buffer;
  readonly flags: number;
  readonly checksum: number;
  readonly length: number;
  readonly offset: number;
}

export async function* zipStream(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>, at: Date): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  const stamp = dosTime(at);
  let offset = 0;
  for await (const entry of entries) {
    const name = Buffer.from(entry.name, "utf8");
    const flags = isUtf8 | (entry.bytes ? 0 : hasDescriptor);
    let checksum = entry.bytes ? crc32(entry.bytes) : 0;
    let length = entry.bytes?.length ?? 0;
    const start = offset;
    const head = Buffer.concat([u32(0x04034b50), u16(version), fields({ flags, checksum, length }, stamp), u16(name.length), u16(0), name]);
    yield head;
    offset += head.length;
    for await (const chunk of entry.bytes ? [entry.bytes] : ((await entry.read?.()) ?? [])) {
      yield chunk;
      if (entry.bytes) continue;
      checksum = crc32(chunk, checksum);
      length += chunk.byteLength;
    }
    offset += length;
    if (!entry.bytes) {
      yield Buffer.concat([u32(0x08074b50), u32(checksum), u32(length), u32(length)]);
      offset += 16;
    }
    written.push({ name, flags, checksum, length, offset: start });
    if (offset > mostBytes || written.length > mostEntries) throw tooMuch();
  }
  const directory = written.map((one) => directoryEntry(one, stamp));
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  yield* directory;
  yield Buffer.concat([u32(0x06054b50), u16(0), u16(0), u16(written.length), u16(written.length), u32(size), u32(offset), u16(0)]);
}

/** To be asked before the first byte leaves: afterwards nothing can be refused. */
export function checkZipSize(bytes: readonly number[]): void {
  const sum = bytes.reduce((total, one) => total + one + 1024, 0);
  if (sum > mostBytes || bytes.length >= mostEntries) throw tooMuch();
}

function tooMuch(): AppError {
  return new AppError("too_large", "Expected at most 4 GB for one archive; take the pictures away in parts");
}

function directoryEntry({ name, flags, checksum, length, offset }: Written, stamp: Buffer): Buffer {
  const [comment, disk, internal] = [u16(0), u16(0), u16(0)];
  return Buffer.concat([
    ...[u32(0x02014b50), u16(madeOnUnix | version), u16(version), fields({ flags, checksum, length }, stamp)],
    ...[u16(name.length), u16(0), comment, disk, internal, u32(plainFile), u32(offset), name],
  ]);
}

function fields({ flags, checksum, length }: Pick<Written, "flags" | "checksum" | "length">, stamp: Buffer): Buffer {
  const stored = u16(0);
  return Buffer.concat([u16(flags), stored, stamp, u32(checksum), u32(length), u32(length)]);
}

function dosTime(at: Date): Buffer {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const date = (Math.max(0, at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return Buffer.concat([u16(time), u16(date)]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
