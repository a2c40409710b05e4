import { expect, it } from "vitest";
import { spread } from "./grow.ts";

const row = (mask: Uint8Array, width: number, y: number) => [...mask.subarray(y * width, (y + 1) * width)];

it("is wholly painted up to a distance, fades over the next, and is untouched beyond", () => {
  const mask = new Uint8Array(21 * 5);
  for (let y = 0; y < 5; y++) mask[y * 21] = 255;
  spread(mask, 21, 5, { opaque: 4, seam: 8 });
  expect(row(mask, 21, 2)).toEqual([255, 255, 255, 255, 255, 223, 191, 159, 128, 96, 64, 32, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
});

it("keeps what is more painted than the fading would have it", () => {
  const mask = Uint8Array.of(255, 0, 0, 90, 100);
  spread(mask, 5, 1, { opaque: 0, seam: 4 });
  expect([...mask]).toEqual([255, 191, 128, 90, 100]);
});
