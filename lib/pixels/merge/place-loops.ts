/** The two loops that place a result, for eight values and for a pixel at a time; `place-result.test.ts` holds them to what they stand for. */
export const placeLoops = `
;; One row of the result, drawn out: each pixel from four of it. A tap is four places in bytes, then four weights of 16 bits.
func drawOut row taps out end
  local v128 outer inner
  loop
    ;; Two pixels' bytes side by side, so that each value lies beside the one it is added to.
    local.get row  local.get taps  i32.load  i32.add  v128.load32_zero
    local.get row  local.get taps  i32.load +4  i32.add  v128.load32_zero
    i8x16.shuffle 0 16 1 17 2 18 3 19 0 16 1 17 2 18 3 19
    i16x8.extend_low_i8x16_u
    local.get taps  v128.load32_splat +16
    i32x4.dot_i16x8_s
    local.get row  local.get taps  i32.load +8  i32.add  v128.load32_zero
    local.get row  local.get taps  i32.load +12  i32.add  v128.load32_zero
    i8x16.shuffle 0 16 1 17 2 18 3 19 0 16 1 17 2 18 3 19
    i16x8.extend_low_i8x16_u
    local.get taps  v128.load32_splat +20
    i32x4.dot_i16x8_s
    i32x4.add
    v128.const 32 0 32 0 32 0 32 0
    i32x4.add
    i32.const 6  i32x4.shr_s
    local.tee outer  local.get outer  i16x8.narrow_i32x4_s  local.set inner
    ;; Four values of which the next pixel overwrites the last.
    local.get out  local.get inner  v128.store64_lane
    local.get taps  i32.const 24  i32.add  local.set taps
    local.get out  i32.const 6  i32.add  local.tee out
    local.get end  i32.lt_u  br_if 0
  end

;; Eight values from four rows, whose weights come two in a number.
func mixRows a b c d upper lower out end
  local i32 i
  local v128 first second third fourth upperWeights lowerWeights half
  local.get upper  i32x4.splat  local.set upperWeights
  local.get lower  i32x4.splat  local.set lowerWeights
  i32.const 131072  i32x4.splat  local.set half
  loop
    local.get a  local.get i  i32.add  v128.load  local.set first
    local.get b  local.get i  i32.add  v128.load  local.set second
    local.get c  local.get i  i32.add  v128.load  local.set third
    local.get d  local.get i  i32.add  v128.load  local.set fourth
    local.get out
    local.get first  local.get second  i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23
    local.get upperWeights  i32x4.dot_i16x8_s
    local.get third  local.get fourth  i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23
    local.get lowerWeights  i32x4.dot_i16x8_s
    i32x4.add  local.get half  i32x4.add  i32.const 18  i32x4.shr_s
    local.get first  local.get second  i8x16.shuffle 8 9 24 25 10 11 26 27 12 13 28 29 14 15 30 31
    local.get upperWeights  i32x4.dot_i16x8_s
    local.get third  local.get fourth  i8x16.shuffle 8 9 24 25 10 11 26 27 12 13 28 29 14 15 30 31
    local.get lowerWeights  i32x4.dot_i16x8_s
    i32x4.add  local.get half  i32x4.add  i32.const 18  i32x4.shr_s
    i16x8.narrow_i32x4_s
    local.tee first  local.get first  i8x16.narrow_i16x8_u  local.set first
    local.get first  v128.store64_lane
    local.get i  i32.const 16  i32.add  local.set i
    local.get out  i32.const 8  i32.add  local.tee out
    local.get end  i32.lt_u  br_if 0
  end
`;
