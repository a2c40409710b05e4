/** PackBits, as Photoshop and TIFF know it: runs of one value and stretches of others, a row at a time. */
const longest = 128;

/** What a row of this many values may need at most. */
export function mostPacked(length: number): number {
  return length + Math.ceil(length / longest);
}

/** Answers how many bytes were written. */
export function packBits(row: Uint8Array, out: Uint8Array, start: number): number {
  const { length } = row;
  let at = start;
  let i = 0;
  while (i < length) {
    const value = row[i];
    let end = i + 1;
    const farthest = Math.min(length, i + longest);
    while (end < farthest && row[end] === value) end += 1;
    if (end - i >= 3) {
      out[at++] = 257 - (end - i);
      out[at++] = value as number;
      i = end;
      continue;
    }
    // A stretch goes on to where three of a kind begin.
    while (end < farthest && !(row[end] === row[end + 1] && row[end] === row[end + 2])) end += 1;
    out[at++] = end - i - 1;
    for (; i < end; i += 1) out[at++] = row[i] as number;
  }
  return at - start;
}
