import { expect, it } from "vitest";
import { MarchingOutline } from "./marching-outline.ts";
import { mixTint, paintOverlay } from "./overlay-pixels.ts";
import { usualOverlay } from "./overlay-style.ts";

/** A box of 8 by 4 pixels in the middle of 12 by 8. */
const [width, height] = [12, 8];
const pixels = Uint8Array.from({ length: width * height }, (_, at) => {
  const [x, y] = [at % width, Math.floor(at / width)];
  return x >= 2 && x < 10 && y >= 2 && y < 6 ? 255 : 0;
});

function lights(words: Uint32Array, row: number): string {
  return Array.from({ length: width }, (_, x) => (((words[row * width + x] ?? 0) & 255) > 200 ? "o" : "x")).join("");
}

it("walks along the outline, the line beside it always of the other kind, and comes around again", () => {
  const words = new Uint32Array(width * height);
  const whole = { left: 0, top: 0, right: width, bottom: height };
  paintOverlay(words, { pixels, width, height }, whole, "overlay", mixTint(usualOverlay));
  const before = words.slice();
  const outline = new MarchingOutline({ pixels, width, height });
  expect(outline.step(words)).toEqual({ left: 1, top: 1, right: 11, bottom: 7 });
  const [inner, outer] = [lights(words, 2).slice(2, 10), lights(words, 1).slice(2, 10)];
  // Steps of four; one row further up the dash is one pixel further along, and of the other kind.
  expect([inner, outer]).toEqual(["xxxoooox", "ooooxxxx"]);
  for (let step = 0; step < 8; step += 1) outline.step(words);
  expect(lights(words, 2).slice(2, 10)).toBe(inner);
  // Nothing but the outline was touched.
  const inside = 4 * width + 5;
  expect(words[inside]).toBe(before[inside]);
});
