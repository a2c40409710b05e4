/**
 * A Photoshop document with layers, written a channel at a time, so that no more than one layer is ever in memory. Adobe's
 * specification of the file is public and what layers need of it is small; a package would hold all of them at once.
 */
import { type FileHandle, open } from "node:fs/promises";
import { AppError } from "#lib/errors.ts";
import type { PsdLayer, PsdRequest } from "../darkroom.ts";
import { asGrey, asPictureError, openStored, type Pixels, readHeader, readPixels } from "../decode.ts";
import { mostPacked, packBits } from "./pack-bits.ts";

/** The format's own limit; what is larger is another format. */
export const mostPsdSide = 30_000;
/** A channel's number in a layer: transparency, and the mask the person can paint on. */
const [alphaChannel, maskChannel] = [-1, -2];

interface Sized {
  readonly width: number;
  readonly height: number;
}

export async function writePsd({ merged, layers, out }: PsdRequest): Promise<null> {
  try {
    const { width, height } = await readHeader(merged);
    if (Math.max(width, height) > mostPsdSide) {
      throw new AppError(
        "picture_too_many_pixels",
        `Expected at most ${mostPsdSide} pixels a side for a PSD but received ${width}×${height}`,
      );
    }
    const file = await open(out, "w", 0o600);
    try {
      await writeDocument(file, { merged, layers, width, height });
    } finally {
      await file.close();
    }
    return null;
  } catch (error) {
    throw asPictureError(error);
  }
}

async function writeDocument(file: FileHandle, { merged, layers, width, height }: Omit<PsdRequest, "out"> & Sized): Promise<void> {
  let at = 0;
  const write = async (...parts: readonly Uint8Array[]) => {
    for (const part of parts) {
      await file.write(part, 0, part.length, at);
      at += part.length;
    }
  };
  const back = (place: number, value: number) => file.write(u32(value), 0, 4, place);

  const whole = await readPixels(openStored(merged).toColourspace("srgb"));
  const header = Buffer.concat([text("8BPS"), u16(1), Buffer.alloc(6), u16(whole.channels), u32(height), u32(width), u16(8), u16(3)]);
  // No palette; no resources.
  await write(header, u32(0), u32(0));
  const section = at;
  await write(u32(0), u32(0));
  const isClear = whole.channels === 4;
  await write(i16(isClear ? -layers.length : layers.length));
  const lengths: number[][] = [];
  for (const layer of layers) {
    const record = recordOf(layer, await readHeader(layer.path));
    lengths.push(record.lengthsAt.map((offset) => at + offset));
    await write(record.bytes);
  }
  for (const [index, layer] of layers.entries()) {
    const places = lengths[index] ?? [];
    const pixels = await readPixels(openStored(layer.path).toColourspace("srgb").ensureAlpha());
    const mask = layer.maskPath === null ? null : await readPixels(asGrey(openStored(layer.maskPath)));
    if (mask && (mask.width !== pixels.width || mask.height !== pixels.height)) {
      throw new AppError("internal", `Expected a mask of ${pixels.width}×${pixels.height} for the layer ${layer.name}`);
    }
    for (const [channel, place] of places.entries()) {
      const packed = channel < 4 ? packChannel(pixels, [3, 0, 1, 2][channel] ?? 0) : packChannel(mask ?? pixels, 0);
      await back(place, 2 + packed.counts.length + packed.rows.length);
      await write(u16(1), packed.counts, packed.rows);
    }
  }
  if ((at - section) % 2 === 1) await write(Buffer.alloc(1));
  await back(section + 4, at - section - 8);
  // No mask over all layers.
  await write(u32(0));
  await back(section, at - section - 4);
  await writeMerged(write, whole);
}

/** All counts of rows stand before the rows of all channels. */
async function writeMerged(write: (...parts: readonly Uint8Array[]) => Promise<void>, pixels: Pixels): Promise<void> {
  const packed = Array.from({ length: pixels.channels }, (_, channel) => packChannel(pixels, channel));
  await write(u16(1), ...packed.map(({ counts }) => counts), ...packed.map(({ rows }) => rows));
}

function packChannel({ data, width, height, channels }: Pixels, channel: number) {
  const counts = Buffer.alloc(2 * height);
  const rows = Buffer.allocUnsafe(mostPacked(width) * height);
  const row = new Uint8Array(width);
  let at = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width * channels + channel; x < width; x++, i += channels) row[x] = data[i] as number;
    const length = packBits(row, rows, at);
    counts.writeUInt16BE(length, 2 * y);
    at += length;
  }
  return { counts, rows: rows.subarray(0, at) };
}

/** `lengthsAt`: where the length of each channel is to be written, once it is known. */
function recordOf({ name, isVisible, maskPath, x, y }: PsdLayer, { width, height }: Sized) {
  const channels = [alphaChannel, 0, 1, 2, ...(maskPath === null ? [] : [maskChannel])];
  const box = Buffer.concat([y, x, y + height, x + width].map(u32));
  const mask = maskPath === null ? u32(0) : Buffer.concat([u32(20), box, Buffer.alloc(4)]);
  const head = Buffer.concat([box, u16(channels.length)]);
  const listed = Buffer.concat(channels.map((id) => Buffer.concat([i16(id), u32(0)])));
  const look = Buffer.concat([text("8BIMnorm"), Buffer.from([255, 0, isVisible ? 0 : 2, 0])]);
  const extra = Buffer.concat([mask, u32(0), shortName(name), longName(name)]);
  return {
    bytes: Buffer.concat([head, listed, look, u32(extra.length), extra]),
    lengthsAt: channels.map((_, index) => head.length + 6 * index + 2),
  };
}

/** For readers of old: letters of one byte, up to a multiple of four with its length. */
function shortName(name: string): Buffer {
  const letters = Buffer.from(name.replaceAll(/[^\x20-\x7e]/gu, "_").slice(0, 63), "latin1");
  const field = Buffer.alloc(Math.ceil((letters.length + 1) / 4) * 4);
  field[0] = letters.length;
  letters.copy(field, 1);
  return field;
}

function longName(name: string): Buffer {
  const letters = Buffer.from(name.toWellFormed().slice(0, 200), "utf16le").swap16();
  const content = Buffer.concat([u32(letters.length / 2), letters]);
  const padding = Buffer.alloc(content.length % 4 === 0 ? 0 : 2);
  return Buffer.concat([text("8BIMluni"), u32(content.length + padding.length), content, padding]);
}

function text(ascii: string): Buffer {
  return Buffer.from(ascii, "latin1");
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function i16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
