import { describe, expect, it } from "vitest";
import { newPlane } from "#lib/pixels/plane.ts";
import type { CutOut } from "./cut-subject.ts";
import { placing } from "./placing.ts";
import { isSecondMeant } from "./second-meant.ts";

const cut = (over: Partial<CutOut>): CutOut => ({
  mask: newPlane(100, 100),
  box: { x: 30, y: 20, width: 40, height: 60 },
  ...{ certainty: 0.5, skin: 0, isCutBelow: false, isCutOff: false, isNamed: false, isAlone: true },
  ...over,
});
const ofCertainty = (certainty: number) => (certainty < 0 ? undefined : cut({ certainty }));
const theCar = placing("put the car before the hill", undefined, "next");

describe("whose subject moves", () => {
  it("is the first picture's, unless it hardly stands out and the other much more", () => {
    // A car before trees, and a hill under an even sky.
    expect(isSecondMeant(ofCertainty(0.36), ofCertainty(0.71), theCar)).toBe(false);
    expect(isSecondMeant(ofCertainty(0.9), ofCertainty(0.95), theCar)).toBe(false);
    expect(isSecondMeant(ofCertainty(-1), ofCertainty(0.3), theCar)).toBe(true);
    expect(isSecondMeant(ofCertainty(0.12), ofCertainty(0.62), theCar)).toBe(true);
    expect(isSecondMeant(ofCertainty(0.36), ofCertainty(0.83), theCar)).toBe(true);
  });
  it("is the one who is alone where one is meant, and of several where some are", () => {
    const group = cut({ isNamed: true, isAlone: false });
    const alone = cut({ isNamed: true });
    const passing = cut({ isNamed: true, box: { x: 5, y: 50, width: 8, height: 20 } });
    const say = (prompt: string) => placing(prompt, undefined, "next");
    expect(isSecondMeant(group, alone, say("add the man to the group"))).toBe(true);
    expect(isSecondMeant(alone, group, say("add the man to the group"))).toBe(false);
    expect(isSecondMeant(alone, group, say("put the couple next to him"))).toBe(true);
    expect(isSecondMeant(group, alone, say("put the man on the left next to the house"))).toBe(false);
    expect(isSecondMeant(group, passing, say("put the man on the beach"))).toBe(false);
  });
  it("is a portrait's rather than who would walk over it", () => {
    const portrait = cut({ isNamed: true, isCutBelow: true, box: { x: 5, y: 20, width: 90, height: 80 } });
    const walker = cut({ isNamed: true });
    const woman = placing("put the woman into this scene", undefined, "next");
    expect(isSecondMeant(walker, portrait, woman)).toBe(true);
    expect(isSecondMeant(portrait, walker, woman)).toBe(false);
    expect(isSecondMeant(portrait, portrait, woman)).toBe(false);
  });
});
