/** Products of a block of one plane and blocks of another, four at a time: what looking for blocks is made of. */
import type { Plane } from "../plane.ts";
import { loopsOf } from "../wasm/open-loops.ts";

const text = `
;; Lines are so many bytes long, and a line of the block whole vectors. Leaves four sums at the end.
func correlate block other line side end to
  local i32 x
  local v128 even odd
  loop
    i32.const 0  local.set x
    loop
      local.get block  local.get x  i32.add  v128.load
      local.get other  local.get x  i32.add  v128.load
      f32x4.mul  local.get even  f32x4.add  local.set even
      local.get block  local.get x  i32.add  v128.load +16
      local.get other  local.get x  i32.add  v128.load +16
      f32x4.mul  local.get odd  f32x4.add  local.set odd
      local.get x  i32.const 32  i32.add  local.tee x
      local.get side  i32.lt_u  br_if 0
    end
    local.get other  local.get line  i32.add  local.set other
    local.get block  local.get line  i32.add  local.tee block
    local.get end  i32.lt_u  br_if 0
  end
  local.get to  local.get even  local.get odd  f32x4.add  v128.store
`;

const openLoops = loopsOf(text, ["correlate"]);

/** Of a block of the first plane, and one as large at an offset in pixels of the second. */
export type Correlation = (left: number, top: number, otherLeft: number, otherTop: number) => number;

/** Planes of one size; the side of a block is a multiple of eight. */
export function openCorrelation({ width, data }: Plane, other: Plane, side: number): Correlation {
  const bytes = data.length * 4;
  const { memory, run } = openLoops(bytes * 2 + 16);
  const floats = new Float32Array(memory.buffer);
  floats.set(data);
  floats.set(other.data, data.length);
  const sums = floats.subarray(data.length * 2, data.length * 2 + 4);
  const line = width * 4;
  return (left, top, otherLeft, otherTop) => {
    const block = (top * width + left) * 4;
    run.correlate(block, bytes + (otherTop * width + otherLeft) * 4, line, side * 4, block + side * line, bytes * 2);
    return (sums[0] as number) + (sums[1] as number) + (sums[2] as number) + (sums[3] as number);
  };
}
