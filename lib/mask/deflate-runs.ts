/**
 * Deflate (RFC 1951) for bytes that are mostly zeros: single bytes, and runs of zeros as matches one byte back. Each piece ends on a
 * whole byte and refers to nothing before it, so that pieces can be packed apart and laid end to end.
 */
import { codeLengths, codesOf } from "./huffman.ts";

const endOfBlock = 256;
const shortestMatch = 3;
const longestMatch = 258;
const symbolCount = 286;

/** For each length of a match its symbol, how many bits follow it, and what they say. */
const matches = buildMatches();

function buildMatches() {
  const symbol = new Uint16Array(longestMatch + 1);
  const bits = new Uint8Array(longestMatch + 1);
  const rest = new Uint8Array(longestMatch + 1);
  for (let at = 0, length = shortestMatch; at < 28; at += 1) {
    const extra = at < 8 ? 0 : (at >> 2) - 1;
    for (let step = 0; step < 1 << extra && length <= longestMatch; step += 1, length += 1) {
      symbol[length] = 257 + at;
      bits[length] = extra;
      rest[length] = step;
    }
  }
  symbol[longestMatch] = 285;
  bits[longestMatch] = rest[longestMatch] = 0;
  return { symbol, bits, rest };
}

/** Takes bytes in and packs them at the end; can be used again and again. */
export class ZeroRunDeflate {
  /** Bytes, and matches as 256 and their length. */
  private tokens = new Uint16Array(1 << 16);
  private count = 0;
  private readonly counts = new Uint32Array(symbolCount);
  private zeros = 0;

  byte(value: number): void {
    if (value === 0) {
      this.zeros += 1;
      return;
    }
    if (this.zeros > 0) this.endRun();
    this.push(value);
  }

  addZeros(count: number): void {
    this.zeros += count;
  }

  /** What was taken in since the last time, packed. */
  flush(): Uint8Array<ArrayBuffer> {
    if (this.zeros > 0) this.endRun();
    this.counts[endOfBlock] = 1;
    const packed = this.pack();
    this.count = 0;
    this.counts.fill(0);
    return packed;
  }

  private push(token: number): void {
    if (this.count === this.tokens.length) {
      const larger = new Uint16Array(this.count * 2);
      larger.set(this.tokens);
      this.tokens = larger;
    }
    this.tokens[this.count] = token;
    this.count += 1;
    const symbol = token < 256 ? token : (matches.symbol[token - 256] ?? 0);
    this.counts[symbol] = (this.counts[symbol] ?? 0) + 1;
  }

  /** The first zero stands for itself: the others are copies of it. */
  private endRun(): void {
    this.push(0);
    let rest = this.zeros - 1;
    for (; rest >= shortestMatch; rest -= Math.min(rest, longestMatch)) this.push(256 + Math.min(rest, longestMatch));
    for (; rest > 0; rest -= 1) this.push(0);
    this.zeros = 0;
  }

  private pack(): Uint8Array<ArrayBuffer> {
    const lengths = codeLengths(this.counts);
    const codes = codesOf(lengths);
    const bits = new BitWriter(this.count * 3 + 256);
    writeHeader(bits, lengths);
    for (let at = 0; at < this.count; at += 1) {
      const token = this.tokens[at] ?? 0;
      if (token < 256) {
        bits.put(codes[token] ?? 0, lengths[token] ?? 0);
        continue;
      }
      const length = token - 256;
      const symbol = matches.symbol[length] ?? 0;
      bits.put(codes[symbol] ?? 0, lengths[symbol] ?? 0);
      // And the one distance there is, a bit that is 0.
      bits.put(matches.rest[length] ?? 0, (matches.bits[length] ?? 0) + 1);
    }
    bits.put(codes[endOfBlock] ?? 0, lengths[endOfBlock] ?? 0);
    return bits.endOnByte();
  }
}

/** The order in which the lengths of the lengths' own codes are told. */
const lengthCodes = 19;
const plainLengths = 16;

/** A block that is not the last, with codes of its own. Lengths are told plainly, in four bits each. */
function writeHeader(bits: BitWriter, lengths: Uint8Array): void {
  bits.put(0b100, 3);
  bits.put(symbolCount - 257, 5);
  bits.put(0, 5);
  bits.put(lengthCodes - 4, 4);
  // 16, 17 and 18 come first and are not used.
  for (let at = 0; at < lengthCodes; at += 1) bits.put(at < lengthCodes - plainLengths ? 0 : 4, 3);
  const plain = codesOf(new Uint8Array(plainLengths).fill(4));
  for (const length of lengths) bits.put(plain[length] ?? 0, 4);
  bits.put(plain[1] ?? 0, 4);
}

class BitWriter {
  private readonly bytes: Uint8Array<ArrayBuffer>;
  private at = 0;
  private held = 0;
  private heldBits = 0;

  constructor(mostBytes: number) {
    this.bytes = new Uint8Array(mostBytes);
  }

  /** Up to sixteen bits, the lowest first. */
  put(value: number, count: number): void {
    this.held |= value << this.heldBits;
    this.heldBits += count;
    while (this.heldBits >= 8) {
      this.bytes[this.at] = this.held;
      this.at += 1;
      this.held >>>= 8;
      this.heldBits -= 8;
    }
  }

  /** With an empty stored block, which begins on a whole byte. */
  endOnByte(): Uint8Array<ArrayBuffer> {
    this.put(0, 3);
    if (this.heldBits > 0) this.put(0, 8 - this.heldBits);
    this.put(0, 16);
    this.put(0xffff, 16);
    return this.bytes.slice(0, this.at);
  }
}
