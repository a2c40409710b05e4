/**
 * What networks that look at pictures spend their time on: at every place, sums over its three by three neighbours (or over itself
 * alone) of all their values times weights. Four places and eight sums at a time; sums are always taken in the same order, so that every
 * machine comes to the same numbers.
 */
import { loopsOf } from "../wasm/open-loops.ts";
import type { Work } from "../work.ts";
import { type FeatureMap, newFeatureMap } from "./feature-map.ts";

export type Taps = 9 | 1;

export interface Layer {
  readonly from: number;
  readonly to: number;
  /** Neighbours of each place that are looked at: three by three, or the place itself alone. */
  readonly taps: Taps;
  /** For each value that comes out, for each neighbour, row by row, one weight for each value that goes in. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

export interface ConvolveOptions {
  /** How far apart the neighbours lie. */
  readonly spacing?: number;
  /** From one place that is summed to the next: two halves the map. */
  readonly stride?: 1 | 2;
  /** What is left of what is below nothing, 0..1. */
  readonly slope: number;
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
;; One row of eight sums: from its upper left neighbour on, so many bytes from place to place, of values at each, from tap to
;; tap and over all of a row, from row to row and over all of them, to the end of the row.
func convolve near pace step tap taps line lines weights bias out outstep end
  local i32 weight row column stop ${placeNames.map((n) => `at${n}`).join(" ")}
  local v128 low high value slope ${placeNames.map((n) => `low${n} high${n}`).join(" ")}
  local.get bias  v128.load +32  local.set slope
  loop
    ${placeNames.map((n) => `local.get bias  v128.load  local.set low${n}  local.get bias  v128.load +16  local.set high${n}`).join("\n")}
    local.get weights  local.set weight
    local.get near  local.set row
    local.get near  local.get lines  i32.add  local.set stop
    loop
      local.get row  local.set column
      loop
        local.get column  local.set at0
        ${placeNames
          .slice(1)
          .map((n) => `local.get at${n - 1}  local.get pace  i32.add  local.set at${n}`)
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
        local.get row  local.get taps  i32.add  i32.lt_u  br_if 0
      end
      local.get row  local.get line  i32.add  local.tee row
      local.get stop  i32.lt_u  br_if 0
    end
    ${placeNames
      .map(
        (n) => `local.get out  local.get low${n}  local.get low${n}  local.get slope  f32x4.mul  f32x4.max  v128.store
      local.get out  local.get high${n}  local.get high${n}  local.get slope  f32x4.mul  f32x4.max  v128.store +16
      local.get out  local.get outstep  i32.add  local.set out`,
      )
      .join("\n")}
    local.get near  local.get pace  i32.const ${places}  i32.mul  i32.add  local.set near
    local.get out  local.get end  i32.lt_u  br_if 0
  end
`;

const openLoops = loopsOf(text, ["convolve"]);

/** Maps of one size, the values of the first come first. What comes out is as large, or half that; beyond the rim there is nothing. */
export function* convolve(
  maps: readonly [FeatureMap, ...FeatureMap[]],
  layer: Layer,
  { spacing = 1, stride = 1, slope }: ConvolveOptions,
): Work<FeatureMap> {
  const [{ width, height }] = maps;
  const result = newFeatureMap(Math.ceil(width / stride), Math.ceil(height / stride), layer.to);
  const [from, to] = [roundUp(layer.from, depth), roundUp(layer.to, sums)];
  const reach = layer.taps === 1 ? 0 : spacing;
  const across = roundUp(result.width, places);
  const [paddedWidth, paddedHeight] = [across * stride + 2 * reach, height + 2 * reach];
  const blocks = to / sums;
  const weightsAt = 0;
  const biasesAt = weightsAt + blocks * layer.taps * from * sums;
  const inputAt = biasesAt + blocks * biasLength;
  const outputAt = inputAt + paddedWidth * paddedHeight * from;
  const { memory, run } = openLoops((outputAt + across * to) * 4);
  const floats = new Float32Array(memory.buffer);
  layWeights(floats, layer, from, biasesAt, slope);
  let channel = 0;
  for (const { channels, data } of maps) {
    for (let i = 0; i < width * height; i++) {
      const to = inputAt + ((Math.floor(i / width) + reach) * paddedWidth + (i % width) + reach) * from + channel;
      for (let n = 0; n < channels; n++) floats[to + n] = data[i * channels + n] as number;
    }
    channel += channels;
    yield layShare;
  }
  const [step, line] = [from * 4, paddedWidth * from * 4];
  const around = Math.sqrt(layer.taps);
  const [tap, row] = [reach * step, reach * line];
  const rowsBetween = Math.max(1, Math.floor(workBetweenPauses / (across * from * to * layer.taps)));
  for (let y = 0; y < result.height; y++) {
    const near = inputAt * 4 + y * stride * line;
    for (let block = 0; block < blocks; block++) {
      const out = (outputAt + block * sums) * 4;
      const weights = (weightsAt + block * layer.taps * from * sums) * 4;
      const bias = (biasesAt + block * biasLength) * 4;
      const end = out + across * to * 4;
      run.convolve(near, stride * step, step, tap, around * tap, row, around * row, weights, bias, out, to * 4, end);
    }
    for (let x = 0; x < result.width; x++) {
      const at = outputAt + x * to;
      result.data.set(floats.subarray(at, at + layer.to), (y * result.width + x) * layer.to);
    }
    if ((y + 1) % rowsBetween === 0) yield layShare + (1 - layShare) * ((y + 1) / result.height);
  }
  return result;
}

/** Eight biases, and four times the slope. */
const biasLength = 12;

/** As the loop reads them: eight sums side by side, value by value, neighbour by neighbour. */
function layWeights(floats: Float32Array, layer: Layer, from: number, biasesAt: number, slope: number): void {
  for (let n = 0; n < layer.to; n++) {
    const [block, lane] = [Math.floor(n / sums), n % sums];
    floats[biasesAt + block * biasLength + lane] = layer.biases[n] as number;
    for (let tap = 0; tap < layer.taps; tap++)
      for (let c = 0; c < layer.from; c++) {
        floats[((block * layer.taps + tap) * from + c) * sums + lane] = layer.weights[(n * layer.taps + tap) * layer.from + c] as number;
      }
  }
  for (let at = biasesAt + sums; at < biasesAt + Math.ceil(layer.to / sums) * biasLength; at += biasLength) floats.fill(slope, at, at + 4);
}

function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}
