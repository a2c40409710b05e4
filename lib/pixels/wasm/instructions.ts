/** The instructions that the loops here are made of, as the WebAssembly specification numbers them. */
import { unsigned } from "./numbers.ts";

export type Immediate = "none" | "local" | "depth" | "signed" | "memory" | "memory and lane" | "lane" | "lanes" | "halves";

export interface Instruction {
  readonly bytes: readonly number[];
  readonly immediate: Immediate;
}

type Row = readonly [code: number, immediate?: Immediate];

const plain: Readonly<Record<string, Row>> = {
  end: [0x0b],
  br: [0x0c, "depth"],
  br_if: [0x0d, "depth"],
  "local.get": [0x20, "local"],
  "local.set": [0x21, "local"],
  "local.tee": [0x22, "local"],
  "i32.load": [0x28, "memory"],
  "i32.load8_u": [0x2d, "memory"],
  "i32.load16_u": [0x2f, "memory"],
  "i32.store": [0x36, "memory"],
  "i64.store": [0x37, "memory"],
  "i32.store16": [0x3b, "memory"],
  "i32.const": [0x41, "signed"],
  "i32.eq": [0x46],
  "i32.ne": [0x47],
  "i32.lt_u": [0x49],
  "i32.gt_u": [0x4b],
  "i32.ge_u": [0x4f],
  "i32.add": [0x6a],
  "i32.sub": [0x6b],
  "i32.mul": [0x6c],
  "i32.rem_u": [0x70],
  "i32.and": [0x71],
  "i32.or": [0x72],
  "i32.shl": [0x74],
  "i32.shr_u": [0x76],
  "i32.rotl": [0x77],
  "i64.or": [0x84],
  "i64.shl": [0x86],
  "i64.shr_u": [0x88],
  "i64.extend_i32_u": [0xad],
};

const simd: Readonly<Record<string, Row>> = {
  "v128.load": [0x00, "memory"],
  "v128.load32_splat": [0x09, "memory"],
  "v128.store": [0x0b, "memory"],
  "v128.const": [0x0c, "halves"],
  "i8x16.shuffle": [0x0d, "lanes"],
  "i32x4.splat": [0x11],
  "i32x4.extract_lane": [0x1b, "lane"],
  "v128.store64_lane": [0x5b, "memory and lane"],
  "v128.load32_zero": [0x5c, "memory"],
  "i8x16.narrow_i16x8_u": [0x66],
  "i8x16.sub": [0x71],
  "i16x8.extadd_pairwise_i8x16_u": [0x7d],
  "i32x4.extadd_pairwise_i16x8_u": [0x7f],
  "i16x8.narrow_i32x4_s": [0x85],
  "i16x8.extend_low_i8x16_u": [0x89],
  "i16x8.extend_high_i8x16_u": [0x8a],
  "i32x4.shl": [0xab],
  "i32x4.shr_s": [0xac],
  "i32x4.add": [0xae],
  "i32x4.dot_i16x8_s": [0xba],
  "f32x4.add": [0xe4],
  "f32x4.mul": [0xe6],
  "f32x4.max": [0xe9],
};

/** What opens a block answers nothing. */
const openings: Readonly<Record<string, readonly number[]>> = { block: [0x02, 0x40], loop: [0x03, 0x40] };
const simdPrefix = 0xfd;

export const instructions: Readonly<Record<string, Instruction>> = {
  ...build(openings, (bytes) => ({ bytes, immediate: "none" })),
  ...build(plain, ([code, immediate = "none"]) => ({ bytes: [code], immediate })),
  ...build(simd, ([code, immediate = "none"]) => ({ bytes: [simdPrefix, ...unsigned(code)], immediate })),
};

function build<From>(rows: Readonly<Record<string, From>>, as: (row: From) => Instruction): Record<string, Instruction> {
  return Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, as(row)]));
}
