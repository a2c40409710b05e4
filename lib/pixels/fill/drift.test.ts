import { describe, expect, it } from "vitest";
import { finish } from "../work.ts";
import { coarsen, placeDrift, solveDrift } from "./drift.ts";
import { describeLevel } from "./level.ts";
import { smoothSeams } from "./poisson.ts";

describe("the drift that hides seams", () => {
  it("comes as near to the exact solution on a large round hole as slow rounds do", () => {
    const [width, height] = [120, 100];
    const places = Int32Array.from({ length: width * height }, (_, i) => i).filter(
      (i) => Math.hypot((i % width) - 60, Math.floor(i / width) - 50) < 45,
    );
    const grid = finish(placeDrift(width, height, places, 0));
    const pull = Float32Array.from({ length: places.length * 3 }, (_, n) => {
      const x = (places[Math.floor(n / 3)] ?? 0) % width;
      return x === 50 ? 30 + (n % 3) : x === 51 ? -12 : 0;
    });
    const exact = new Float32Array(places.length * 3 + 3);
    for (let round = 0; round < 400; round++) {
      for (let n = 0; n < places.length * 3; n++) {
        const cell = Math.floor(n / 3);
        let sum = pull[n] ?? 0;
        for (let k = 0; k < 4; k++) sum += exact[(grid.neighbours[cell * 4 + k] ?? 0) + (n % 3)] ?? 0;
        exact[n] = -0.92 * (exact[n] ?? 0) + (1.92 * sum) / (grid.diagonal[cell] ?? 1);
      }
    }
    const found = finish(solveDrift(finish(coarsen(grid)), pull));
    const largest = exact.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const error = exact.reduce((most, value, n) => Math.max(most, Math.abs(value - (found[n] ?? 0))), 0);
    expect(largest).toBeGreaterThan(100);
    expect(error / largest).toBeLessThan(0.03);
  });
  it("takes a flat copy to the slope of what is around it, but for the little pull back", () => {
    const [width, height] = [90, 40];
    const isOpen = (x: number, y: number): boolean => x >= 40 && x < 60 && y >= 15 && y < 25;
    const hole = Uint8Array.from({ length: width * height }, (_, i) => (isOpen(i % width, Math.floor(i / width)) ? 1 : 0));
    const slope = (i: number): number => Math.min(200, 40 + 2 * (i % width));
    const colours = Uint8ClampedArray.from({ length: width * height * 3 }, (_, k) =>
      hole[Math.floor(k / 3)] ? 200 : slope(Math.floor(k / 3)),
    );
    const level = finish(describeLevel(width, height, colours, hole));
    const flat = 20 * width + 85;
    finish(
      smoothSeams(
        level,
        Int32Array.from(hole, (unknown) => (unknown ? flat : -1)),
      ),
    );
    for (let i = 0; i < hole.length; i++) expect(Math.abs((colours[i * 3] ?? 0) - slope(i))).toBeLessThan(hole[i] ? 4 : 0.5);
  });
});
