import { expect, test } from "vitest";
import { countBranches } from "./count-branches.ts";

/** "b<a" came from a; "!" before it: deleted. */
function tree(...places: readonly string[]) {
  return places.map((text) => {
    const [id = "", parentId = null] = text.replace("!", "").split("<");
    return { id, parentId, isDeleted: text.startsWith("!") };
  });
}

test("a project without edits has no branch, a chain has one, a fork two", () => {
  expect(countBranches([])).toBe(0);
  expect(countBranches(tree("a", "b<a", "c<b"))).toBe(1);
  expect(countBranches(tree("a", "b<a", "c<a"))).toBe(2);
  expect(countBranches(tree("a", "b"))).toBe(2);
});

test("deleted edits neither end a branch nor cut one off", () => {
  expect(countBranches(tree("a", "b<a", "!c<a"))).toBe(1);
  expect(countBranches(tree("a", "!b<a", "!c<b"))).toBe(1);
  expect(countBranches(tree("a", "!b<a", "!c<b", "d<c"))).toBe(1);
  expect(countBranches(tree("a", "!b<a", "c<b", "d<b"))).toBe(2);
});
