/** The loops that every byte of a picture goes through on its way into a file. `band-loops.ts` says what they are for. */
export const bandText = `
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

;; Tells bytes in tokens of 16 bits (those of lib/mask/band-tokens.ts) and counts them; answers where the tokens end.
func tell from end to counts : i32
  local i32 at token word length
  local.get from  local.set at
  loop
    local.get at  i32.load8_u  local.set token
    block
      local.get at  local.get from  i32.eq  br_if 0
      local.get end  local.get at  i32.sub  i32.const 3  i32.lt_u  br_if 0
      ;; Four that are the same: three copies of the one before.
      local.get at  i32.const 1  i32.sub  i32.load  local.tee word
      local.get word  i32.const 8  i32.rotl  i32.ne  br_if 0
      i32.const 3  local.set length
      loop
        block
          local.get length  i32.const 254  i32.gt_u  br_if 0
          local.get at  local.get length  i32.add  i32.const 4  i32.add  local.get end  i32.gt_u  br_if 0
          local.get at  local.get length  i32.add  i32.load  local.get word  i32.ne  br_if 0
          local.get length  i32.const 4  i32.add  local.set length
          br 1
        end
      end
      loop
        block
          local.get length  i32.const 258  i32.ge_u  br_if 0
          local.get at  local.get length  i32.add  local.get end  i32.ge_u  br_if 0
          local.get at  local.get length  i32.add  i32.load8_u  local.get token  i32.ne  br_if 0
          local.get length  i32.const 1  i32.add  local.set length
          br 1
        end
      end
      local.get length  i32.const 256  i32.add  local.set token
      local.get at  local.get length  i32.add  i32.const 1  i32.sub  local.set at
    end
    local.get to  local.get token  i32.store16
    local.get to  i32.const 2  i32.add  local.set to
    local.get counts  local.get token  i32.const 2  i32.shl  i32.add  local.tee word
    local.get word  i32.load  i32.const 1  i32.add  i32.store
    local.get at  i32.const 1  i32.add  local.tee at
    local.get end  i32.lt_u  br_if 0
  end
  local.get to

;; Writes the codes of tokens, two at a time, behind bits that do not fill a byte yet: 24 bits of code, eight that say how many count.
;; Then an empty stored block, which ends on a whole byte; answers where that is.
func put tokens end codes out held heldBits : i32
  local i32 entry
  local i64 bits
  local.get held  i64.extend_i32_u  local.set bits
  loop
    local.get codes  local.get tokens  i32.load16_u  i32.const 2  i32.shl  i32.add  i32.load  local.tee entry
    i32.const 16777215  i32.and  i64.extend_i32_u  local.get heldBits  i64.extend_i32_u  i64.shl
    local.get bits  i64.or  local.set bits
    local.get heldBits  local.get entry  i32.const 24  i32.shr_u  i32.add  local.set heldBits
    local.get codes  local.get tokens  i32.load16_u +2  i32.const 2  i32.shl  i32.add  i32.load  local.tee entry
    i32.const 16777215  i32.and  i64.extend_i32_u  local.get heldBits  i64.extend_i32_u  i64.shl
    local.get bits  i64.or  local.set bits
    local.get heldBits  local.get entry  i32.const 24  i32.shr_u  i32.add  local.set heldBits
    local.get out  local.get bits  i64.store
    local.get out  local.get heldBits  i32.const 3  i32.shr_u  i32.add  local.set out
    local.get bits  local.get heldBits  i32.const 56  i32.and  i64.extend_i32_u  i64.shr_u  local.set bits
    local.get heldBits  i32.const 7  i32.and  local.set heldBits
    local.get tokens  i32.const 4  i32.add  local.tee tokens
    local.get end  i32.lt_u  br_if 0
  end
  local.get out  local.get bits  i64.store
  local.get out  local.get heldBits  i32.const 10  i32.add  i32.const 3  i32.shr_u  i32.add  local.tee out
  i32.const -65536  i32.store
  local.get out  i32.const 4  i32.add
`;
