import { describe, expect, it } from "vitest";
import { hangingOf } from "./hanging.ts";

describe("what is to hang", () => {
  it.each([
    ["hang the painting on the wall", { picture: 0, side: "next" }],
    ["hang my photo above the bed", { over: "bed" }],
    ["place the art print over the couch", { over: "couch" }],
    ["put picture 1 on the wall of picture 2", { picture: 0 }],
    ["put the second picture on the wall of the first", { picture: 1 }],
    ["put the poster on the wall of the first picture", { picture: 1 }],
    ["stick the logo on the wall on the left", { side: "left" }],
    ["把海报贴到墙上", { picture: 0, side: "next" }],
    ["把画挂在床头上方的墙上", { over: "床" }],
    ["墙上挂第二张图", { picture: 1 }],
  ] as const)("%s", (sentence, expected) => {
    expect(hangingOf(sentence)).toMatchObject({ kind: "hang", ...expected });
  });
  it("is flat, and hangs", () => {
    for (const sentence of [
      "hang the lamp over the table",
      "put the dog on the wall",
      "stand the woman by the wall",
      "让女人靠在墙上",
      "把狗放到沙发上",
    ])
      expect(hangingOf(sentence)).toBeUndefined();
  });
});
