import { describe, expect, it } from "vitest";
import type { Frame } from "#lib/wire.ts";
import { grownBetween } from "./grown-between.ts";

const frame = (left: number, bottom: number): Frame => ({
  ...{ method: "paste", expand: { left, top: 0, right: 0, bottom }, box: { x: 0, y: 0, width: 64, height: 64 } },
  ...{ content: [64, 64], working: [64, 64] },
});
const edit = (id: string, parentId: string | null, predictionId: string | null) => ({ id, parentId, predictionId });
const tree = {
  edits: [edit("a", null, null), edit("b", "a", "p1"), edit("c", "b", null), edit("d", "c", "p2"), edit("e", "a", "p3")],
  predictions: [
    { id: "p1", frame: frame(100, 0) },
    { id: "p2", frame: frame(20, 7) },
    { id: "p3", frame: null },
  ],
};

describe("grownBetween", () => {
  it("adds up every growth on the way, also over edits that did not grow", () => {
    expect(grownBetween(tree, "a", "b")).toEqual({ left: 100, top: 0, right: 0, bottom: 0 });
    expect(grownBetween(tree, "a", "d")).toEqual({ left: 120, top: 0, right: 0, bottom: 7 });
    expect(grownBetween(tree, "c", "d")).toEqual({ left: 20, top: 0, right: 0, bottom: 7 });
  });

  it("is nothing where nothing grew, and between edits that do not come of each other", () => {
    expect(grownBetween(tree, "a", "e")).toBeNull();
    expect(grownBetween(tree, "e", "d")).toBeNull();
    expect(grownBetween(tree, "d", "a")).toBeNull();
    expect(grownBetween(tree, undefined, "a")).toBeNull();
  });
});
