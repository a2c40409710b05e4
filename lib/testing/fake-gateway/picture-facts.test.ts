import { expect, it } from "vitest";
import { readHeaderFacts } from "./picture-facts.ts";
import { encodePng } from "./png.ts";

const bytes = (...parts: readonly (string | Buffer | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))));

/** A TIFF directory with the orientation alone, in either byte order. */
const exif = (order: "II" | "MM", orientation: number) => {
  const short = (value: number) => (order === "II" ? [value, 0] : [0, value]);
  const long = (value: number) => (order === "II" ? [value, 0, 0, 0] : [0, 0, 0, value]);
  const tag = order === "II" ? [0x12, 0x01] : [0x01, 0x12];
  return [
    ...Buffer.from(order),
    ...short(42),
    ...long(8),
    ...short(1),
    ...tag,
    ...short(3),
    ...long(1),
    ...short(orientation),
    0,
    0,
    ...long(0),
  ];
};
const app1 = (order: "II" | "MM", orientation: number) => {
  const data = [...Buffer.from("Exif\0\0"), ...exif(order, orientation)];
  return [0xff, 0xe1, 0, data.length + 2, ...data];
};
const frame = [0xff, 0xc2, 0, 17, 8, 0x03, 0x20, 0x04, 0xb0, 3, 1, 34, 0, 2, 17, 1, 3, 17, 1];
const riff = (kind: string, ...rest: readonly number[]) => bytes("RIFF", [0, 0, 0, 0], "WEBP", kind, rest);

it("reads PNGs of our own making", () => {
  const grey = encodePng({ width: 33, height: 7, channels: 1, pixel: () => [9] });
  const png = { bitDepth: 8, isGreyOrRgb: true };
  expect(readHeaderFacts(grey)).toEqual({ mime: "image/png", width: 33, height: 7, orientation: 1, hasAlpha: false, png });
});

it.each([
  ["a plain JPEG", bytes([0xff, 0xd8], frame), { mime: "image/jpeg", width: 1200, height: 800, orientation: 1 }],
  ["a turned JPEG", bytes([0xff, 0xd8], app1("MM", 6), frame), { mime: "image/jpeg", width: 1200, orientation: 6 }],
  ["a turned JPEG of the other byte order", bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1], app1("II", 8), frame), { orientation: 8 }],
  [
    "a lossy WebP",
    riff("VP8 ", 0, 0, 0, 0, 0, 0, 0, 0x9d, 0x01, 0x2a, 0x40, 0x01, 0xf0, 0x00),
    { mime: "image/webp", width: 320, height: 240 },
  ],
  ["a lossless WebP with alpha", riff("VP8L", 0, 0, 0, 0, 0x2f, 0x3f, 0xc1, 0x3b, 0x10), { width: 320, height: 240, hasAlpha: true }],
  [
    "an extended WebP that is turned",
    bytes(riff("VP8X", 10, 0, 0, 0, 0x18, 0, 0, 0, 0x3f, 0x01, 0, 0xef, 0, 0), "EXIF", [26, 0, 0, 0], exif("II", 3)),
    { width: 320, height: 240, orientation: 3, hasAlpha: true },
  ],
  ["a GIF", bytes("GIF89a", [0x40, 1, 0xf0, 0]), { mime: "image/gif", width: 320, height: 240 }],
])("reads %s", (_name, file, expected) => expect(readHeaderFacts(file)).toMatchObject(expected));

it.each([
  ["nothing", Buffer.alloc(0)],
  ["text", Buffer.from("this is no picture at all")],
  ["a PNG that is cut off", Buffer.from("\x89PNG\r\n\x1a\n", "latin1")],
  ["a JPEG without a frame", bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1])],
])("finds no picture in %s", (_name, file) => expect(readHeaderFacts(file)).toBeNull());
