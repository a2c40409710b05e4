/** What is done to every byte of a picture that is written: its difference to the one above, and the checksum of those. */
import { type Loops, loopsOf } from "#lib/pixels/wasm/open-loops.ts";
import { adlerOf, emptyAdler, joinAdlers } from "./adler.ts";

const text = `
;; Sixteen differences at a time; what that writes beyond the end is nobody's yet.
func subtract row above out end
  loop
    local.get out
    local.get row  v128.load
    local.get above  v128.load
    i8x16.sub
    v128.store
    local.get row  i32.const 16  i32.add  local.set row
    local.get above  i32.const 16  i32.add  local.set above
    local.get out  i32.const 16  i32.add  local.tee out
    local.get end  i32.lt_u  br_if 0
  end

;; Adler-32 of what was before, as its two sums, and of the bytes up to the end: whole sixteens, and at most 2048.
func adler from end low high : i32
  local v128 bytes sums earlier weighted
  local.get end  local.get from  i32.sub  local.get low  i32.mul  local.get high  i32.add  local.set high
  loop
    local.get earlier  local.get sums  i32x4.add  local.set earlier
    local.get from  v128.load  local.tee bytes
    i16x8.extadd_pairwise_i8x16_u  i32x4.extadd_pairwise_i16x8_u
    local.get sums  i32x4.add  local.set sums
    local.get bytes  i16x8.extend_low_i8x16_u  v128.const 16 15 14 13 12 11 10 9  i32x4.dot_i16x8_s
    local.get bytes  i16x8.extend_high_i8x16_u  v128.const 8 7 6 5 4 3 2 1  i32x4.dot_i16x8_s
    i32x4.add  local.get weighted  i32x4.add  local.set weighted
    local.get from  i32.const 16  i32.add  local.tee from
    local.get end  i32.lt_u  br_if 0
  end
  local.get earlier  i32.const 4  i32x4.shl  local.get weighted  i32x4.add  local.set weighted
  local.get high
  local.get weighted  i32x4.extract_lane 0  i32.add
  local.get weighted  i32x4.extract_lane 1  i32.add
  local.get weighted  i32x4.extract_lane 2  i32.add
  local.get weighted  i32x4.extract_lane 3  i32.add
  i32.const 65521  i32.rem_u  i32.const 16  i32.shl
  local.get low
  local.get sums  i32x4.extract_lane 0  i32.add
  local.get sums  i32x4.extract_lane 1  i32.add
  local.get sums  i32x4.extract_lane 2  i32.add
  local.get sums  i32x4.extract_lane 3  i32.add
  i32.const 65521  i32.rem_u
  i32.or
`;

export type FilterLoops = Loops<"subtract" | "adler">;

export const openFilterLoops = loopsOf(text, ["subtract", "adler"]);

const mostAtOnce = 2048;

/** Of a part of the loops' memory. */
export function adlerWithin({ memory, run }: FilterLoops, from: number, to: number): number {
  const whole = from + ((to - from) & ~15);
  let adler = emptyAdler;
  for (let at = from; at < whole; at += mostAtOnce) {
    adler = run.adler(at, Math.min(whole, at + mostAtOnce), adler & 0xffff, adler >>> 16) >>> 0;
  }
  return joinAdlers(adler, adlerOf(memory.subarray(whole, to)), to - whole);
}
