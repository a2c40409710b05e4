import { describe, expect, it } from "vitest";
import { coverageOf } from "#lib/engine/lettering/coverage.ts";
import { placeText } from "#lib/engine/lettering/place-text.ts";
import { type FaceName, faceNames, type Typeface, usualLook } from "#lib/engine/lettering/typeface.ts";
import { typesetter } from "./typesetter.ts";

const set = async (text: string, face: FaceName = "sans", weight = 700) => typesetter(text, { face, weight });
const lengthOf = async (text: string): Promise<number> => (await set(text)).setLine(text).length;

/** How much of a square of 64 pixels a letter covers, pixel by pixel. */
function draw(typeface: Typeface, text: string): Float32Array {
  const area = { left: 0, top: 0, width: 64, height: 64 };
  const placed = placeText(typeface, text, { area, size: 60, align: "centre", rest: "middle" });
  const steps = coverageOf(placed?.polygons ?? [], area);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value.data;
}
const inkOf = (cover: Float32Array): number => cover.reduce((sum, value) => sum + value, 0) / cover.length;

describe("setting letters", () => {
  it.each(faceNames)("has real outlines for Chinese in its %s hand, each letter another", async (face) => {
    const typeface = await set("国回永", face);
    const [country, back, ever] = ["国", "回", "永"].map((letter) => draw(typeface, letter));
    for (const cover of [country, back, ever]) {
      expect(inkOf(cover as Float32Array)).toBeGreaterThan(0.08);
      // A box for a letter that is missing is hollow, or full.
      expect(inkOf(cover as Float32Array)).toBeLessThan(0.6);
    }
    const differ = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length;
    expect(differ(country as Float32Array, back as Float32Array)).toBeGreaterThan(0.04);
    expect(differ(back as Float32Array, ever as Float32Array)).toBeGreaterThan(0.1);
  });

  it("has accents, Cyrillic, Greek, Chinese marks and signs", async () => {
    expect((await set("ÑçœŁşž Привет Καλημέρα Việt ，。！？“”《》、：；—…·￥¥€№℃★ 夏日大促")).missing).toBe("");
  });

  it("says by name what no font has, and sets the rest", async () => {
    const typeface = await set("A𓀀B😀");
    expect(typeface.missing).toBe("𓀀😀");
    expect(typeface.setLine("A𓀀B😀").length).toBe(typeface.setLine("AB").length);
  });

  it("kerns", async () => {
    expect(await lengthOf("AV")).toBeLessThan((await lengthOf("A")) + (await lengthOf("V")) - 0.02);
  });

  it("gives a Chinese letter a square, parts it from Latin by a breath, and lets two marks share a blank half", async () => {
    expect(await lengthOf("夏日")).toBeCloseTo(2, 3);
    expect(await lengthOf("五A")).toBeGreaterThan((await lengthOf("五")) + (await lengthOf("A")) + 0.05);
    expect(await lengthOf("说：“好”")).toBeCloseTo(4.5, 3);
  });

  it("takes marks that both scripts have from the one around them", async () => {
    expect((await set("“好”")).setLine("“好”").length).toBeCloseTo(3, 3);
    expect((await set("“A”")).setLine("“A”").length).toBeLessThan(2);
  });

  it("sets columns: each letter below the last, and what is not Chinese lying on its side", async () => {
    const typeface = await set("山水A");
    const { ink, length } = typeface.setLine("山水", { isVertical: true });
    expect(length).toBeCloseTo(2, 3);
    expect([(ink?.left ?? 0) < -0.3, (ink?.right ?? 0) > 0.3, (ink?.top ?? 9) > 0, (ink?.bottom ?? 9) < 2]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    const lying = typeface.setLine("A", { isVertical: true }).ink;
    const upright = typeface.setLine("A").ink;
    expect((lying?.bottom ?? 0) - (lying?.top ?? 0)).toBeCloseTo((upright?.right ?? 0) - (upright?.left ?? 0), 5);
  });

  it("is heavier in a heavier weight, and the same every time", async () => {
    const [light, heavy, again] = await Promise.all([set("夏", "sans", 300), set("夏", "sans", 900), set("夏", "sans", 900)]);
    expect(inkOf(draw(heavy, "夏"))).toBeGreaterThan(inkOf(draw(light, "夏")) * 1.4);
    expect(draw(again, "夏")).toEqual(draw(heavy, "夏"));
  });

  it("writes a whole word in one hand, where the first has not all of its letters", async () => {
    const [plain, accented] = await Promise.all([set("cafe", "brush"), set("café", "brush")]);
    expect(draw(accented, "c")).not.toEqual(draw(plain, "c"));
    expect((await typesetter("café", usualLook)).setLine("c")).toEqual((await typesetter("cafe", usualLook)).setLine("c"));
  });
});
