/** What a file is by its first bytes: decided before any decoder sees it, whatever its name says. */
import { AppError } from "#lib/errors.ts";

export const headBytes = 4096;

export type AcceptedFormat = "jpeg" | "png" | "webp" | "gif" | "avif" | "heic" | "tiff";
type RefusedFormat = "bmp" | "ico" | "jxl" | "jp2" | "psd" | "pdf" | "svg";
type KnownFormat = AcceptedFormat | RefusedFormat;

const million = 1_000_000;
/** AVIF unpacks a few hundred bytes to as many pixels as it likes, and needs far more memory for each than the others. */
const mostPixels: Record<AcceptedFormat, number> = {
  jpeg: 50 * million,
  png: 50 * million,
  webp: 50 * million,
  gif: 50 * million,
  tiff: 50 * million,
  avif: 16 * million,
  heic: 50 * million,
};

const refusals: Record<RefusedFormat, string> = {
  bmp: "a BMP picture: export it as PNG",
  ico: "an icon file: export it as PNG",
  jxl: "a JPEG XL picture: export it as PNG or JPEG",
  jp2: "a JPEG 2000 picture: export it as PNG or JPEG",
  psd: "a Photoshop document: export it as PNG or JPEG",
  pdf: "a PDF document: export the page as PNG",
  svg: "an SVG drawing: export it as PNG",
};

const signatures: readonly (readonly [format: KnownFormat, hex: string])[] = [
  ["jpeg", "ffd8ff"],
  ["png", "89504e470d0a1a0a"],
  ["gif", "474946383761"],
  ["gif", "474946383961"],
  ["tiff", "49492a00"],
  ["tiff", "4d4d002a"],
  ["tiff", "49492b00"],
  ["tiff", "4d4d002b"],
  ["jxl", "ff0a"],
  ["jxl", "0000000c4a584c20"],
  ["jp2", "0000000c6a502020"],
  ["jp2", "ff4fff51"],
  ["psd", "38425053"],
  ["pdf", "25504446"],
  ["ico", "00000100"],
  ["bmp", "424d"],
];

/** Throws picture_unsupported for everything that is not taken in. `head` is the beginning of the file. */
export function acceptedFormat(head: Uint8Array): AcceptedFormat {
  const format = knownFormat(Buffer.from(head));
  if (format !== null && isAccepted(format)) return format;
  const received = format === null ? nameStranger(head) : refusals[format];
  throw new AppError(
    "picture_unsupported",
    `Expected a picture (JPEG, PNG, WebP, GIF, AVIF, HEIC or TIFF) for the file but received ${received}`,
  );
}

/** Throws picture_too_many_pixels; by the figures of the header, before a pixel is unpacked. */
export function checkPixels(format: AcceptedFormat, width: number, height: number): void {
  const most = mostPixels[format];
  if (width * height <= most) return;
  const megapixels = Math.ceil((width * height) / 100_000) / 10;
  throw new AppError(
    "picture_too_many_pixels",
    `Expected at most ${most / million} megapixels for a picture in ${format.toUpperCase()} but received ${megapixels} (${width}×${height})`,
  );
}

function isAccepted(format: KnownFormat): format is AcceptedFormat {
  return Object.hasOwn(mostPixels, format);
}

function knownFormat(head: Buffer): KnownFormat | null {
  const ascii = head.toString("latin1");
  if (ascii.startsWith("RIFF") && ascii.slice(8, 12) === "WEBP") return "webp";
  if (ascii.slice(4, 8) === "ftyp") return formatOfBrands(head);
  const hex = head.toString("hex", 0, 16);
  const signature = signatures.find(([, start]) => hex.startsWith(start));
  if (signature) return signature[0];
  return /^\s*</.test(ascii) && /<svg[\s>]/i.test(ascii) ? "svg" : null;
}

/** The box at the start of an ISO file names the kinds of reader it is made for. */
function formatOfBrands(head: Buffer): KnownFormat | null {
  const brands: readonly string[] = head.toString("latin1", 8, Math.min(head.readUInt32BE(0), head.length)).match(/.{4}/gs) ?? [];
  if (brands.includes("avif") || brands.includes("avis")) return "avif";
  return brands.some((brand) => /^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand)) ? "heic" : null;
}

function nameStranger(head: Uint8Array): string {
  if (head.length === 0) return "an empty file";
  if (head.length === 1) return "a file of one byte";
  const isText = !head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
  return isText ? "a text file" : "a file of another kind";
}
