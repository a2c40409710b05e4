import { describe, expect, it } from "vitest";
import { findKinds, personKind } from "#lib/engine/eye/kinds.ts";
import type { NamedBox } from "#lib/pixels/network/read-boxes.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import type { Placing } from "./arrangement.ts";
import type { CutOut } from "./cut-subject.ts";
import type { Ground } from "./ground.ts";
import { keepsOwnFrame, layInOwnFrame, layOut, type Stand } from "./lay-out.ts";
import { placing } from "./words/placing.ts";

const size = { width: 1000, height: 800 };
const wish = (said: string): Placing => placing(said, 0, "next");

/** As tall as it is said, half as wide, in the middle of its picture. */
function figure(shape = 0.5): CutOut {
  const box = { x: 100, y: 40, width: Math.round(200 * shape), height: 200 };
  return { mask: newPlane(400, 300), box, certainty: 1, skin: 0, isCutBelow: false, isCutOff: false, isNamed: true };
}

function planeOf(isIn: (x: number, y: number) => boolean): Plane {
  const plane = newPlane(100, 80);
  for (let i = 0; i < plane.data.length; i++) if (isIn((i % 100) / 100, Math.floor(i / 100) / 80)) plane.data[i] = 1;
  return plane;
}

function land(parts: Partial<Ground> = {}): Ground {
  const nothing = {
    sky: planeOf((_, y) => y < 0.4),
    water: undefined,
    wanted: undefined,
    neighbour: undefined,
    carrier: undefined,
    unfound: undefined,
  };
  return { eyes: { at: 0.42, isSure: false }, uprights: newPlane(100, 80), things: [], ...nothing, ...parts };
}

const lake = (isWater: (x: number, y: number) => boolean): Partial<Ground> => ({ water: planeOf(isWater) });
const footOf = ({ box }: { box: { y: number; height: number } }): number => (box.y + box.height) / size.height;
const middleOf = ({ box }: { box: { x: number; width: number } }): number => (box.x + box.width / 2) / size.width;

describe("laying out a thing in another picture", () => {
  it("stands on the ground, low in the picture", () => {
    const stand = layOut(land(), figure(), size, wish("put the woman in the field"), 0.5);
    expect(stand.on).toBe("ground");
    expect(footOf(stand)).toBeGreaterThan(0.85);
    expect(footOf(stand)).toBeLessThanOrEqual(1);
  });
  it("makes a dog smaller than a man, and both smaller where the eyes are lower over the ground", () => {
    const tall = (said: string, at = 0.42): number =>
      layOut(land({ eyes: { at, isSure: false } }), figure(), size, wish(said), 0.5).box.height;
    expect(tall("put the dog in the field")).toBeLessThan(0.8 * tall("put the man in the field"));
    expect(tall("put the man in the field", 0.75)).toBeLessThan(0.8 * tall("put the man in the field"));
    expect(tall("put the tiny man in the field")).toBeLessThan(0.6 * tall("put the man in the field"));
  });
  it("stands on the bank and not on the water, wherever that is", () => {
    for (const bankIsLeft of [true, false]) {
      const water = lake((x, y) => y > 0.45 && (bankIsLeft ? x > 0.5 : x < 0.5));
      const stand = layOut(land(water), figure(), size, wish("put the dog by the lake"), 0.5);
      expect(stand.on).toBe("ground");
      expect(middleOf(stand) < 0.5).toBe(bankIsLeft);
    }
  });
  it("stands at the lower edge, its feet below it, where there is no ground", () => {
    const stand = layOut(land(lake((_, y) => y > 0.42)), figure(), size, wish("put the dog by the lake"), 0.5);
    expect(stand.on).toBe("edge");
    expect(footOf(stand)).toBeGreaterThan(1);
  });
  it("lies on the sofa that was named, of its size there and beside who sits on it", () => {
    const carrier = { kind: findKinds("sofa")?.own[0] as number, score: 0.6, left: 0.3, right: 0.8, top: 0.4, bottom: 0.7 };
    const put = (things: readonly NamedBox[]): Stand =>
      layOut(land({ carrier, things: [carrier, ...things] }), figure(1.4), size, wish("put the cat on the sofa"), 0.5);
    const stand = put([]);
    expect(stand.on).toBe("carrier");
    expect(footOf(stand)).toBeGreaterThan(0.5);
    expect(footOf(stand)).toBeLessThan(0.65);
    expect(stand.box.height / size.height).toBeLessThan(0.15);
    const sitter = { ...carrier, kind: personKind, left: 0.48, right: 0.62, top: 0.2 };
    expect(Math.abs(middleOf(put([sitter])) - 0.55)).toBeGreaterThan(0.1);
  });
  it("stands neither on an armchair nor right behind it", () => {
    const armchair = { kind: findKinds("chair")?.own[0] as number, score: 0.6, left: 0.55, right: 1, top: 0.5, bottom: 0.99 };
    const stand = layOut(land({ things: [armchair] }), figure(), size, wish("put the man in the room"), 0.2);
    expect(stand.on).toBe("ground");
    expect((stand.box.x + stand.box.width) / size.width).toBeLessThan(0.7);
  });
  it("leaves a boat on the water, and swimmers", () => {
    const water = lake((x, y) => y > 0.45 && x > 0.4);
    for (const said of ["put the boat on the lake", "put the dog in the water"]) {
      const stand = layOut(land(water), figure(2), size, wish(said), 0.2);
      expect(stand.on).toBe("water");
      expect(middleOf(stand)).toBeGreaterThan(0.45);
    }
  });
  it("keeps away from walls and from whoever stands there", () => {
    const uprights = planeOf((x, y) => y > 0.4 && x < 0.5);
    expect(middleOf(layOut(land({ uprights }), figure(), size, wish("put the man in the yard"), 0.5))).toBeGreaterThan(0.5);
    const somebody = { kind: 0, score: 0.9, left: 0.6, right: 0.9, top: 0.4, bottom: 0.95 };
    expect(middleOf(layOut(land({ things: [somebody] }), figure(), size, wish("put the man in the yard"), 0.4))).toBeLessThan(0.5);
  });
  it("stands beside what it is said to stand next to, as near as that", () => {
    const neighbour = { kind: 13, score: 0.9, left: 0.3, right: 0.5, top: 0.5, bottom: 0.8 };
    const stand = layOut(land({ neighbour, things: [neighbour] }), figure(), size, wish("put the man next to the bench"), 0.5);
    expect(stand.box.x / size.width).toBeGreaterThan(0.48);
    expect(middleOf(stand)).toBeLessThan(0.75);
    expect(footOf(stand)).toBeCloseTo(0.8, 1);
  });
  it("prefers the ground that was named", () => {
    const wanted = planeOf((x, y) => x > 0.55 && y > 0.5);
    expect(middleOf(layOut(land({ wanted }), figure(), size, wish("put the dog on the grass"), 0.6))).toBeGreaterThan(0.5);
  });
  it("leaves what is cut off below at the lower edge, on the side where it was cut off", () => {
    const portrait: CutOut = { ...figure(1.4), box: { x: 0, y: 60, width: 300, height: 240 }, isCutBelow: true, isCutOff: true };
    const stand = layOut(land(), portrait, size, wish("put the man at the lake"), 0.5);
    expect(footOf(stand)).toBeCloseTo(1, 2);
    expect(stand.box.x).toBe(0);
  });
  it("brings a portrait in where it hides the fewest faces, smaller if that helps", () => {
    const portrait: CutOut = { ...figure(), box: { x: 80, y: 60, width: 240, height: 240 }, isCutBelow: true, isCutOff: true };
    const person = (left: number, top: number): NamedBox => ({ kind: personKind, score: 0.8, left, right: left + 0.3, top, bottom: 1 });
    const place = (...things: NamedBox[]) => layOut(land({ things }), portrait, size, wish("add the man to the group"), 0.4).box;
    const [alone, beside] = [place(), place(person(0, 0.1), person(0.35, 0.4))];
    expect(beside.x / size.width).toBeGreaterThan(0.45);
    expect(place(person(0.2, 0.3), person(0.45, 0.2), person(0.7, 0.3)).height).toBeLessThan(alone.height);
    expect(alone.height).toBeGreaterThanOrEqual(beside.height);
  });
  it("keeps what its own frame cuts off in that frame, before a new background", () => {
    const portrait: CutOut = { ...figure(), box: { x: 80, y: 60, width: 200, height: 240 }, isCutBelow: true, isCutOff: true };
    const backdrop: Placing = { ...wish("the man"), isBackdrop: true };
    expect(keepsOwnFrame(backdrop, portrait)).toBe(true);
    expect(keepsOwnFrame(backdrop, figure())).toBe(false);
    expect(keepsOwnFrame(wish("the man"), portrait)).toBe(false);
    expect(layInOwnFrame(portrait, { width: 800, height: 600 })).toEqual({ box: { x: 160, y: 120, width: 400, height: 480 }, on: "frame" });
  });
});
