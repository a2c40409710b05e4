/** How far a result is from what the picture would look like in its colours: five measures, each blind to something else. */
import { boxBlur } from "../blur.ts";
import { lumaOf } from "../colour.ts";
import { newPlane, type Plane } from "../plane.ts";
import type { Samples } from "./placement.ts";

export interface Measures {
  /** About a unit of ΔE each, but for what they are divided by afterwards. */
  readonly values: readonly Float32Array[];
  /** Contrast of the neighbourhood: noise grows with it. */
  readonly texture: Float32Array;
}

/** Roughly ΔE for a step of luma, and of chroma. */
const lumaWeight = 0.4;
const chromaWeight = 0.45;

/** RGB, placed on each other; `isSeen` is 0 where the result shows nothing. */
export function measureChange(expected: Samples, result: Samples, isSeen: Uint8Array): Measures {
  const { width, height } = expected;
  const [before, after] = [newPlane(width, height), newPlane(width, height)];
  const [light, blue, red] = [newPlane(width, height), newPlane(width, height), newPlane(width, height)];
  for (let i = 0, at = 0; i < isSeen.length; i++, at += 3) {
    const y = lumaOf(expected.data[at] as number, expected.data[at + 1] as number, expected.data[at + 2] as number);
    before.data[i] = y * lumaWeight;
    after.data[i] = before.data[i] as number;
    if (isSeen[i] === 0) continue;
    const d = lumaOf(result.data[at] as number, result.data[at + 1] as number, result.data[at + 2] as number) - y;
    after.data[i] = (y + d) * lumaWeight;
    light.data[i] = d * lumaWeight;
    red.data[i] = ((result.data[at] as number) - (expected.data[at] as number) - d) * chromaWeight;
    blue.data[i] = ((result.data[at + 2] as number) - (expected.data[at + 2] as number) - d) * chromaWeight;
  }
  const texture = roughness(before, soften(before, 3));
  const fine = [soften(before, 1), soften(after, 1)] as const;
  const soft = [soften(light, 2), soften(blue, 2), soften(red, 2)] as const;
  const smooth = [soften(soft[0], 5), soften(soft[1], 5), soften(soft[2], 5)] as const;
  return {
    values: [fineChange(fine[0], fine[1]), lengths(soft), lengths(smooth), roughness(soften(light, 1), soft[0]), lost(fine[0], fine[1])],
    texture,
  };
}

/** As good as a Gaussian here, in two passes. */
function soften(plane: Plane, radius: number): Plane {
  return boxBlur(boxBlur(plane, radius), radius);
}

/** Luma outside of what the picture has within a pixel around. */
function fineChange(before: Plane, after: Plane): Float32Array {
  const { width, height } = before;
  const [a, b] = [before.data, after.data];
  const beyond = newPlane(width, height);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      let [low, high] = [a[at] as number, a[at] as number];
      for (let row = at - width; row <= at + width; row += width) {
        for (let i = row - 1; i <= row + 1; i++) {
          const value = a[i] as number;
          if (value < low) low = value;
          else if (value > high) high = value;
        }
      }
      const value = b[at] as number;
      beyond.data[at] = value < low ? value - low : value > high ? value - high : 0;
    }
  }
  const soft = soften(beyond, 1).data;
  for (let i = 0; i < soft.length; i++) soft[i] = Math.abs(soft[i] as number);
  return soft;
}

/** Texture that went or came: a softened result loses some everywhere, and that is divided out with the rest of the noise. */
function lost(before: Plane, after: Plane): Float32Array {
  const own = roughness(before, boxBlur(before, 5));
  const other = roughness(after, boxBlur(after, 5));
  for (let i = 0; i < own.length; i++) own[i] = Math.abs((other[i] as number) - (own[i] as number));
  return own;
}

function lengths([a, b, c]: readonly [Plane, Plane, Plane]): Float32Array {
  const result = new Float32Array(a.data.length);
  for (let i = 0; i < result.length; i++) {
    result[i] = Math.sqrt((a.data[i] as number) ** 2 + (b.data[i] as number) ** 2 + (c.data[i] as number) ** 2);
  }
  return result;
}

/** Root of the mean square of what is finer than `slow`. */
function roughness(plane: Plane, slow: Plane): Float32Array {
  const power = newPlane(plane.width, plane.height);
  for (let i = 0; i < power.data.length; i++) power.data[i] = ((plane.data[i] as number) - (slow.data[i] as number)) ** 2;
  const { data } = boxBlur(power, 4);
  for (let i = 0; i < data.length; i++) data[i] = Math.sqrt(Math.max(0, data[i] as number));
  return data;
}
