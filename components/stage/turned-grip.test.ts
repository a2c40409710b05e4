import { describe, expect, it } from "vitest";
import { toScreen } from "#components/ui/viewport.ts";
import { corners, edges } from "./pull-sides.ts";
import { resizeCursor, turnArrow } from "./turned-grip.ts";

const names = (angle: number) => [...edges, ...corners].map((grip) => resizeCursor(grip, angle).slice(7, -7));

describe("a handle's cursor", () => {
  it("shows which way it can be pulled on an upright picture", () => {
    expect(names(0)).toEqual(["ns", "ew", "ns", "ew", "nwse", "nesw", "nwse", "nesw"]);
  });

  it("turns with the picture", () => {
    expect(names(Math.PI / 2)).toEqual(["ew", "ns", "ew", "ns", "nesw", "nwse", "nesw", "nwse"]);
    expect(names(Math.PI / 4)).toEqual(["nesw", "nwse", "nesw", "nwse", "ns", "ew", "ns", "ew"]);
    expect(names(-Math.PI / 4)).toEqual(["nwse", "nesw", "nwse", "nesw", "ew", "ns", "ew", "ns"]);
    expect(names(Math.PI / 12)).toEqual(names(0));
    expect(names(-Math.PI)).toEqual(names(0));
  });
});

describe("an arrow key", () => {
  it("goes the way it points on the screen, as near as the picture's sides allow", () => {
    for (const angle of [0, 0.3, Math.PI / 2, 2.8, -Math.PI / 2, -2]) {
      for (const [across, down] of [
        [1, 0],
        [0, 1],
        [-1, 0],
        [0, -1],
      ] as const) {
        const [x, y] = turnArrow([across, down], angle);
        const seen = toScreen({ zoom: 1, x: 0, y: 0, angle }, { x, y });
        expect(seen.x * across + seen.y * down).toBeGreaterThan(0.7);
      }
    }
  });
});
