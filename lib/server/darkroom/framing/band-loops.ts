/** What is done to a band of rows before it is in a file: told by the row above, summed, and packed; all within one memory. */
import { tokenCount } from "#lib/mask/band-tokens.ts";
import { endToken, openTokens } from "#lib/mask/deflate-tokens.ts";
import { type Loops, loopsOf } from "#lib/pixels/wasm/open-loops.ts";
import { adlerOfFew, emptyAdler, joinAdlers } from "./adler.ts";
import { bandText } from "./band-text.ts";

export type BandLoops = Loops<"subtract" | "adler" | "tell" | "put">;

const openLoops = loopsOf(bandText, ["subtract", "adler", "tell", "put"]);

const mostSummedAtOnce = 2048;
const mostHeaderBytes = 256;
/** Of no bits. */
const emptyToken = tokenCount;

export interface BandRoom {
  readonly loops: BandLoops;
  /** Of a part of the memory. */
  sum(from: number, to: number): number;
  /** Deflate's blocks for a part of the memory, which refer to nothing before it and end on a whole byte. */
  pack(from: number, to: number): Uint8Array<ArrayBuffer>;
}

/** The first bytes of the memory are whose opens it; at most so many are packed at once. */
export function openBandRoom(bytes: number, mostPacked: number): BandRoom {
  const counts = roomFor(bytes);
  const codes = counts + roomFor(tokenCount * 4);
  const tokens = codes + roomFor((tokenCount + 1) * 4);
  const out = tokens + roomFor(mostPacked * 2 + 4);
  const loops = openLoops(out + mostHeaderBytes + roomFor(mostPacked * 2));
  const { memory, run } = loops;
  const told = new Uint16Array(memory.buffer);
  const counted = new Uint32Array(memory.buffer, counts, tokenCount);
  const coded = new Uint32Array(memory.buffer, codes, tokenCount);
  return {
    loops,
    sum(from, to) {
      const whole = from + ((to - from) & ~15);
      let adler = emptyAdler;
      for (let at = from; at < whole; at += mostSummedAtOnce) {
        adler = run.adler(at, Math.min(whole, at + mostSummedAtOnce), adler & 0xffff, adler >>> 16) >>> 0;
      }
      return joinAdlers(adler, adlerOfFew(memory.subarray(whole, to)), to - whole);
    },
    pack(from, to) {
      counted.fill(0);
      const end = run.tell(from, to, tokens, counts);
      // Always an even number of them.
      told.set([endToken, emptyToken], end / 2);
      const { codes: code, bits, writer } = openTokens(counted, mostHeaderBytes);
      for (let token = 0; token < tokenCount; token++) coded[token] = (code[token] as number) | ((bits[token] as number) << 24);
      const { bytes: header, held, heldBits } = writer.written;
      memory.set(header, out);
      return memory.slice(out, run.put(tokens, end + 2, codes, out + header.length, held, heldBits));
    },
  };
}

/** In whole vectors, and one more. */
export function roomFor(bytes: number): number {
  return ((bytes + 15) & ~15) + 16;
}
