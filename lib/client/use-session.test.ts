import { expect, it } from "vitest";
import { placeToGo } from "./use-session.ts";

it("goes on to where somebody wanted to be, within the studio", () => {
  expect(placeToGo("?to=%2Fprojects%2Fprj_1%3Fedit%3Dedt_2")).toBe("/projects/prj_1?edit=edt_2");
  expect(placeToGo("")).toBe("/");
});

it.each(["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "evil"])("never leaves it for %s", (to) => {
  expect(placeToGo(`?to=${encodeURIComponent(to)}`)).toBe("/");
});
