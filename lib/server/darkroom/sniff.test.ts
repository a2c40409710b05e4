import { describe, expect, it } from "vitest";
import { AppError } from "#lib/errors.ts";
import { acceptedFormat, checkPixels } from "./sniff.ts";

function head(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))));
}

function refusalOf(bytes: Uint8Array): string {
  try {
    return acceptedFormat(bytes);
  } catch (error) {
    return error instanceof AppError ? `${error.code}: ${error.message}` : String(error);
  }
}

function isoFile(...brands: readonly string[]): Uint8Array {
  const [major = "", ...compatible] = brands;
  return head([0, 0, 0, 8 + 4 + 4 + compatible.length * 4], "ftyp", major, [0, 0, 0, 0], ...compatible, "mdatavif");
}

describe("the first bytes of a file", () => {
  it.each([
    ["jpeg", head([0xff, 0xd8, 0xff, 0xe0])],
    ["png", head([0x89], "PNG\r\n", [0x1a, 0x0a])],
    ["gif", head("GIF87a")],
    ["gif", head("GIF89a")],
    ["webp", head("RIFF", [1, 2, 3, 4], "WEBPVP8 ")],
    ["tiff", head("II*", [0])],
    ["tiff", head("MM", [0], "*")],
    ["avif", isoFile("avif", "mif1")],
    ["avif", isoFile("mif1", "miaf", "avif")],
    ["heic", isoFile("heic", "mif1")],
    ["heic", isoFile("mif1", "heic")],
  ])("tell %s, whatever the file is called", (format, bytes) => {
    expect(acceptedFormat(bytes)).toBe(format);
  });

  it.each([
    ["an empty file", head()],
    ["a file of one byte", head([7])],
    ["a text file", head("hello, this is a picture, honest")],
    ["a file of another kind", head([0, 1, 2, 3, 4, 5, 6, 7, 8])],
    ["a BMP picture: export it as PNG", head("BM", [1, 2, 3, 4])],
    ["an SVG drawing: export it as PNG", head("<?xml version='1.0'?>\n<svg xmlns=''>")],
    ["a PDF document: export the page as PNG", head("%PDF-1.7")],
    ["a Photoshop document: export it as PNG or JPEG", head("8BPS", [0, 1])],
    ["a file of another kind", head([0, 0, 0, 16], "ftypisom", [0, 0, 0, 0])],
  ])("lead to a refusal that names %s", (name, bytes) => {
    expect(refusalOf(bytes)).toBe(
      `picture_unsupported: Expected a picture (JPEG, PNG, WebP, GIF, AVIF, HEIC or TIFF) for the file but received ${name}`,
    );
  });

  it("are enough even where a box says it is longer than the file", () => {
    expect(acceptedFormat(head([0xff, 0xff, 0xff, 0xff], "ftypheic"))).toBe("heic");
    expect(refusalOf(head([0, 0, 0, 0], "ftyp"))).toContain("another kind");
  });
});

describe("the cap on pixels", () => {
  it("is 50 megapixels, and 16 for AVIF", () => {
    for (const format of ["jpeg", "png", "webp", "gif", "heic", "tiff"] as const) {
      expect(() => checkPixels(format, 10_000, 5000)).not.toThrow();
      expect(() => checkPixels(format, 10_000, 5001)).toThrow();
    }
    expect(() => checkPixels("avif", 4000, 4000)).not.toThrow();
    expect(() => checkPixels("avif", 4000, 4001)).toThrow();
  });

  it("names the figures", () => {
    expect(() => checkPixels("avif", 8000, 6250)).toThrow(
      expect.objectContaining({
        code: "picture_too_many_pixels",
        message: "Expected at most 16 megapixels for a picture in AVIF but received 50 (8000×6250)",
      }),
    );
  });
});
