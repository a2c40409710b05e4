/**
 * Deflate (RFC 1951) for bytes that are mostly zeros, told in tokens: single bytes, and runs of zeros as matches one byte back. Each piece
 * ends on a whole byte and refers to nothing before it, so that pieces can be packed apart and laid end to end.
 */
import { type BandTokens, byteOfToken, longestMatch, matchOf, shortestMatch, tokenCount } from "./band-tokens.ts";
import { codeLengths, codesOf } from "./huffman.ts";

const endOfBlock = 256;
const symbolCount = 286;
/** Stands for the end of a block, and is no token of a row. */
export const endToken = matchOf(longestMatch) + 1;

/** By token its symbol, how many bits follow that, and what they say. */
const { symbols, extraBits, extras } = buildSymbols();

function buildSymbols() {
  const symbols = Uint16Array.from(byteOfToken);
  const extraBits = new Uint8Array(tokenCount);
  const extras = new Uint8Array(tokenCount);
  for (let at = 0, length = shortestMatch; at < 28; at += 1) {
    const extra = at < 8 ? 0 : (at >> 2) - 1;
    for (let step = 0; step < 1 << extra && length <= longestMatch; step += 1, length += 1) {
      symbols[matchOf(length)] = 257 + at;
      // And the one distance there is, a bit that is 0.
      extraBits[matchOf(length)] = extra + 1;
      extras[matchOf(length)] = step;
    }
  }
  symbols[matchOf(longestMatch)] = 285;
  extraBits[matchOf(longestMatch)] = 1;
  extras[matchOf(longestMatch)] = 0;
  return { symbols, extraBits, extras };
}

/** `counts` says how often each token comes. */
export function deflateTokens(tokens: BandTokens, counts: Uint32Array): Uint8Array<ArrayBuffer> {
  const { codes, bits, writer } = openTokens(counts, tokens.length * 3 + 256);
  writer.putTokens(tokens, codes, bits);
  writer.put(codes[endToken] ?? 0, bits[endToken] ?? 0);
  return writer.endOnByte();
}

/** The codes that follow from how often each token comes, and what has to be written before the tokens are. */
export function openTokens(counts: Uint32Array, mostBytes: number) {
  const symbolCounts = new Uint32Array(symbolCount);
  for (let token = 0; token < tokenCount; token += 1) {
    const symbol = symbols[token] ?? 0;
    symbolCounts[symbol] = (symbolCounts[symbol] ?? 0) + (counts[token] ?? 0);
  }
  symbolCounts[endOfBlock] = 1;
  const lengths = codeLengths(symbolCounts);
  const [codes, bits] = codesOfTokens(lengths, codesOf(lengths));
  const writer = new BitWriter(mostBytes);
  writeHeader(writer, lengths);
  return { codes, bits, writer };
}

/** All that stands for a token as one code, and how long that is: at most 21 bits. */
function codesOfTokens(lengths: Uint8Array, codes: Uint16Array): readonly [Uint32Array, Uint8Array] {
  const tokenCodes = new Uint32Array(tokenCount);
  const tokenBits = new Uint8Array(tokenCount);
  for (let token = 0; token < tokenCount; token += 1) {
    const symbol = symbols[token] ?? 0;
    const length = lengths[symbol] ?? 0;
    tokenCodes[token] = (codes[symbol] ?? 0) | ((extras[token] ?? 0) << length);
    tokenBits[token] = length + (extraBits[token] ?? 0);
  }
  tokenCodes[endToken] = codes[endOfBlock] ?? 0;
  tokenBits[endToken] = lengths[endOfBlock] ?? 0;
  return [tokenCodes, tokenBits];
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

  /** Written out in plain numbers: it runs for every token there is. */
  putTokens(tokens: BandTokens, codes: Uint32Array, lengths: Uint8Array): void {
    const { bytes } = this;
    let { at, held, heldBits } = this;
    for (let next = 0; next < tokens.length; next += 1) {
      const token = tokens[next] ?? 0;
      held |= (codes[token] ?? 0) << heldBits;
      heldBits += lengths[token] ?? 0;
      while (heldBits >= 8) {
        bytes[at] = held;
        at += 1;
        held >>>= 8;
        heldBits -= 8;
      }
    }
    this.at = at;
    this.held = held;
    this.heldBits = heldBits;
  }

  /** What was written so far: whole bytes, and the bits that do not fill one yet. */
  get written() {
    return { bytes: this.bytes.subarray(0, this.at), held: this.held, heldBits: this.heldBits };
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
