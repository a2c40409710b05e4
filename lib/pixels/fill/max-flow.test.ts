import { describe, expect, it } from "vitest";
import { createRandom } from "../random.ts";
import { FlowNetwork } from "./max-flow.ts";

interface Edge {
  readonly a: number;
  readonly b: number;
  readonly there: number;
  readonly back: number;
}

function costOf(leans: readonly number[], edges: readonly Edge[], isSink: (node: number) => boolean): number {
  let cost = 0;
  leans.forEach((lean, node) => {
    if (lean > 0 && isSink(node)) cost += lean;
    if (lean < 0 && !isSink(node)) cost -= lean;
  });
  for (const { a, b, there, back } of edges) {
    if (!isSink(a) && isSink(b)) cost += there;
    if (isSink(a) && !isSink(b)) cost += back;
  }
  return cost;
}

function cut(leans: readonly number[], edges: readonly Edge[]): FlowNetwork {
  const network = new FlowNetwork(leans.length, edges.length);
  const numbers = edges.map(({ a, b }) => network.connect(a, b));
  network.empty();
  edges.forEach(({ there, back }, n) => {
    network.widen(numbers[n] ?? 0, there, back);
  });
  leans.forEach((cost, node) => {
    network.lean(node, cost);
  });
  network.cut();
  return network;
}

describe("the cheapest cut", () => {
  it("goes through the narrowest edge of a chain", () => {
    const edges = [
      { a: 0, b: 1, there: 5, back: 5 },
      { a: 1, b: 2, there: 2, back: 2 },
      { a: 2, b: 3, there: 6, back: 6 },
    ];
    const network = cut([9, 0, 0, -9], edges);
    expect([0, 1, 2, 3].map((node) => network.isOnSinkSide(node))).toEqual([false, false, true, true]);
  });
  it("follows the direction of an edge", () => {
    const network = cut([4, -9], [{ a: 0, b: 1, there: 0, back: 100 }]);
    expect([network.isOnSinkSide(0), network.isOnSinkSide(1)]).toEqual([false, true]);
  });
  it("costs as little as the best of all cuts of a random network", () => {
    const random = createRandom(11);
    const whole = (below: number): number => Math.floor(random() * below);
    for (let round = 0; round < 60; round++) {
      const nodes = 2 + whole(8);
      const leans = Array.from({ length: nodes }, () => whole(21) - 10);
      const edges: Edge[] = Array.from({ length: whole(18) }, () => {
        const a = whole(nodes);
        return { a, b: (a + 1 + whole(nodes - 1)) % nodes, there: whole(9), back: whole(9) };
      });
      const network = cut(leans, edges);
      let best = Infinity;
      for (let bits = 0; bits < 2 ** nodes; bits++)
        best = Math.min(
          best,
          costOf(leans, edges, (node) => ((bits >> node) & 1) === 1),
        );
      expect(costOf(leans, edges, (node) => network.isOnSinkSide(node))).toBe(best);
    }
  });
});
