/** Writes large pictures without loss, quickly: bands that are packed one by one, or were before, and one stream in the end, as always. */
import { type FileHandle, open } from "node:fs/promises";
import { crc32, deflateSync } from "node:zlib";
import { emptyAdler, joinAdlers } from "./adler.ts";
import { type BandAhead, bandsOf, openPacker, type PackedBand, type PngRows, staysAsItIs } from "./png-bands.ts";

const colourTypes = { 1: 0, 3: 2, 4: 6 } as const;
/** How a printer with fewer colours is to bring them over. */
const perceptual = 0;
/** Stored, and of nothing. */
const lastBlock = [1, 0, 0, 0xff, 0xff];
/** A name, its end, and the only kind of packing there is. */
const profileName = Buffer.from("ICC\0\0", "latin1");
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

type Shape = Pick<PngRows, "width" | "height" | "channels">;

export function writePng(path: string, rows: PngRows): Promise<void> {
  return writePartlyPacked(path, rows, []);
}

export async function writePartlyPacked(path: string, rows: PngRows, packed: readonly BandAhead[]): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await writeAll(file, rows, packed);
  } finally {
    await file.close();
  }
}

/** Which of them hold. */
export function stillPacked(packed: readonly (PackedBand | null)[], shape: Shape, isTouched: Uint8Array): readonly (PackedBand | null)[] {
  return bandsOf(shape).map((band, n) => (staysAsItIs(band, isTouched) ? (packed[n] ?? null) : null));
}

async function writeAll(file: FileHandle, rows: PngRows, packed: readonly BandAhead[]): Promise<void> {
  const { width, height, channels, profile } = rows;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colourTypes[channels]], 8);
  const start = [signature, chunk("IHDR", header), coloursOf(channels, profile), chunk("IDAT", Buffer.from([0x78, 0x01]))];
  await file.appendFile(Buffer.concat(start));
  let adler = emptyAdler;
  let writing = Promise.resolve();
  const packer = openPacker(rows);
  for (const [n, band] of bandsOf(rows).entries()) {
    const { bytes, length, adler: ofBand } = (await packed[n]) ?? packer.pack(band);
    adler = joinAdlers(adler, ofBand, length);
    await writing;
    writing = file.appendFile(chunk("IDAT", bytes));
    // Awaited when the next band is packed; until then a failure is nobody's surprise.
    writing.catch(() => undefined);
  }
  await writing;
  const end = Buffer.alloc(lastBlock.length + 4);
  end.set(lastBlock);
  end.writeUInt32BE(adler, lastBlock.length);
  await file.appendFile(Buffer.concat([chunk("IDAT", end), chunk("IEND", Buffer.alloc(0))]));
}

/** What the values mean, told to programs that would ask. A mask's mean no colour. */
function coloursOf(channels: Shape["channels"], profile: Uint8Array | undefined): Buffer {
  if (profile) return chunk("iCCP", Buffer.concat([profileName, deflateSync(profile)]));
  return channels === 1 ? Buffer.alloc(0) : chunk("sRGB", Buffer.from([perceptual]));
}

function chunk(name: string, data: Uint8Array): Buffer {
  const framed = Buffer.allocUnsafe(data.length + 12);
  framed.writeUInt32BE(data.length, 0);
  framed.write(name, 4, "latin1");
  framed.set(data, 8);
  framed.writeUInt32BE(crc32(framed.subarray(4, 8 + data.length)), 8 + data.length);
  return framed;
}
