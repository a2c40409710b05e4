import { describe, expect, it } from "vitest";
import { createRandom } from "../random.ts";
import { finish } from "../work.ts";
import { placeAt } from "./curve.ts";
import { expectColours, offsetsAlong } from "./guide.ts";
import { describeLevel, type Level } from "./level.ts";
import { findLines } from "./lines.ts";
import { halve } from "./pyramid.ts";

const [width, height] = [110, 80];

/** A round hole in a picture that is drawn a pixel at a time, with a little grain. */
function holed(draw: (x: number, y: number) => readonly [number, number, number]): {
  readonly level: Level;
  readonly truth: Uint8ClampedArray;
} {
  const random = createRandom(3);
  const truth = new Uint8ClampedArray(width * height * 3);
  const hole = new Uint8Array(width * height);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    truth.set(
      draw(x, y).map((value) => value + 6 * random()),
      i * 3,
    );
    hole[i] = Math.hypot(x - 55, y - 40) < 22 ? 1 : 0;
  }
  const colours = truth.map((value, i) => (hole[Math.floor(i / 3)] ? 0 : value));
  return { level: finish(describeLevel(width, height, colours, hole)), truth };
}

const horizon = (x: number, y: number): readonly [number, number, number] => (y < 36 + 0.15 * x ? [150, 190, 230] : [60, 90, 50]);
const cable = (x: number, y: number): readonly [number, number, number] =>
  Math.abs(y - 12 - 0.5 * x) < 1.2 ? [30, 30, 40] : [170 - y / 2, 190 - y / 2, 220 - y / 2];
const bowl = (x: number, y: number): readonly [number, number, number] =>
  Math.hypot(x - 55, y - 100) < 60 ? [220, 215, 205] : [120, 80, 50];
/** Stripes that come to the hole from one side only. */
const ending = (x: number, y: number): readonly [number, number, number] => (x < 55 && y % 20 < 3 ? [40, 40, 40] : [200, 190, 180]);

function meanMiss({ level, truth }: ReturnType<typeof holed>): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < level.colours.length; i++) {
    if (!level.hole[Math.floor(i / 3)]) continue;
    sum += Math.abs((level.colours[i] ?? 0) - (truth[i] ?? 0));
    count++;
  }
  return sum / count;
}

describe("lines that go on behind a hole", () => {
  it.each([
    ["a sloping horizon", horizon, 0.15, 43],
    ["a cable before a sky", cable, 0.5, 39],
  ] as const)("are found: %s", (_, draw, slope, middle) => {
    const [line, ...others] = finish(findLines([holed(draw).level], 0));
    expect(others).toEqual([]);
    expect(Math.abs((line?.stepY ?? 9) / (line?.stepX ?? 1) - slope)).toBeLessThan(0.05);
    const crossing = (line?.fromY ?? 0) + ((55 - (line?.fromX ?? 0)) * (line?.stepY ?? 0)) / (line?.stepX ?? 1);
    expect(Math.abs(crossing - middle)).toBeLessThan(2);
  });
  it("are found in coarse grain, where they stand out only at half the size", () => {
    const grain = createRandom(8);
    const { level } = holed((x) => {
      const value = (x < 50 ? 130 : 95) + 50 * (grain() - 0.5);
      return [value, value, value];
    });
    expect(finish(findLines([level], 0))).toEqual([]);
    const [line, ...others] = finish(findLines([level, finish(halve(level))], 0));
    expect(others).toEqual([]);
    expect(Math.abs(line?.stepX ?? 9)).toBeLessThan(0.05);
    expect(Math.abs((line?.fromX ?? 0) - 49.5)).toBeLessThan(1.5);
  });
  it("are found where they are bent, by as much as they are", () => {
    const [rim, ...others] = finish(findLines([holed(bowl).level], 0));
    expect(others).toEqual([]);
    expect(1 / Math.abs(rim?.bend ?? 1)).toBeGreaterThan(50);
    expect(1 / Math.abs(rim?.bend ?? 1)).toBeLessThan(72);
    const [x, y] = rim ? placeAt(rim, rim.length / 2, 0) : [0, 0];
    expect(Math.abs(Math.hypot(x - 55, y - 100) - 60)).toBeLessThan(1.5);
  });
  it("are not made up: of noise, of an even ground, of stripes with nothing to meet", () => {
    const random = createRandom(8);
    const noise = holed(() => [random() * 255, random() * 255, random() * 255]);
    expect([noise, holed(() => [90, 120, 70]), holed(ending)].map(({ level }) => finish(findLines([level], 0)).length)).toEqual([0, 0, 0]);
  });
});

describe("what a hole is expected to hold", () => {
  it.each([
    ["a horizon and both its sides", horizon],
    ["a cable", cable],
    ["the rim of a bowl", bowl],
  ] as const)("has the lines in it: %s", (_, draw) => {
    const [plain, guided] = [holed(draw), holed(draw)];
    finish(expectColours(plain.level, []));
    const firmness = finish(expectColours(guided.level, finish(findLines([guided.level], 0))));
    expect(meanMiss(guided)).toBeLessThan(6);
    expect(meanMiss(guided)).toBeLessThan(meanMiss(plain) / 1.4);
    expect(firmness.every((firm, i) => firm === 0 || guided.level.hole[i] === 1)).toBe(true);
  });
  it("may be copied from along a line, as near to it as whole pixels are", () => {
    const lines = finish(findLines([holed(cable).level], 0));
    const offsets = offsetsAlong(lines);
    expect(offsets.length).toBeGreaterThan(3);
    for (const { dx, dy } of offsets) expect(Math.abs(dy - 0.5 * dx)).toBeLessThan(0.06 * Math.abs(dx) + 0.6);
  });
});
