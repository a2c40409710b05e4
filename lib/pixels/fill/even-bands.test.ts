import { describe, expect, it } from "vitest";
import { createRandom } from "../random.ts";
import { finish } from "../work.ts";
import { evenBands } from "./even-bands.ts";
import { describeLevel, type Level } from "./level.ts";

const side = 160;
const isHole = (i: number): boolean => Math.hypot((i % side) - 80, Math.floor(i / side) - 80) < 36;

/** Grain all over, so many times as strong in a round hole. */
function grained(inside: number): Level {
  const random = createRandom(3);
  const colours = new Uint8ClampedArray(side * side * 3);
  const hole = new Uint8Array(side * side);
  for (let i = 0; i < side * side; i++) {
    hole[i] = isHole(i) ? 1 : 0;
    colours.fill(120 + 40 * (random() - 0.5) * (hole[i] ? inside : 1), i * 3, i * 3 + 3);
  }
  return finish(describeLevel(side, side, colours, hole));
}

/** The mean step between neighbours well inside the hole. */
function roughness({ colours }: Level): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < side * side; i++) {
    if (Math.hypot((i % side) - 80, Math.floor(i / side) - 80) > 26) continue;
    sum += Math.abs((colours[i * 3] as number) - (colours[i * 3 + 3] as number));
    count++;
  }
  return sum / count;
}

describe("evening out the bands of a fill", () => {
  it.each([0.5, 1.8])("brings grain of %s times the strength nearer to what surrounds it", (inside) => {
    const level = grained(inside);
    const [before, aim] = [roughness(level), roughness(grained(1))];
    finish(evenBands(level));
    expect(Math.abs(roughness(level) - aim)).toBeLessThan(0.8 * Math.abs(before - aim));
  });
  it("leaves what is alike, and all that is known, as it is", () => {
    const level = grained(1);
    const before = level.colours.slice();
    finish(evenBands(level));
    const moved = level.colours.map((value, at) => Math.abs(value - (before[at] as number)));
    expect(Math.max(...moved)).toBeLessThanOrEqual(2);
    const weak = grained(0.4);
    const known = weak.colours.slice();
    finish(evenBands(weak));
    for (let i = 0; i < side * side; i++) if (!isHole(i)) expect(weak.colours[i * 3]).toBe(known[i * 3]);
  });
  it("does nothing where nothing is missing", () => {
    const whole = finish(describeLevel(4, 4, new Uint8ClampedArray(48).fill(9), new Uint8Array(16)));
    finish(evenBands(whole));
    expect(whole.colours.every((value) => value === 9)).toBe(true);
  });
});
