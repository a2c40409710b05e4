/** Takes out of a JPEG file everything that is not needed to show it; the picture's own bytes are not touched. */
const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const comment = 0xfe;

/** Null where the file is not laid out as a JPEG should be. */
export function stripJpeg(file: Buffer): Buffer | null {
  if (file[0] !== 0xff || file[1] !== startOfImage) return null;
  const kept: Buffer[] = [file.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= file.length) {
    if (file[at] !== 0xff) return null;
    const marker = file[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) {
      // Whatever follows is another picture, a film or a maker's own notes.
      kept.push(file.subarray(at, at + 2));
      return Buffer.concat(kept);
    }
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (end > file.length) return null;
    const segment = file.subarray(at, end);
    if (isNeeded(marker, segment)) kept.push(segment);
    at = end;
    if (marker !== startOfScan) continue;
    const scanEnd = endOfScan(file, at);
    kept.push(file.subarray(at, scanEnd));
    at = scanEnd;
  }
  if (file[at] !== 0xff || file[at + 1] !== endOfImage) return null;
  kept.push(file.subarray(at, at + 2));
  return Buffer.concat(kept);
}

function isNeeded(marker: number, segment: Buffer): boolean {
  if (marker === comment) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  // Density, the profile, and how the colours are coded: these three change what one sees.
  return marker === 0xe0 || marker === 0xee || (marker === 0xe2 && segment.toString("latin1", 4, 15) === "ICC_PROFILE");
}

/** Within a scan 0xff is data when a zero follows, and a restart marker when 0xd0 to 0xd7 does. */
function endOfScan(file: Buffer, from: number): number {
  let at = from;
  for (;;) {
    at = file.indexOf(0xff, at);
    if (at < 0) return file.length;
    const next = file[at + 1] ?? endOfImage;
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += next === 0xff ? 1 : 2;
  }
}
