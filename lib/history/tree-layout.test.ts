import { describe, expect, it } from "vitest";
import { countBranches, layoutTree } from "./tree-layout.ts";

const node = (id: string, parentId: string | null = null) => ({ id, parentId });
const placesOf = (nodes: readonly ReturnType<typeof node>[]) =>
  Object.fromEntries(layoutTree(nodes).places.map(({ id, column, lane }) => [id, [column, lane]]));

describe("a tree of edits", () => {
  it("goes on in its lane, and begins a new one for each further child", () => {
    const nodes = [node("a"), node("b", "a"), node("c", "b"), node("d", "b"), node("e", "a"), node("f", "c")];
    expect(placesOf(nodes)).toEqual({ a: [0, 0], b: [1, 0], c: [2, 0], f: [3, 0], d: [2, 1], e: [1, 2] });
    expect(layoutTree(nodes)).toMatchObject({ columns: 4, lanes: 3 });
    expect(countBranches(nodes)).toBe(3);
  });

  it("takes an edit whose parent is gone for a root of its own", () => {
    expect(placesOf([node("a"), node("x", "gone"), node("y", "x")])).toEqual({ a: [0, 0], x: [0, 1], y: [1, 1] });
  });

  it("puts no two on one place, however deep and wide", () => {
    const nodes = Array.from({ length: 20_000 }, (_, index) =>
      node(`n${index}`, index === 0 ? null : `n${index % 7 === 0 ? index >> 1 : index - 1}`),
    );
    const { places } = layoutTree(nodes);
    expect(places).toHaveLength(20_000);
    expect(new Set(places.map(({ column, lane }) => `${column} ${lane}`)).size).toBe(20_000);
  });

  it("is empty without edits", () => {
    expect(layoutTree([])).toEqual({ places: [], columns: 0, lanes: 0 });
    expect(countBranches([])).toBe(0);
  });
});
