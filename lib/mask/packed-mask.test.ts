import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeGreyPng } from "./grey-png.ts";
import { joinShares } from "./join-bands.ts";
import type { MaskOperation } from "./mask-document.ts";
import { PackedMask } from "./packed-mask.ts";
import { rasterise } from "./rasterise.ts";

const [width, height] = [120, 400];

const dab = (y: number, mode: "add" | "subtract" = "add"): MaskOperation => ({
  ...{ kind: "stroke", mode, size: 50, hardness: 0.6 },
  points: [60, y, 1, 90, y + 40, 1],
});
const box: MaskOperation = { kind: "rectangle", mode: "add", x: 10, y: 150, width: 70, height: 90 };
const cut: MaskOperation = { kind: "ellipse", mode: "intersect", x: 0, y: 100, width: 110, height: 250 };
const grow: MaskOperation = { kind: "grow", by: 9 };
const feather: MaskOperation = { kind: "feather", radius: 6 };
const invert: MaskOperation = { kind: "invert" };
const clear: MaskOperation = { kind: "clear" };

function drawn(operations: readonly MaskOperation[]): Uint8Array {
  return encodeGreyPng(rasterise({ width, height, operations }), width, height);
}

function pngOf(...masks: readonly PackedMask[]): Uint8Array {
  const shares = masks.map((mask) => mask.draw());
  return joinShares({ width, height }, shares);
}

describe("the mask that is kept packed", () => {
  const [one, two, three] = [dab(30), dab(200, "subtract"), dab(350)];
  const steps: readonly (readonly [string, readonly MaskOperation[]])[] = [
    ["nothing", []],
    ["a stroke", [one]],
    ["strokes and a shape", [one, box, two, three]],
    ["one step back", [one, box, two]],
    ["another instead", [one, box, two, dab(100)]],
    ["cut to an ellipse", [one, box, two, cut]],
    ["turned around", [one, box, two, cut, invert]],
    ["turned around again", [one, box, two, cut, invert, invert]],
    ["and again", [one, box, two, cut, invert, invert, invert]],
    ["turned around once after all", [one, box, two, cut, invert]],
    ["painted on", [one, box, two, cut, invert, three]],
    ["not turned around", [one, box, two, cut]],
    ["grown, and painted on", [one, box, two, cut, grow, three]],
    ["grown, and painted on elsewhere", [one, box, two, cut, grow, dab(20)]],
    ["softened after it", [one, box, two, cut, grow, dab(20), feather]],
    ["other strokes below what was grown", [one, box, cut, grow, feather, three]],
    ["cleared", [one, box, cut, grow, feather, three, clear]],
    ["painted anew", [one, box, cut, grow, feather, three, clear, two, one]],
    ["all taken back", []],
  ];

  it("is at every step that of the operations alone", () => {
    const mask = new PackedMask(width, height);
    for (const [name, operations] of steps) {
      mask.show(operations);
      expect([name, Buffer.compare(pngOf(mask), drawn(operations))]).toEqual([name, 0]);
    }
  });

  it("is the same when it was drawn ahead, or only in part, before the next step", () => {
    const mask = new PackedMask(width, height);
    for (const [at, [, operations]] of steps.entries()) {
      mask.show(operations);
      if (at % 2 === 0) mask.drawSome();
    }
    mask.show(steps[13]?.[1] ?? []);
    expect(Buffer.compare(pngOf(mask), drawn(steps[13]?.[1] ?? []))).toBe(0);
  });

  it("is the same where two draw it together, each the bands that the other does not", () => {
    const masks = [0, 1].map((index) => new PackedMask(width, height, { index, count: 2 }));
    for (const [name, operations] of steps) {
      for (const mask of masks) mask.show(operations);
      masks[1]?.drawSome();
      expect([name, Buffer.compare(pngOf(...masks), drawn(operations))]).toEqual([name, 0]);
    }
    const [one, other] = masks.map((mask) => mask.draw().map((band) => band !== null));
    expect(other).toEqual(one?.map((isDrawn) => !isDrawn));
  });

  it("is the same where only some of it was drawn when it was turned around", () => {
    const mask = new PackedMask(width, height);
    mask.show([one, box, two]);
    expect(mask.drawSome(1)).toBe(true);
    mask.show([one, box, two, invert]);
    expect(mask.drawSome(1)).toBe(true);
    mask.show([one, box, two, invert, invert, invert]);
    expect(Buffer.compare(pngOf(mask), drawn([one, box, two, invert]))).toBe(0);
  });

  it.each([clear, grow, feather])("has nothing left to draw where a change of everything is taken back, and done again: %o", (change) => {
    const mask = new PackedMask(width, height);
    mask.show([one, box]);
    mask.draw();
    mask.show([one, box, change]);
    mask.draw();
    mask.show([one, box]);
    expect(mask.drawSome()).toBe(false);
    expect(Buffer.compare(pngOf(mask), drawn([one, box]))).toBe(0);
    mask.show([one, box, change]);
    expect(mask.drawSome()).toBe(false);
    expect(Buffer.compare(pngOf(mask), drawn([one, box, change]))).toBe(0);
    mask.show([one, box, change, two]);
    expect(Buffer.compare(pngOf(mask), drawn([one, box, change, two]))).toBe(0);
  });

  it("is that of the operations alone however they come, go and come again, and whatever was drawn in between", () => {
    const painted = fc.constantFrom(one, two, three, box, cut, invert, invert, dab(300), grow, clear);
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ add: fc.array(painted, { minLength: 1, maxLength: 3 }) }) },
      { weight: 2, arbitrary: fc.record({ back: fc.integer({ min: 1, max: 4 }) }) },
      { weight: 1, arbitrary: fc.record({ on: fc.integer({ min: 1, max: 3 }) }) },
      { weight: 2, arbitrary: fc.record({ drawnPixels: fc.constantFrom(1, 20_000, 1_000_000) }) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (taken) => {
        const mask = new PackedMask(width, height);
        let now: readonly MaskOperation[] = [];
        let undone: readonly MaskOperation[] = [];
        for (const next of taken) {
          if ("drawnPixels" in next) mask.drawSome(next.drawnPixels);
          else if ("add" in next) now = [...now, ...next.add];
          else if ("back" in next) [now, undone] = [now.slice(0, -next.back), now.slice(-next.back)];
          else [now, undone] = [[...now, ...undone.slice(0, next.on)], undone.slice(next.on)];
          mask.show(now);
        }
        expect(Buffer.compare(pngOf(mask), drawn(now))).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it("has nothing left to draw where strokes are taken back one after the other", () => {
    const mask = new PackedMask(width, height);
    const painted = [one, two, three, dab(60)];
    for (const count of painted.keys()) {
      mask.show(painted.slice(0, count + 1));
      mask.draw();
    }
    for (const count of [3, 2, 1]) {
      mask.show(painted.slice(0, count));
      expect(mask.drawSome()).toBe(false);
      expect(Buffer.compare(pngOf(mask), drawn(painted.slice(0, count)))).toBe(0);
    }
  });

  it("has nothing left to draw once it was drawn, until something is painted", () => {
    const mask = new PackedMask(width, height);
    mask.show([one]);
    while (mask.drawSome());
    expect(mask.drawSome()).toBe(false);
    mask.show([one, two]);
    expect(mask.drawSome()).toBe(true);
  });
});
