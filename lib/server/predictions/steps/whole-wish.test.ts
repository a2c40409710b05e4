import { describe, expect, it } from "vitest";
import { asksForTheWhole } from "./whole-wish.ts";

describe("words for the whole picture", () => {
  it.each([
    "warmer",
    "a little brighter",
    "Make this a 90s cartoon",
    "golden hour light, keep the village as it is",
    "black and white",
    "Turn the photo into winter",
    "更暖一点",
    "变成夜晚",
    "油画风格",
  ])("are heard in “%s”", (prompt) => {
    expect(asksForTheWhole(prompt)).toBe(true);
  });
  it.each([
    "remove the boat",
    "make the car red",
    "replace the sign with the word OPEN",
    "add a hat",
    "把红色的车改成蓝色",
    "去掉电线",
    undefined,
    7,
  ])("are not heard in “%s”", (prompt) => {
    expect(asksForTheWhole(prompt)).toBe(false);
  });
});
