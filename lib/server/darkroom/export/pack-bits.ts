/** PackBits, as Photoshop and TIFF know it: runs of one value and stretches of others, a row at a time. */
const longest = 128;

/** What a row of this many values may need at most. */
export function mostPacked(length: number): number {
  return length + Math.ceil(length / longest);
}

/** Answers how many bytes were written. */
export function packBits(row: Uint8Array, out: Uint8Array, start: number): number {
  let at = start;
  let i = 0;
  while (i < row.length) {
    const run = runAt(row, i);
    if (run >= 3) {
      out[at++] = 257 - run;
      out[at++] = row[i] as number;
      i += run;
      continue;
    }
    const from = i;
    while (i < row.length && i - from < longest && runAt(row, i, 3) < 3) i += 1;
    out[at++] = i - from - 1;
    out.set(row.subarray(from, i), at);
    at += i - from;
  }
  return at - start;
}

function runAt(row: Uint8Array, from: number, enough = longest): number {
  const end = Math.min(row.length, from + enough);
  let to = from + 1;
  while (to < end && row[to] === row[from]) to += 1;
  return to - from;
}
