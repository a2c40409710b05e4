/** Takes texts, dates, EXIF, further frames and whatever follows the end out of a PNG file. */
const signatureBytes = 8;
const unneeded = new Set(["eXIf", "iTXt", "tEXt", "zTXt", "tIME", "acTL", "fcTL", "fdAT"]);

/** Null where the file is not laid out as a PNG should be. */
export function stripPng(file: Buffer): Buffer | null {
  const kept: Buffer[] = [file.subarray(0, signatureBytes)];
  for (let at = signatureBytes; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at);
    if (end > file.length) return null;
    const type = file.toString("latin1", at + 4, at + 8);
    if (!unneeded.has(type)) kept.push(file.subarray(at, end));
    if (type === "IEND") return Buffer.concat(kept);
    at = end;
  }
  return null;
}

/** Whether a viewer would play the file as a film. */
export function isAnimatedPng(file: Buffer): boolean {
  for (let at = signatureBytes; at + 12 <= file.length; at += 12 + file.readUInt32BE(at)) {
    const type = file.toString("latin1", at + 4, at + 8);
    if (type === "acTL") return true;
    if (type === "IDAT") return false;
  }
  return false;
}
