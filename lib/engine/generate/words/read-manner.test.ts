import { describe, expect, it } from "vitest";
import { describeStep } from "#lib/engine/instructions/operation.ts";
import { readManner } from "./read-manner.ts";

const read = (prompt: string): string => {
  const manner = readManner(prompt);
  if (manner === undefined) return "none";
  return `${manner.operations.map((operation) => describeStep({ operation, except: [] })).join("; ")}: ${manner.rest.trim()}`;
};

describe("the manner of a painted scene", () => {
  it.each([
    ["Watercolour of a sailboat on a lake", "watercolour: a sailboat on a lake"],
    ["a city skyline, pencil sketch", "pencil sketch: a city skyline,"],
    ["油画风格的海边日落", "oil painting: 的海边日落"],
    ["水墨山水", "black and white; fog at 50 %; contrast +60 %; watercolour: 山水"],
    ["linocut print of a lighthouse", "ink drawing: a lighthouse"],
    ["pixel art forest at night", "pixel art: forest at night"],
    ["riso print of mountains", "halftone; duotone from navy to cream: mountains"],
    ["mountains, risograph, pink and blue", "halftone; duotone from blue to pink: mountains, , pink and blue"],
    ["black and white photograph of dunes", "black and white: dunes"],
  ])("%s", (prompt, expected) => {
    expect(read(prompt)).toBe(expected);
  });
  it("is none where no word names one, and where the word is lettering", () => {
    for (const prompt of ["a lake", 'poster with the words "PIXEL ART"', "black and white stripes", "海报，文字“水墨”"]) {
      expect(read(prompt)).toBe("none");
    }
  });
});
