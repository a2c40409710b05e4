import { describe, expect, it } from "vitest";
import { encodePng } from "#lib/testing/fake-gateway/png.ts";
import { readPictureHead } from "./read-picture-head.ts";

const png = encodePng({ width: 32, height: 24, channels: 3, pixel: () => [1, 2, 3] });

/** A RIFF file whose first chunk begins with these bytes. */
function webp(kind: string, chunk: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from(`RIFF\0\0\0\0WEBP${kind}\0\0\0\0`, "latin1"), Buffer.from(chunk)]);
}

/** An application segment, two tables, then a frame. */
function jpeg(frame: number): Buffer {
  const tables = [0xff, 0xdb, 0, 4, 0, 0, 0xff, 0xc4, 0, 4, 0, 0];
  return Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 6, 1, 2, 3, 4, ...tables, 0xff, 0xff, frame, 0, 11, 8, 0x03, 0x40, 0x04, 0xe0, 1]);
}

describe("the size a picture tells in its head", () => {
  it("is read from PNG", () => {
    expect(readPictureHead(png)).toEqual({ format: "png", width: 32, height: 24 });
  });

  it("is read from each kind of JPEG, past tables and padding", () => {
    for (const frame of [0xc0, 0xc1, 0xc2, 0xcf])
      expect(readPictureHead(jpeg(frame))).toEqual({ format: "jpeg", width: 1248, height: 832 });
  });

  it("is read from the three kinds of WebP", () => {
    const size = { format: "webp", width: 1248, height: 832 };
    expect(readPictureHead(webp("VP8X", [0, 0, 0, 0, 0xdf, 0x04, 0, 0x3f, 0x03, 0]))).toEqual(size);
    expect(readPictureHead(webp("VP8 ", [0, 0, 0, 0x9d, 0x01, 0x2a, 0xe0, 0x04, 0x40, 0x03]))).toEqual(size);
    // 14 bits each, one less than the side.
    const packed = Buffer.alloc(5, 0x2f);
    packed.writeUInt32LE(1247 | (831 << 14), 1);
    expect(readPictureHead(webp("VP8L", [...packed]))).toEqual(size);
  });

  it("is not guessed at: neither of other files nor of cut ones", () => {
    for (const length of [0, 1, 3, 8, 20]) expect(readPictureHead(png.subarray(0, length))).toBeNull();
    expect(readPictureHead(jpeg(0xc0).subarray(0, 24))).toBeNull();
    expect(readPictureHead(jpeg(0xda))).toBeNull();
    expect(readPictureHead(webp("ICCP", [1, 2, 3]))).toBeNull();
    expect(readPictureHead(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull();
    expect(readPictureHead(Buffer.from("GIF89a  some bytes more"))).toBeNull();
  });
});
