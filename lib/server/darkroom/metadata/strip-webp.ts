/** Takes EXIF and XMP out of a WebP file and clears the flags that announce them. */
const exifAndXmpFlags = 0x08 | 0x04;

/** Null where the file is not laid out as a WebP should be. */
export function stripWebp(file: Buffer): Buffer | null {
  if (file.length < 20) return null;
  const end = 8 + file.readUInt32LE(4);
  if (end > file.length + 1) return null;
  const kept: Buffer[] = [];
  for (let at = 12; at + 8 <= Math.min(end, file.length); ) {
    const size = file.readUInt32LE(at + 4);
    const next = at + 8 + size + (size % 2);
    if (at + 8 + size > file.length) return null;
    const type = file.toString("latin1", at, at + 4);
    const chunk = file.subarray(at, next);
    if (type === "VP8X") kept.push(withoutFlags(chunk));
    else if (type !== "EXIF" && type !== "XMP ") kept.push(chunk);
    at = next;
  }
  const head = Buffer.from(file.subarray(0, 12));
  head.writeUInt32LE(4 + kept.reduce((sum, chunk) => sum + chunk.length, 0), 4);
  return Buffer.concat([head, ...kept]);
}

function withoutFlags(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk);
  copy[8] = (copy[8] ?? 0) & ~exifAndXmpFlags;
  return copy;
}
