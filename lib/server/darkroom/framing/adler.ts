/** The checksum that ends a zlib stream; node only computes it inside a stream of its own. */
const modulus = 65_521;
/** So many bytes at most before the sums no longer fit into 31 bits, which are the fast ones. */
const longestRun = 3800;

export interface Adler {
  add(bytes: Uint8Array): void;
  addZeros(count: number): void;
  value(): number;
}

export function createAdler(): Adler {
  const sums = { low: 1, high: 0 };
  return {
    add(bytes) {
      let low = sums.low | 0;
      let high = sums.high | 0;
      for (let start = 0; start < bytes.length; start += longestRun) {
        const end = Math.min(bytes.length, start + longestRun);
        for (let i = start; i < end; i++) {
          low = (low + (bytes[i] as number)) | 0;
          high = (high + low) | 0;
        }
        low %= modulus;
        high %= modulus;
      }
      sums.low = low;
      sums.high = high;
    },
    addZeros(count) {
      sums.high = (sums.high + (count % modulus) * sums.low) % modulus;
    },
    value: () => sums.high * 65_536 + sums.low,
  };
}
