import { expect, it } from "vitest";
import { searchItems } from "./search-items.ts";

const items = ["Undo", "Brush", "Zoom in", "Clear the mask", "Fill the mask"].map((name) => ({ name }));
const find = (words: string) => searchItems(items, words).map(({ name }) => name);

it("finds every item that has all words, those that begin so first", () => {
  expect(find("the mask fill")).toEqual(["Fill the mask"]);
  expect(find("u")).toEqual(["Undo", "Brush"]);
  expect(find("  ")).toHaveLength(5);
  expect(find("nothing")).toEqual([]);
});
