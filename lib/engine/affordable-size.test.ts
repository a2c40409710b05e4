import { describe, expect, it } from "vitest";
import { affordableSize, mostPixels } from "./affordable-size.ts";
import { parseInstructions } from "./instructions/parse.ts";

const photograph = { width: 6000, height: 4000 };
const sizeFor = (prompt: string) => affordableSize(photograph, parseInstructions(prompt, () => true).steps);

describe("the size an instruction is carried out at", () => {
  it.each(["warmer and a little brighter", "black and white", "turn it to the left", "add a vignette", "变暖"])(
    "is the photograph's own: %s",
    (prompt) => {
      expect(sizeFor(prompt)).toEqual(photograph);
    },
  );

  it.each([
    ["sharpen it", mostPixels.around],
    ["make the sky darker", mostPixels.around],
    ["oil painting", mostPixels.painted],
    ["warmer, and an oil painting", mostPixels.painted],
  ])("is what is affordable, of the same shape: %s", (prompt, most) => {
    const { width, height } = sizeFor(prompt);
    expect(width * height).toBeLessThanOrEqual(most);
    expect(width * height).toBeGreaterThan(most * 0.99);
    expect(Math.abs(width / height - 1.5)).toBeLessThan(0.002);
  });

  it("is never larger than the picture, and never nothing", () => {
    expect(affordableSize({ width: 12, height: 8 }, [])).toEqual({ width: 12, height: 8 });
    expect(affordableSize({ width: 30_000_000, height: 1 }, [])).toMatchObject({ height: 1 });
  });
});
