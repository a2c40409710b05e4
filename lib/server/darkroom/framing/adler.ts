/** The checksum that ends a zlib stream; node only computes it inside a stream of its own. */
const modulus = 65_521;
/** So many bytes at most before the sums no longer fit into 31 bits, which are the fast ones. */
const longestRun = 3800;

/** Of nothing. */
export const emptyAdler = 1;

export function adlerOf(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (let start = 0; start < bytes.length; start += longestRun) {
    const end = Math.min(bytes.length, start + longestRun);
    for (let i = start; i < end; i++) {
      low = (low + (bytes[i] as number)) | 0;
      high = (high + low) | 0;
    }
    low %= modulus;
    high %= modulus;
  }
  return high * 65_536 + low;
}

export function adlerOfZeros(count: number): number {
  return (count % modulus) * 65_536 + 1;
}

/** Of two pieces one after the other, from those of each; the second is `length` bytes long. */
export function joinAdlers(first: number, second: number, length: number): number {
  const [low, nextLow] = [first % 65_536, second % 65_536];
  const [high, nextHigh] = [Math.floor(first / 65_536), Math.floor(second / 65_536)];
  const before = low - 1 + modulus;
  const joinedHigh = (high + nextHigh + (length % modulus) * before) % modulus;
  return joinedHigh * 65_536 + ((before + nextLow) % modulus);
}
