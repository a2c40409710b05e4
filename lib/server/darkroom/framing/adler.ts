/** The checksum that ends a zlib stream; node only computes it inside a stream of its own. */
const modulus = 65_521;

/** Of nothing. */
export const emptyAdler = 1;

/** So few that no sum grows large: what is left of many. */
export function adlerOfFew(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low += byte;
    high += low;
  }
  return (high % modulus) * 65_536 + (low % modulus);
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
