import { expect, test } from "vitest";
import { foldText, likePattern } from "./search-text.ts";

test("capital letters, wide letters and joined accents are looked for as one", () => {
  expect(["ÄRGER", "A\u0308rger", "Ärger"].map(foldText)).toEqual(["ärger", "ärger", "ärger"]);
  expect(foldText("ＦＬＵＸ")).toBe("flux");
});

test("signs that mean something to a database stand for themselves", () => {
  expect(likePattern("50% _A\\")).toBe("%50\\% \\_a\\\\%");
});
