/** What stands in a Photoshop document before the first value: its size, its layers, and how long each of their channels will be. */
import type { PsdLayer } from "../darkroom.ts";

export interface MeasuredLayer {
  readonly layer: Omit<PsdLayer, "path" | "maskPath">;
  readonly width: number;
  readonly height: number;
  readonly hasMask: boolean;
  /** In the order they are written. */
  readonly channels: readonly { readonly id: number; readonly bytes: number }[];
}

interface Canvas {
  readonly width: number;
  readonly height: number;
  /** Four where something shows through. */
  readonly channels: number;
}

/** `padding`: how many bytes follow the layers, so that their sum is even. */
export function frontOf({ channels, width, height }: Canvas, layers: readonly MeasuredLayer[]) {
  const header = Buffer.concat([text("8BPS"), u16(1), Buffer.alloc(6), u16(channels), u32(height), u32(width), u16(8), u16(3)]);
  const count = i16(channels === 4 ? -layers.length : layers.length);
  const records = Buffer.concat([count, ...layers.map(recordOf)]);
  const values = layers.flatMap((one) => one.channels).reduce((sum, { bytes }) => sum + bytes, 0);
  const padding = (records.length + values) % 2;
  const section = records.length + values + padding;
  // No palette and no resources before them; after them four bytes for the mask over all layers, which there is none of.
  return { bytes: Buffer.concat([header, u32(0), u32(0), u32(4 + section + 4), u32(section), records]), padding };
}

function recordOf({ layer: { name, isVisible, x, y }, width, height, hasMask, channels }: MeasuredLayer): Buffer {
  const box = Buffer.concat([y, x, y + height, x + width].map(u32));
  const mask = hasMask ? Buffer.concat([u32(20), box, Buffer.alloc(4)]) : u32(0);
  const listed = Buffer.concat(channels.map(({ id, bytes }) => Buffer.concat([i16(id), u32(bytes)])));
  const look = Buffer.concat([text("8BIMnorm"), Buffer.from([255, 0, isVisible ? 0 : 2, 0])]);
  const extra = Buffer.concat([mask, u32(0), shortName(name), longName(name)]);
  return Buffer.concat([box, u16(channels.length), listed, look, u32(extra.length), extra]);
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

export function u16(value: number): Buffer {
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
