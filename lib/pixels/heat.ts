/** Where two pictures differ and how much, as numbers and as a map one can look at. */
import { rgbToLab } from "./colour.ts";

/** Differences are kept in steps of a fifth of a CIE 1976 unit; everything from 51 on is one. */
const stepsPerUnit = 5;
export const mostDeltaE = 255 / stepsPerUnit;

/** One value a pixel for two RGBA pictures of one size. */
export function differences(one: Uint8ClampedArray, other: Uint8ClampedArray): Uint8Array {
  const plane = new Uint8Array(one.length / 4);
  for (let at = 0, pixel = 0; pixel < plane.length; at += 4, pixel += 1) {
    const [red, green, blue] = [one[at] ?? 0, one[at + 1] ?? 0, one[at + 2] ?? 0];
    const [otherRed, otherGreen, otherBlue] = [other[at] ?? 0, other[at + 1] ?? 0, other[at + 2] ?? 0];
    if (red === otherRed && green === otherGreen && blue === otherBlue) continue;
    const first = rgbToLab(red, green, blue);
    const second = rgbToLab(otherRed, otherGreen, otherBlue);
    const distance = Math.hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
    // What differs at all is never told as nothing.
    plane[pixel] = Math.max(1, Math.min(255, Math.round(distance * stepsPerUnit)));
  }
  return plane;
}

/** From violet (just above the threshold) over orange to pale yellow: it gets lighter as it grows, also without colours. */
const stops = [
  [91, 33, 160],
  [205, 62, 82],
  [249, 149, 40],
  [252, 246, 180],
] as const;

/** RGBA: transparent up to the threshold. `share` is how much of the picture lies above it. */
export function heatMap(
  plane: Uint8Array,
  thresholdDeltaE: number,
): { readonly data: Uint8ClampedArray<ArrayBuffer>; readonly share: number } {
  const data = new Uint8ClampedArray(plane.length * 4);
  const threshold = thresholdDeltaE * stepsPerUnit;
  const colours = Array.from({ length: 256 }, (_, value) => colourOf(value));
  let count = 0;
  for (let pixel = 0; pixel < plane.length; pixel += 1) {
    const value = plane[pixel] ?? 0;
    if (value <= threshold) continue;
    count += 1;
    const [red = 0, green = 0, blue = 0] = colours[value] ?? [];
    data.set([red, green, blue, 235], pixel * 4);
  }
  return { data, share: plane.length === 0 ? 0 : count / plane.length };
}

function colourOf(value: number): readonly number[] {
  // Small differences are what one looks for: the scale opens up below.
  const at = Math.sqrt(value / 255) * (stops.length - 1);
  const low = Math.min(stops.length - 2, Math.floor(at));
  const [from, to] = [stops[low] ?? stops[0], stops[low + 1] ?? stops[0]];
  return from.map((part, channel) => Math.round(part + ((to[channel] ?? 0) - part) * (at - low)));
}
