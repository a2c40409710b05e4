import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { stripMetadata } from "./strip-metadata.ts";

const formats = ["jpeg", "png", "webp"] as const;
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>`;

function picture(): Sharp {
  const noise = { type: "gaussian", mean: 120, sigma: 40 } as const;
  return sharp({ create: { width: 40, height: 30, channels: 3, background: "#000", noise } });
}

function encode(format: (typeof formats)[number], source: Sharp): Promise<Buffer> {
  return source.toFormat(format, format === "webp" ? { quality: 80 } : {}).toBuffer();
}

function withPlace(source: Sharp): Sharp {
  const exif = { IFD0: { Copyright: "Ada" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 3230/100" } };
  return source.withExif(exif).withXmp(xmp);
}

const pixelsOf = (file: Buffer) => sharp(file).raw().toBuffer();

/** A segment or chunk put in by hand, where the encoder writes none. */
function insert(file: Buffer, at: number, ...pieces: readonly Buffer[]): Buffer {
  return Buffer.concat([file.subarray(0, at), ...pieces, file.subarray(at)]);
}

function jpegSegment(marker: number, text: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, Buffer.from(text, "latin1")]);
}

function pngChunk(type: string, text: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, Buffer.from(type + text, "latin1"), Buffer.alloc(4)]);
}

describe("taking metadata out", () => {
  it.each(formats)("leaves a %s without any as it is, byte for byte", async (format) => {
    const file = await encode(format, picture());
    expect(stripMetadata(file, format)?.equals(file)).toBe(true);
  });

  it.each(formats)("takes place, owner and XMP out of a %s and touches no pixel", async (format) => {
    const file = await encode(format, withPlace(picture()));
    expect((await sharp(file).metadata()).exif).toBeDefined();
    const stripped = stripMetadata(file, format) ?? Buffer.alloc(0);
    const metadata = await sharp(stripped, { failOn: "warning" }).metadata();
    expect([metadata.exif, metadata.xmp, metadata.iptc]).toEqual([undefined, undefined, undefined]);
    expect(stripped.includes("Ada")).toBe(false);
    expect((await pixelsOf(stripped)).equals(await pixelsOf(file))).toBe(true);
  });

  it.each(formats)("keeps the profile of a %s", async (format) => {
    const file = await encode(format, withPlace(picture().withIccProfile("srgb")));
    const { icc } = await sharp(file).metadata();
    expect(icc).toBeDefined();
    expect((await sharp(stripMetadata(file, format) ?? file).metadata()).icc).toEqual(icc);
  });

  it("follows a progressive JPEG through all its scans", async () => {
    const file = await withPlace(picture()).jpeg({ progressive: true }).toBuffer();
    const stripped = stripMetadata(file, "jpeg") ?? Buffer.alloc(0);
    expect(stripped.length).toBeLessThan(file.length);
    expect((await pixelsOf(stripped)).equals(await pixelsOf(file))).toBe(true);
  });

  it("drops captions, comments, maker segments and whatever follows the end of a JPEG", async () => {
    const plain = await picture().jpeg().toBuffer();
    const loaded = insert(
      plain,
      2,
      jpegSegment(0xed, "Photoshop 3.0\0 Paris"),
      jpegSegment(0xfe, "taken in Paris"),
      jpegSegment(0xe2, "MPF\0second picture"),
      jpegSegment(0xe4, "maker"),
    );
    expect(stripMetadata(Buffer.concat([loaded, Buffer.from("a film with its own place")]), "jpeg")?.equals(plain)).toBe(true);
  });

  it("drops texts, dates, further frames and whatever follows the end of a PNG", async () => {
    const plain = await picture().png().toBuffer();
    const afterHeader = 8 + 12 + 13;
    const chunks = ["tEXt", "zTXt", "iTXt", "tIME", "acTL", "fcTL", "fdAT"].map((type) => pngChunk(type, "Paris"));
    const loaded = insert(plain, afterHeader, ...chunks);
    expect(stripMetadata(Buffer.concat([loaded, Buffer.from("more")]), "png")?.equals(plain)).toBe(true);
  });

  it.each(formats)("says so when the end of a %s cannot be found", async (format) => {
    const file = await encode(format, withPlace(picture()));
    expect(stripMetadata(file.subarray(0, file.length / 2), format)).toBeNull();
    expect(stripMetadata(file.subarray(0, 9), format)).toBeNull();
  });
});
