/** Writes large pictures without loss, quickly: bands that are packed side by side, and one stream in the end, as always. */
import { type FileHandle, open } from "node:fs/promises";
import { crc32, deflateSync } from "node:zlib";
import { emptyAdler, joinAdlers } from "./adler.ts";
import { bandsOf, openFilter, type PackedBand, type PngRows, packBand, staysAsItIs } from "./png-bands.ts";

const colourTypes = { 1: 0, 3: 2, 4: 6 } as const;
/** As many as have threads to be packed in. */
const mostAtOnce = 4;
/** A name, its end, and the only kind of packing there is. */
const profileName = Buffer.from("ICC\0\0", "latin1");
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

type Shape = Pick<PngRows, "width" | "height" | "channels" | "profile">;

export function writePng(path: string, rows: PngRows): Promise<void> {
  return writeBands(path, rows, packAll(rows));
}

/** A null is packed anew; the others have been before. */
export function writePartlyPacked(path: string, rows: PngRows, packed: readonly (PackedBand | null)[]): Promise<void> {
  return writeBands(path, rows, packAll(rows, packed));
}

/** Which of them hold. */
export function stillPacked(packed: readonly (PackedBand | null)[], shape: Shape, isTouched: Uint8Array): readonly (PackedBand | null)[] {
  return bandsOf(shape).map((band, n) => (staysAsItIs(band, isTouched) ? (packed[n] ?? null) : null));
}

function* packAll(rows: PngRows, packed: readonly (PackedBand | null)[] = []): Generator<Promise<PackedBand>> {
  const filter = openFilter(rows);
  let empty: Promise<PackedBand> | null = null;
  for (const [n, band] of bandsOf(rows).entries()) {
    const ready = packed[n];
    if (ready) {
      yield Promise.resolve(ready);
      continue;
    }
    const filtered = filter.filter(band);
    const isRepeated = filtered.isEmpty && !filtered.isLast;
    // All but the last are of one length, and nothing is always packed the same.
    const one: Promise<PackedBand> = isRepeated && empty ? empty : packBand(filtered);
    if (isRepeated) empty = one;
    yield one;
  }
}

async function writeBands(path: string, shape: Shape, bands: Iterable<Promise<PackedBand>>): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await writeAll(file, shape, bands);
  } finally {
    await file.close();
  }
}

async function writeAll(
  file: FileHandle,
  { width, height, channels, profile }: Shape,
  bands: Iterable<Promise<PackedBand>>,
): Promise<void> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colourTypes[channels]], 8);
  const colours = profile ? [chunk("iCCP", Buffer.concat([profileName, deflateSync(profile)]))] : [];
  await file.appendFile(Buffer.concat([signature, chunk("IHDR", header), ...colours, chunk("IDAT", Buffer.from([0x78, 0x01]))]));
  let adler = emptyAdler;
  const append = async (packed: PackedBand | undefined) => {
    if (!packed) return;
    adler = joinAdlers(adler, packed.adler, packed.length);
    await file.appendFile(chunk("IDAT", packed.bytes));
  };
  const packing: Promise<PackedBand>[] = [];
  for (const packed of bands) {
    // Awaited in order below; until then a failure is nobody's surprise.
    packed.catch(() => undefined);
    packing.push(packed);
    if (packing.length >= mostAtOnce) await append(await packing.shift());
  }
  for (const packed of packing) await append(await packed);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(adler);
  await file.appendFile(Buffer.concat([chunk("IDAT", sum), chunk("IEND", Buffer.alloc(0))]));
}

function chunk(name: string, data: Uint8Array): Buffer {
  const framed = Buffer.allocUnsafe(data.length + 12);
  framed.writeUInt32BE(data.length, 0);
  framed.write(name, 4, "latin1");
  framed.set(data, 8);
  framed.writeUInt32BE(crc32(framed.subarray(4, 8 + data.length)), 8 + data.length);
  return framed;
}
