/** Pictures the server tests hand in, drawn here so that they need no files. */
import { randomFillSync } from "node:crypto";
import { encodePng } from "#lib/testing/fake-gateway/png.ts";

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A blue car on a grey road below a pale sky, with noise enough to be a photograph's worth of bytes; where asked, with a red box before it. */
export function drawScene(width: number, height: number, red?: Box): Buffer {
  const isCar = (x: number, y: number) => x > width * 0.3 && x < width * 0.7 && y > height * 0.4 && y < height * 0.7;
  return encodePng({
    width,
    height,
    channels: 3,
    pixel: (x, y) => {
      const grain = (x * 31 + y * 17 + ((x * y) % 13)) % 9;
      if (red && x >= red.left && x < red.right && y >= red.top && y < red.bottom) return [200, 10 + grain, 30];
      if (isCar(x, y)) return [20 + grain, 60 + grain, 190 + grain];
      return y < height / 2 ? [190 + grain, 205 + grain, 225 + grain] : [110 + grain, 108 + grain, 105 + grain];
    },
  });
}

/** White where `isWhite`, black elsewhere. */
export function drawMask(width: number, height: number, isWhite: (x: number, y: number) => boolean): Buffer {
  return encodePng({ width, height, channels: 1, pixel: (x, y) => [isWhite(x, y) ? 255 : 0] });
}

export function drawMiddleMask(width: number, height: number): Buffer {
  const isWithin = (value: number, side: number) => value > side / 4 && value < (side * 3) / 4;
  return drawMask(width, height, (x, y) => isWithin(x, width) && isWithin(y, height));
}

/** A valid picture that no compression makes smaller: about three bytes a pixel. */
export function drawNoise(side: number): Buffer {
  const noise = randomFillSync(Buffer.alloc(side * side * 3));
  return encodePng({
    width: side,
    height: side,
    channels: 3,
    pixel: (x, y) => [...noise.subarray((y * side + x) * 3, (y * side + x) * 3 + 3)],
  });
}

/** An AVIF of one item with no pixels to speak of: all there is of it is the size that its header claims. */
export function avifHeader(width: number, height: number): Buffer {
  const coded = Buffer.from([0x12, 0x00, 0x0a, 0x0a, 0x18, 0x00, 0x00, 0x00, 0x00, 0x02, 0x80]);
  const file = (offset: number) =>
    Buffer.concat([
      box("ftyp", "avif", u32(0), "avifmif1miaf"),
      box(
        "meta",
        u32(0),
        box("hdlr", u32(0), u32(0), "pict", Buffer.alloc(13)),
        box("pitm", u32(0), u16(1)),
        box("iloc", u32(0), u16(0x4400), u16(1), u16(1), u16(0), u16(1), u32(offset), u32(coded.length)),
        box("iinf", u32(0), u16(1), box("infe", u32(0x02000000), u16(1), u16(0), "av01", Buffer.alloc(1))),
        box(
          "iprp",
          box(
            "ipco",
            box("ispe", u32(0), u32(width), u32(height)),
            box("pixi", u32(0), Buffer.from([3, 8, 8, 8])),
            box("av1C", Buffer.from([0x81, 0x1f, 0x00, 0x00])),
          ),
          box("ipma", u32(0), u32(1), u16(1), Buffer.from([3, 1, 2, 0x83])),
        ),
      ),
      box("mdat", coded),
    ]);
  return file(file(0).length - coded.length);
}

function box(name: string, ...parts: readonly (Buffer | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)));
  return Buffer.concat([u32(body.length + 8), Buffer.from(name, "latin1"), body]);
}

function u16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 0xff]);
}

function u32(value: number): Buffer {
  return Buffer.concat([u16(value >>> 16), u16(value & 0xffff)]);
}
