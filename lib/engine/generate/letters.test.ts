import { describe, expect, it } from "vitest";
import { distanceAt, measureLetters } from "./letter-field.ts";
import { layOut, sortLetters } from "./letters.ts";

describe("letters", () => {
  it("writes Latin with its accents and says what it cannot write", () => {
    expect(sortLetters("Café №1 Ünï")).toEqual({ known: "Cafe\u0301 1 U\u0308ni\u0308", unknown: "№" });
    expect(sortLetters("你好 OK").unknown).toBe("你好");
  });

  it("sets a mark over its letter, lower over small ones", () => {
    const highest = (text: string) =>
      Math.min(
        ...layOut(text)
          .strokes.flat()
          .map(([, y]) => y),
      );
    expect(highest("É")).toBeLessThan(highest("E"));
    expect(highest("é")).toBeGreaterThan(highest("É"));
  });

  it("grows with the text by the letters and the gaps between them", () => {
    expect(layOut("HH", 2).width).toBe(layOut("H", 2).width * 2 + 2);
    expect(layOut("", 2)).toEqual({ strokes: [], width: 0 });
  });

  it("measures the way to the nearest stroke, and no farther than asked", () => {
    const lettering = layOut("I");
    const steps = measureLetters([{ lettering, x: 20, y: 10, scale: 4 }], 6);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const field = step.value;
    expect(distanceAt(field, 23, 20)).toBeCloseTo(3, 5);
    expect(distanceAt(field, 17.5, 20)).toBeCloseTo(2.5, 5);
    expect(distanceAt(field, 90, 20)).toBe(6);
  });
});
