/** What a file says it is by its first bytes. Nothing is decoded here; names and declared types are not asked. */
export type SniffedFormat = "jpeg" | "png" | "gif" | "webp" | "avif" | "heic" | "tiff";

export const sniffBytes = 64;

export function sniff(head: Uint8Array): SniffedFormat | null {
  const ascii = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to));
  const starts = (...bytes: readonly number[]) => bytes.every((byte, index) => head[index] === byte);
  if (starts(0xff, 0xd8, 0xff)) return "jpeg";
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (/^GIF8[79]a$/.test(ascii(0, 6))) return "gif";
  if (ascii(0, 4) === "RIFF" && ascii(8, 12) === "WEBP") return "webp";
  if (starts(0x49, 0x49, 0x2a, 0x00) || starts(0x4d, 0x4d, 0x00, 0x2a)) return "tiff";
  if (ascii(4, 8) === "ftyp") return brand(ascii(8, sniffBytes));
  return null;
}

/** The major brand decides; among the compatible ones that follow an avif is one too. */
function brand(brands: string): SniffedFormat | null {
  const [major = "", ...compatible] = brands.match(/.{4}/gs) ?? [];
  if (/^avi[fs]$/.test(major) || compatible.includes("avif")) return "avif";
  if (/^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(major)) return "heic";
  return null;
}
