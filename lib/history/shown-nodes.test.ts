import { describe, expect, it } from "vitest";
import { shownNodes } from "./shown-nodes.ts";

const node = (id: string, parentId: string | null = null) => ({ id, parentId });
const without = (nodes: readonly ReturnType<typeof node>[], ...hidden: readonly string[]) =>
  shownNodes(nodes, ({ id }) => !hidden.includes(id)).map(({ id, parentId }) => `${parentId ?? "–"}>${id}`);

describe("a tree of which some nodes are hidden", () => {
  const tree = [node("a"), node("b", "a"), node("c", "b"), node("d", "c"), node("e", "b")];

  it("joins what hangs below a hidden node to the nearest one above that is shown", () => {
    expect(without(tree, "b")).toEqual(["–>a", "a>c", "c>d", "a>e"]);
    expect(without(tree, "b", "c")).toEqual(["–>a", "a>d", "a>e"]);
  });

  it("makes the children of a hidden root roots", () => {
    expect(without(tree, "a")).toEqual(["–>b", "b>c", "c>d", "b>e"]);
    expect(without(tree, "a", "b", "c")).toEqual(["–>d", "–>e"]);
  });

  it("is the very same list while nothing is hidden, and leaves unknown parents as they are", () => {
    expect(shownNodes(tree, () => true)).toBe(tree);
    expect(without([node("x", "gone"), node("y", "x")], "x")).toEqual(["gone>y"]);
  });

  it("ends where parents run in a circle, and walks a chain of thousands", () => {
    expect(without([node("a", "b"), node("b", "a"), node("c", "a")], "a", "b")).toEqual(["a>c"]);
    const chain = Array.from({ length: 5000 }, (_, at) => node(`n${at}`, at === 0 ? null : `n${at - 1}`));
    expect(shownNodes(chain, ({ id }) => id === "n0" || id === "n4999")).toEqual([node("n0"), node("n4999", "n0")]);
  });
});
