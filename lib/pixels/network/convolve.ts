/**
 * What networks that look at pictures spend their time on: at every place, sums over its three by three neighbours of all
 * their values times weights. Four places and eight sums at a time; sums are always taken in the same order, so that every
 * machine comes to the same numbers.
 */
import { loopsOf } from "../wasm/open-loops.ts";
import type { Work } from "../work.ts";
import { type FeatureMap, newFeatureMap } from "./feature-map.ts";

export interface Layer {
  readonly from: number;
  readonly to: number;
  /** For each value that comes out, for each of the nine neighbours, row by row, one weight for each value that goes in. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

export interface ConvolveOptions {
  /** How far apart the neighbours lie. */
  readonly spacing?: number;
  /** What is below nothing becomes nothing. */
  readonly isRectified: boolean;
}

const [places, sums, depth] = [4, 8, 4];
/** Sums of products between two pauses: a few hundredths of a second. */
const workBetweenPauses = 6e7;
/** Laying values out for the loop takes little of the time. */
const layShare = 0.05;

const placeNames = Array.from({ length: places }, (_, n) => n);

/** One value of each place, splatted, times eight weights. */
const multiply = (value: number): string =>
  [
    `local.get weight  v128.load +${value * 32}  local.set low  local.get weight  v128.load +${value * 32 + 16}  local.set high`,
    ...placeNames.map(
      (n) => `local.get at${n}  v128.load32_splat +${value * 4}  local.tee value  local.get low  f32x4.mul
        local.get low${n}  f32x4.add  local.set low${n}
        local.get value  local.get high  f32x4.mul  local.get high${n}  f32x4.add  local.set high${n}`,
    ),
  ].join("\n");

const text = `
;; One row of eight sums: from its upper left neighbour on, so many bytes from place to place and from tap to tap, to the end of the row.
func convolve near step tap line weights bias out outstep end
  local i32 weight row column stop ${placeNames.map((n) => `at${n}`).join(" ")}
  local v128 low high value least ${placeNames.map((n) => `low${n} high${n}`).join(" ")}
  local.get bias  v128.load +32  local.set least
  loop
    ${placeNames.map((n) => `local.get bias  v128.load  local.set low${n}  local.get bias  v128.load +16  local.set high${n}`).join("\n")}
    local.get weights  local.set weight
    local.get near  local.set row
    local.get near  local.get line  i32.const 3  i32.mul  i32.add  local.set stop
    loop
      local.get row  local.set column
      loop
        local.get column  local.set at0
        ${placeNames
          .slice(1)
          .map((n) => `local.get at${n - 1}  local.get step  i32.add  local.set at${n}`)
          .join("\n")}
        loop
          ${Array.from({ length: depth }, (_, n) => multiply(n)).join("\n")}
          local.get weight  i32.const ${depth * sums * 4}  i32.add  local.set weight
          ${placeNames
            .slice(1)
            .map((n) => `local.get at${n}  i32.const ${depth * 4}  i32.add  local.set at${n}`)
            .join("\n")}
          local.get at0  i32.const ${depth * 4}  i32.add  local.tee at0
          local.get column  local.get step  i32.add  i32.lt_u  br_if 0
        end
        local.get column  local.get tap  i32.add  local.tee column
        local.get row  local.get tap  i32.const 3  i32.mul  i32.add  i32.lt_u  br_if 0
      end
      local.get row  local.get line  i32.add  local.tee row
      local.get stop  i32.lt_u  br_if 0
    end
    ${placeNames
      .map(
        (n) => `local.get out  local.get low${n}  local.get least  f32x4.max  v128.store
      local.get out  local.get high${n}  local.get least  f32x4.max  v128.store +16
      local.get out  local.get outstep  i32.add  local.set out`,
      )
      .join("\n")}
    local.get near  local.get step  i32.const ${places}  i32.mul  i32.add  local.set near
    local.get out  local.get end  i32.lt_u  br_if 0
  end
`;

const openLoops = loopsOf(text, ["convolve"]);

/** Maps of one size, the values of the first come first. What comes out is as large; beyond the rim there is nothing. */
export function* convolve(
  maps: readonly [FeatureMap, ...FeatureMap[]],
  layer: Layer,
  { spacing = 1, isRectified }: ConvolveOptions,
): Work<FeatureMap> {
  const [{ width, height }] = maps;
  const [from, to] = [roundUp(layer.from, depth), roundUp(layer.to, sums)];
  const across = roundUp(width, places);
  const [paddedWidth, paddedHeight] = [across + 2 * spacing, height + 2 * spacing];
  const blocks = to / sums;
  const weightsAt = 0;
  const biasesAt = weightsAt + blocks * 9 * from * sums;
  const inputAt = biasesAt + blocks * biasLength;
  const outputAt = inputAt + paddedWidth * paddedHeight * from;
  const { memory, run } = openLoops((outputAt + across * to) * 4);
  const floats = new Float32Array(memory.buffer);
  layWeights(floats, layer, from, biasesAt, isRectified);
  let channel = 0;
  for (const { channels, data } of maps) {
    for (let i = 0; i < width * height; i++) {
      const to = inputAt + ((Math.floor(i / width) + spacing) * paddedWidth + (i % width) + spacing) * from + channel;
      for (let n = 0; n < channels; n++) floats[to + n] = data[i * channels + n] as number;
    }
    channel += channels;
    yield layShare;
  }
  const result = newFeatureMap(width, height, layer.to);
  const [step, line] = [from * 4, paddedWidth * from * 4];
  const rowsBetween = Math.max(1, Math.floor(workBetweenPauses / (across * from * to * 9)));
  for (let y = 0; y < height; y++) {
    for (let block = 0; block < blocks; block++) {
      const out = (outputAt + block * sums) * 4;
      const weights = (weightsAt + block * 9 * from * sums) * 4;
      const bias = (biasesAt + block * biasLength) * 4;
      run.convolve(inputAt * 4 + y * line, step, spacing * step, spacing * line, weights, bias, out, to * 4, out + across * to * 4);
    }
    for (let x = 0; x < width; x++) {
      const at = outputAt + x * to;
      result.data.set(floats.subarray(at, at + layer.to), (y * width + x) * layer.to);
    }
    if ((y + 1) % rowsBetween === 0) yield layShare + (1 - layShare) * ((y + 1) / height);
  }
  return result;
}

/** Eight biases, and four times the least that comes out. */
const biasLength = 12;

/** As the loop reads them: eight sums side by side, value by value, neighbour by neighbour. */
function layWeights(floats: Float32Array, layer: Layer, from: number, biasesAt: number, isRectified: boolean): void {
  for (let n = 0; n < layer.to; n++) {
    const [block, lane] = [Math.floor(n / sums), n % sums];
    floats[biasesAt + block * biasLength + lane] = layer.biases[n] as number;
    for (let tap = 0; tap < 9; tap++)
      for (let c = 0; c < layer.from; c++) {
        floats[((block * 9 + tap) * from + c) * sums + lane] = layer.weights[(n * 9 + tap) * layer.from + c] as number;
      }
  }
  if (isRectified) return;
  for (let at = biasesAt + sums; at < biasesAt + Math.ceil(layer.to / sums) * biasLength; at += biasLength)
    floats.fill(-Infinity, at, at + 4);
}

function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}
