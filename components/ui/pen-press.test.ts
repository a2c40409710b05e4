import { describe, expect, it } from "vitest";
import { isErasing, isPenPress, leanOf, PenPress } from "./pen-press.ts";

const pen = { pointerType: "pen", pressure: 0.3, buttons: 1, button: 0, tiltX: 0, tiltY: 0 };

describe("the pressure of a pen", () => {
  it("is full while a tablet says nothing but 0, or nothing but a half", () => {
    const tablet = new PenPress();
    expect([0, 0, 0].map((pressure) => tablet.pressureOf({ ...pen, pressure }))).toEqual([1, 1, 1]);
    expect([0.5, 0.5].map((pressure) => new PenPress().pressureOf({ ...pen, pressure }))).toEqual([1, 1]);
  });

  it("is taken at its word once the pen was felt to have any", () => {
    const felt = new PenPress();
    expect([0.12, 0, 0.5, 1].map((pressure) => felt.pressureOf({ ...pen, pressure }))).toEqual([0.12, 0, 0.5, 1]);
  });

  it("is not learnt from a pen that hovers, nor asked of a finger", () => {
    const press = new PenPress();
    expect(press.pressureOf({ ...pen, buttons: 0 })).toBe(1);
    expect(press.pressureOf({ ...pen, pressure: 0 })).toBe(1);
    expect(press.pressureOf({ ...pen, pointerType: "touch" })).toBe(1);
  });
});

describe("the lean of a pen", () => {
  it("is the same told by two tilts or by two angles", () => {
    const byTilt = leanOf({ ...pen, tiltX: 60 });
    const byAngle = leanOf({ ...pen, altitudeAngle: Math.PI / 6, azimuthAngle: 0 });
    expect(byTilt?.x).toBeCloseTo(Math.sin(Math.PI / 3), 6);
    expect(byAngle?.x).toBeCloseTo(byTilt?.x ?? 0, 6);
    expect([byTilt?.y, byAngle?.y]).toEqual([0, 0]);
  });

  it("is nothing for an upright pen, and for what is no pen", () => {
    expect(leanOf({ ...pen, altitudeAngle: Math.PI / 2, azimuthAngle: 1 })).toBeNull();
    expect(leanOf(pen)).toBeNull();
    expect(leanOf({ ...pen, pointerType: "mouse", tiltX: 40 })).toBeNull();
  });

  it("stays a number for a pen that lies flat both ways", () => {
    const lean = leanOf({ ...pen, tiltX: 90, tiltY: -90 });
    expect(Math.hypot(lean?.x ?? 0, lean?.y ?? 0)).toBeCloseTo(1, 3);
    expect(lean?.y).toBeLessThan(0);
  });
});

it("tells the tip, the eraser and the barrel's button of a pen from each other, and from a mouse's buttons", () => {
  const presses = [
    [0, 1],
    [5, 32],
    [2, 2],
    [1, 4],
  ] as const;
  expect(presses.map(([button, buttons]) => [isPenPress({ ...pen, button }), isErasing({ ...pen, buttons })])).toEqual([
    [true, false],
    [true, true],
    [true, true],
    [false, false],
  ]);
  expect([isPenPress({ ...pen, pointerType: "mouse" }), isErasing({ ...pen, pointerType: "mouse", buttons: 2 })]).toEqual([false, false]);
});
