import { describe, expect, it } from "vitest";
import type { Rgb } from "#lib/pixels/colour.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { drawingOf, isDisc } from "#lib/testing/drawn-things.ts";
import { valueAt as at, meantThing as meant } from "#lib/testing/meant-thing.ts";

const draw = drawingOf(240, 160);

const [face, wood]: readonly Rgb[] = [
  [186, 118, 78],
  [206, 104, 34],
] as const;
const pale: Rgb = [206, 208, 212];
const grain = (x: number, y: number): number => ((x * 7 + y * 13) % 5) * 2;

describe("which pieces of a colour are of the thing", () => {
  it("leaves black hair that only the dark rim of a window joins to a black shirt", () => {
    const picture = draw((x, y) => {
      const isRim = y > 36 && y < 39 && x > 40 && x < 190;
      const isHair = isDisc(x, y, 40, 38, 16);
      const isShirt = x > 150 && x < 214 && y > 37;
      return isRim || isHair || isShirt ? [20 + grain(x, y), 20 + grain(x, y), 24] : pale;
    });
    const mask = meant(picture, "the black t-shirt");
    expect(at(mask, 180, 110)).toBeGreaterThan(0.9);
    expect(at(mask, 40, 38)).toBeLessThan(0.1);
  });
  it("takes a wooden table without the faces about it, which have its hue", () => {
    const picture = draw((x, y) =>
      y > 100 && x > 70
        ? ([wood[0] - grain(x, y), wood[1], wood[2]] as Rgb)
        : isDisc(x, y, 44, 76, 24) || isDisc(x, y, 170, 60, 20)
          ? face
          : pale,
    );
    const mask = meant(picture, "桌子");
    expect(at(mask, 150, 130)).toBeGreaterThan(0.9);
    expect(Math.max(at(mask, 44, 76), at(mask, 170, 60))).toBeLessThan(0.1);
  });
  it("takes the wood that a red drink stands on for the table", () => {
    const picture = draw((x, y) =>
      isDisc(x, y, 130, 80, 30) ? [170, 22, 48] : y > 60 ? [186 - grain(x, y), 128, 66] : ([40, 40, 46] as Rgb),
    );
    expect(at(meant(picture, "the table"), 40, 120)).toBeGreaterThan(0.8);
    expect(at(meant(picture, "the table"), 130, 80)).toBeLessThan(0.2);
  });
  it("takes no small thing before a wall for the wall, though it has the only colour", () => {
    const picture = draw((x, y) => (x > 150 && x < 170 && y > 90 && y < 104 ? [230, 30, 40] : ([150 + grain(x, y), 150, 146] as Rgb)));
    expect(at(meant(picture, "墙"), 40, 40)).toBeGreaterThan(0.8);
    expect(at(meant(picture, "墙"), 160, 97)).toBeLessThan(0.2);
    expect(at(meant(picture, "the box"), 160, 97)).toBeGreaterThan(0.8);
  });
  it("refuses a table where the only wood is a case that lies on it", () => {
    const picture = draw((x, y) =>
      x > 60 && x < 180 && y > 60 && y < 100 ? [150 - grain(x, y), 62, 40] : ([34, 52, 46 + grain(x, y)] as Rgb),
    );
    expect(meant(picture, "桌面")).toBeUndefined();
    expect(at(meant(picture, "the wooden case"), 120, 80)).toBeGreaterThan(0.8);
  });
  it("takes a strong colour for a shirt only where skin is beside it", () => {
    const shown = (isWorn: boolean): Raster =>
      draw((x, y) => {
        if (x > 90 && x < 150 && y > 70 && y < 140) return [210, 30 + grain(x, y), 90];
        return isWorn && isDisc(x, y, 120, 52, 19) ? face : ([24, 24, 26] as Rgb);
      });
    expect(at(meant(shown(true), "the man's shirt"), 120, 110)).toBeGreaterThan(0.8);
    expect(meant(shown(false), "the man's shirt")).toBeUndefined();
  });
});
