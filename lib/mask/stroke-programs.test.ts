/** Two hundred painted masks beside the reference, on as many screens: every sharpness fifty times. */
import { expect, it } from "vitest";
import { type Point, toScreen } from "#components/ui/viewport.ts";
import { drawReference, type Gesture, operationOf, type Program, sharedBy } from "#lib/testing/mask-reference.ts";
import type { CombineMode } from "./mask-document.ts";
import { rasterise } from "./rasterise.ts";

const pixelRatios = [1, 1.5, 2, 3] as const;

function drawProgram(seed: number): Program {
  let state = seed * 2_654_435_761 + 1;
  const random = () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
    return state / 2 ** 32;
  };
  const pick = <Value>(...values: readonly [Value, ...Value[]]): Value => values[Math.floor(random() * values.length)] ?? values[0];
  const width = 24 + Math.floor(random() * 60);
  const height = 24 + Math.floor(random() * 60);
  const zoom = 0.02 * 1600 ** random();
  const view = { zoom, x: random() * 900 - 450, y: random() * 600 - 300, angle: pick(0, 0, Math.PI / 12, random() * 6 - 3) };
  const pixelRatio = pixelRatios[seed % pixelRatios.length] ?? 1;
  // Pointers stand on whole pixels of the device.
  const place = (): Point => {
    const { x, y } = toScreen(view, { x: random() * width * 1.2 - width * 0.1, y: random() * height * 1.2 - height * 0.1 });
    return { x: Math.round(x * pixelRatio) / pixelRatio, y: Math.round(y * pixelRatio) / pixelRatio };
  };
  const places = (count: number) => Array.from({ length: count }, place);
  const gesture = (): Gesture => {
    const kind = pick("stroke", "stroke", "stroke", "stroke", "polygon", "rectangle", "ellipse", "invert", "clear");
    if (kind === "invert" || kind === "clear") return { kind };
    if (kind === "stroke") {
      const isPen = random() < 0.4;
      const dabs = places(1 + Math.floor(random() * 6)).map((at) => ({ ...at, pressure: isPen ? 0.1 + 0.9 * random() : 1 }));
      return { kind, mode: pick("add", "add", "subtract"), size: 1 + random() * 30, hardness: pick(0, 0.4, 0.8, 1), dabs };
    }
    const mode = pick<CombineMode>("add", "add", "subtract", "intersect");
    if (kind === "polygon") return { kind, mode, corners: places(3 + Math.floor(random() * 5)) };
    return { kind, mode, from: place(), to: place() };
  };
  return { width, height, view, gestures: Array.from({ length: 2 + Math.floor(random() * 8) }, gesture) };
}

it.each(pixelRatios)(
  "is another on less than one pixel in a thousand, in each of 50 masks at any zoom and turn, at %s pixels a point",
  (ratio) => {
    const shares = Array.from({ length: 50 }, (_, at) => {
      const seed = at * pixelRatios.length + pixelRatios.indexOf(ratio);
      const program = drawProgram(seed);
      const { width, height, view, gestures } = program;
      const mask = rasterise({ width, height, operations: gestures.map((gesture) => operationOf(gesture, view)) });
      return { seed, share: sharedBy(mask, drawReference(program)) };
    });
    expect(shares.filter(({ share }) => share < 0.999)).toEqual([]);
  },
);

it("is drawn by the programs at all: most masks are neither empty nor full", () => {
  const painted = Array.from({ length: 200 }, (_, seed) => {
    const { width, height, view, gestures } = drawProgram(seed);
    const mask = rasterise({ width, height, operations: gestures.map((gesture) => operationOf(gesture, view)) });
    return mask.some((level) => level > 127) && mask.some((level) => level < 128);
  });
  expect(painted.filter(Boolean).length).toBeGreaterThan(120);
});
