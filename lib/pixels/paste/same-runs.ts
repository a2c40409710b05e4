const worthWords = 64;

/** Whether two runs of bytes are the same, four at a time where they lie alike: most of a picture is as it was. */
export function areSame(one: Uint8Array, other: Uint8Array, from: number, to: number): boolean {
  let i = from;
  if (to - from >= worthWords && (one.byteOffset & 3) === (other.byteOffset & 3)) {
    while (i < to && ((one.byteOffset + i) & 3) !== 0) {
      if (one[i] !== other[i]) return false;
      i++;
    }
    const count = Math.max(0, to - i) >> 2;
    if (!areSameWords(new Int32Array(one.buffer, one.byteOffset + i, count), new Int32Array(other.buffer, other.byteOffset + i, count)))
      return false;
    i += count * 4;
  }
  for (; i < to; i++) if (one[i] !== other[i]) return false;
  return true;
}

function areSameWords(one: Int32Array, other: Int32Array): boolean {
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}
