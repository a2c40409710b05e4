import { expect, it } from "vitest";
import { findHeavyFirstLoads, firstLoads } from "./first-load.ts";
import { readTree } from "./read-tree.ts";

it("a first visit brings nothing that draws or reads pixels", () => {
  const tree = readTree();
  expect(firstLoads.filter((entry) => !tree.has(entry))).toEqual([]);
  expect(findHeavyFirstLoads(tree)).toEqual([]);
});

it("the way to what is too heavy is told, unless it is only a type or asked for later", () => {
  const tree = new Map([
    [
      "a.tsx",
      'import { b } from "./b.ts";\nimport type { M } from "#lib/mask/packed-mask.ts";\nconst c = () => import("#lib/pixels/c.ts");',
    ],
    ["b.ts", 'export { draw } from "#lib/mask/rasterise.ts";\nimport "konva";'],
  ]);
  expect(findHeavyFirstLoads(tree, ["a.tsx"])).toEqual(["a.tsx → b.ts → lib/mask/rasterise.ts", "a.tsx → b.ts → konva"]);
});
