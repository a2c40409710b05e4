import { describe, expect, it } from "vitest";
import { differences, heatMap, mostDeltaE } from "./heat.ts";

const picture = (...colours: readonly (readonly [number, number, number])[]) =>
  new Uint8ClampedArray(colours.flatMap((colour) => [...colour, 255]));

describe("differences", () => {
  it("are nothing where nothing differs, and never nothing where something does", () => {
    const plane = differences(picture([9, 9, 9], [200, 100, 50], [0, 0, 0]), picture([9, 9, 9], [200, 100, 51], [255, 255, 255]));
    expect(plane[0]).toBe(0);
    expect(plane[1]).toBeGreaterThan(0);
    expect(plane[1]).toBeLessThan(6);
    expect(plane[2]).toBe(255);
  });
});

describe("heatMap", () => {
  it("shows what lies above the threshold and tells its share", () => {
    const { data, share } = heatMap(Uint8Array.of(0, 9, 11, 255), 2);
    expect(share).toBe(0.5);
    expect([data[3], data[7], data[11], data[15]]).toEqual([0, 0, 235, 235]);
  });

  it("is lighter where the difference is larger", () => {
    const { data } = heatMap(Uint8Array.of(3, 60, 160, 255), 0);
    const light = [0, 4, 8, 12].map((at) => (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0));
    expect(light).toEqual([...light].sort((a, b) => a - b));
    expect(new Set(light).size).toBe(4);
  });

  it("is empty at the highest threshold", () => {
    expect(heatMap(Uint8Array.of(255, 255), mostDeltaE).share).toBe(0);
  });
});
