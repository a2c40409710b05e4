import { describe, expect, it } from "vitest";
import { personKind } from "#lib/engine/eye/kinds.ts";
import type { NamedBox } from "#lib/pixels/network/read-boxes.ts";
import { newPlane } from "#lib/pixels/plane.ts";
import type { CutOut, Seen } from "./cut-subject.ts";
import { isSecondMeant, whoseIsNamed } from "./second-meant.ts";
import { placing } from "./words/placing.ts";

const cut = (certainty: number): CutOut | undefined => ({
  mask: newPlane(100, 100),
  box: { x: 30, y: 20, width: 40, height: 60 },
  ...{ certainty, skin: 0, isCutBelow: false, isCutOff: false, isNamed: false },
});

function seen(parts: Partial<Seen> & { readonly box?: Partial<NamedBox> } = {}): Seen {
  const extent: NamedBox = { kind: personKind, score: 0.8, left: 0.3, right: 0.7, top: 0.2, bottom: 0.8, ...parts.box };
  return { things: { boxes: [extent], others: [], isAlive: true }, isAlone: true, extent, ...parts };
}

const say = (prompt: string) => placing(prompt, undefined, "next");

describe("whose subject moves", () => {
  it("is the first picture's, unless it hardly stands out and the other much more", () => {
    const theCar = say("put the car before the hill");
    // A car before trees, and a hill under an even sky.
    expect(isSecondMeant(cut(0.36), cut(0.71), theCar)).toBe(false);
    expect(isSecondMeant(cut(0.9), cut(0.95), theCar)).toBe(false);
    expect(isSecondMeant(undefined, cut(0.3), theCar)).toBe(true);
    expect(isSecondMeant(cut(0.12), cut(0.62), theCar)).toBe(true);
    expect(isSecondMeant(cut(0.36), cut(0.83), theCar)).toBe(true);
  });
  it("is the one that is seen by its name, rather than one it may be taken for", () => {
    const kin = seen({ things: { boxes: [seen().extent], others: [], isAlive: false, isKin: true } });
    const theCup = say("put the cup next to the plate");
    expect(whoseIsNamed(undefined, undefined, theCup)).toBeUndefined();
    expect(whoseIsNamed(seen(), undefined, theCup)).toBe(0);
    expect(whoseIsNamed(undefined, seen(), theCup)).toBe(1);
    expect(whoseIsNamed(undefined, kin, theCup)).toBeUndefined();
    expect(whoseIsNamed(kin, seen(), theCup)).toBe(1);
    expect(whoseIsNamed(seen(), kin, theCup)).toBe(0);
  });
  it("is the one who is alone where one is meant, and of several where some are", () => {
    const group = seen({ isAlone: false });
    const passing = seen({ box: { left: 0.05, right: 0.13, top: 0.5, bottom: 0.7 } });
    expect(whoseIsNamed(group, seen(), say("add the man to the group"))).toBe(1);
    expect(whoseIsNamed(seen(), group, say("add the man to the group"))).toBe(0);
    expect(whoseIsNamed(seen(), group, say("put the couple next to him"))).toBe(1);
    expect(whoseIsNamed(group, seen(), say("put the man on the left next to the house"))).toBe(0);
    expect(whoseIsNamed(group, passing, say("put the man on the beach"))).toBe(0);
  });
  it("is a portrait's rather than who would walk over it", () => {
    const portrait = seen({ box: { left: 0.05, right: 0.95, top: 0.2, bottom: 1 } });
    const woman = say("put the woman into this scene");
    expect(whoseIsNamed(seen(), portrait, woman)).toBe(1);
    expect(whoseIsNamed(portrait, seen(), woman)).toBe(0);
    expect(whoseIsNamed(portrait, portrait, woman)).toBe(0);
    expect(whoseIsNamed(portrait, seen(), say("put the man behind her"))).toBe(1);
    expect(whoseIsNamed(seen(), portrait, say("put the man behind her"))).toBe(0);
  });
});
