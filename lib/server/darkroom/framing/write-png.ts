/**
 * Writes large pictures without loss, quickly: every row as its difference to the one above, then runs and Huffman codes
 * only, in bands that are packed side by side. A picture of many million pixels is one stream in the end, as always.
 */
import { type FileHandle, open } from "node:fs/promises";
import { promisify } from "node:util";
import { constants, crc32, deflateRaw } from "node:zlib";
import { createAdler } from "./adler.ts";

export interface PngRows {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
  /** Writes all values of one row, and answers whether any is not 0; rows are asked for in order. */
  readonly writeRow: (y: number, row: Uint8Array) => boolean;
}

const pack = promisify(deflateRaw);
const colourTypes = { 1: 0, 3: 2, 4: 6 } as const;
const bandBytes = 1 << 20;
/** As many as have threads to be packed in. */
const mostAtOnce = 4;
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const filters = { none: 0, up: 2 } as const;

export async function writePng(path: string, rows: PngRows): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await writeAll(file, rows);
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, rows: PngRows): Promise<void> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(rows.width, 0);
  header.writeUInt32BE(rows.height, 4);
  header.set([8, colourTypes[rows.channels]], 8);
  await file.appendFile(Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", Buffer.from([0x78, 0x01]))]));
  const adler = createAdler();
  const packing: Promise<Buffer>[] = [];
  let empty: Promise<Buffer> | null = null;
  for (const { block, isLast, isEmpty } of bandsOf(rows)) {
    if (isEmpty) adler.addZeros(block.length);
    else adler.add(block);
    // All but the last are of one length, and nothing is always packed the same.
    const packed: Promise<Buffer> = isEmpty && !isLast && empty ? empty : packBand(block, isLast);
    if (isEmpty && !isLast) empty = packed;
    // Awaited in order below; until then a failure is nobody's surprise.
    packed.catch(() => undefined);
    packing.push(packed);
    if (packing.length >= mostAtOnce) await file.appendFile(chunk("IDAT", (await packing.shift()) ?? Buffer.alloc(0)));
  }
  for (const packed of packing) await file.appendFile(chunk("IDAT", await packed));
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(adler.value());
  await file.appendFile(Buffer.concat([chunk("IDAT", sum), chunk("IEND", Buffer.alloc(0))]));
}

function packBand(block: Buffer, isLast: boolean): Promise<Buffer> {
  const finishFlush = isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
  return pack(block, { level: 1, strategy: constants.Z_RLE, finishFlush, chunkSize: bandBytes / 2 });
}

interface Band {
  readonly block: Buffer;
  readonly isLast: boolean;
  readonly isEmpty: boolean;
}

function* bandsOf({ width, height, channels, writeRow }: PngRows): Generator<Band> {
  const stride = width * channels;
  const rowsPerBand = Math.max(1, Math.floor(bandBytes / (stride + 1)));
  let [above, row] = [newRow(stride), newRow(stride)];
  const difference = newRow(stride);
  for (let start = 0; start < height; start += rowsPerBand) {
    const end = Math.min(height, start + rowsPerBand);
    const block = Buffer.alloc((end - start) * (stride + 1));
    let isEmpty = true;
    for (let y = start, at = 0; y < end; y++, at += stride + 1) {
      const isFilled = writeRow(y, row.bytes.subarray(0, stride));
      if (isFilled) {
        isEmpty = false;
        block[at] = filters.up;
        subtract(row.words, above.words, difference.words);
        block.set(difference.bytes.subarray(0, stride), at + 1);
      } else {
        block[at] = filters.none;
        row.bytes.fill(0);
      }
      [above, row] = [row, above];
    }
    yield { block, isLast: end === height, isEmpty };
  }
}

interface Row {
  readonly bytes: Uint8Array;
  readonly words: Int32Array;
}

function newRow(stride: number): Row {
  const words = new Int32Array(Math.ceil(stride / 4));
  return { words, bytes: new Uint8Array(words.buffer) };
}

/** Four bytes at a time, each wrapping round on its own. */
function subtract(from: Int32Array, what: Int32Array, out: Int32Array): void {
  const high = 0x80808080 | 0;
  for (let i = 0; i < out.length; i++) {
    const a = from[i] as number;
    const b = what[i] as number;
    out[i] = ((a | high) - (b & ~high)) ^ ((a ^ ~b) & high);
  }
}

function chunk(name: string, data: Buffer): Buffer {
  const framed = Buffer.allocUnsafe(data.length + 12);
  framed.writeUInt32BE(data.length, 0);
  framed.write(name, 4, "latin1");
  data.copy(framed, 8);
  framed.writeUInt32BE(crc32(framed.subarray(4, 8 + data.length)), 8 + data.length);
  return framed;
}
