import { expect, it } from "vitest";
import { newPlane, type Plane } from "../plane.ts";
import { createRandom } from "../random.ts";
import { openCorrelation } from "./correlate.ts";

const random = createRandom(5);
const noisy = (): Plane => {
  const plane = newPlane(61, 47);
  return { ...plane, data: plane.data.map(() => 4 * random() - 2) };
};

it.each([8, 16, 24])("sums the products of two blocks of %d pixels a side, wherever they lie", (side) => {
  const [one, other] = [noisy(), noisy()];
  const correlate = openCorrelation(one, other, side);
  for (let n = 0; n < 50; n++) {
    const [left, otherLeft] = [0, 1].map(() => Math.floor(random() * (62 - side))) as [number, number];
    const [top, otherTop] = [0, 1].map(() => Math.floor(random() * (48 - side))) as [number, number];
    let sum = 0;
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        sum += (one.data[(top + y) * 61 + left + x] as number) * (other.data[(otherTop + y) * 61 + otherLeft + x] as number);
      }
    }
    expect(correlate(left, top, otherLeft, otherTop)).toBeCloseTo(sum, 3);
  }
});
