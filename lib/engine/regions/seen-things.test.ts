import { describe, expect, it } from "vitest";
import type { Rgb } from "#lib/pixels/colour.ts";
import { drawingOf, isDisc } from "#lib/testing/drawn-things.ts";
import { valueAt as at, meantThing as meant } from "#lib/testing/meant-thing.ts";

const draw = drawingOf(320, 240);

const grain = (x: number, y: number): number => ((x * 7 + y * 13) % 5) * 2;

describe("a thing that is seen", () => {
  it.each(["the black suit", "黑色的西装"])("keeps what is as dark as it out of %s", (said) => {
    const picture = draw((x, y): Rgb => {
      if (isDisc(x, y, 160, 62, 15)) return [205, 160, 132];
      const isSuit = Math.abs(x - 160) < 26 && y > 76;
      const isStreet = y > 206;
      return isSuit || isStreet ? [24, 24 + grain(x, y), 28] : [168 - grain(x, y), 150, 128];
    });
    const mask = meant(picture, said);
    expect(at(mask, 160, 130)).toBeGreaterThan(0.9);
    expect(Math.max(at(mask, 30, 230), at(mask, 300, 228))).toBeLessThan(0.1);
  });

  it("is all of a grey scarecrow that wears a red scarf", () => {
    const picture = draw((x, y): Rgb => {
      if (Math.abs(x - 160) < 24 && y > 84 && y < 116) return [200, 40, 44];
      if (isDisc(x, y, 160, 64, 22)) return [176, 174 - grain(x, y), 172];
      if (Math.abs(x - 160) < 24 + (y - 90) / 5 && y > 84 && y < 218) return [158, 156 - grain(x, y), 154];
      return y > 206 ? [110, 104 + grain(x, y), 92] : [66, 78 + grain(x, y), 96];
    });
    const mask = meant(picture, "the scarecrow");
    expect(Math.min(at(mask, 160, 64), at(mask, 160, 100), at(mask, 150, 180))).toBeGreaterThan(0.8);
    expect(Math.max(at(mask, 30, 100), at(mask, 290, 60))).toBeLessThan(0.1);
  });

  it("is a white bird in the shade, and not the sky behind it", () => {
    const picture = draw((x, y): Rgb => {
      const isBody = ((x - 160) / 46) ** 2 + ((y - 100) / 16) ** 2 < 1;
      const isWing = Math.abs(x - 168 - (92 - y) * 0.5) < 14 && y > 40 && y < 96;
      const isHead = isDisc(x, y, 210, 90, 10);
      if (isBody || isWing || isHead) return [150, 148 + grain(x, y) / 2, 146];
      return y > 200 ? [60, 84 + grain(x, y), 110] : [232, 236, 240];
    });
    const mask = meant(picture, "the white bird");
    expect(at(mask, 30, 40)).toBeLessThan(0.1);
    expect(at(mask, 160, 100)).toBeGreaterThan(0.8);
  });
});
