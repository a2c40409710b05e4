import { describe, expect, it } from "vitest";
import { fitView, toScreen } from "#components/ui/viewport.ts";
import { isInWindow, windowInView } from "./window-in-view.ts";

const room = { width: 1101, height: 703 };
const picture = { width: 6000, height: 4000 };

/** Where the window's first pixel lies on the screen, in pixels of the screen. */
function cornerOf(at: Parameters<typeof toScreen>[0], pixelRatio: number): readonly number[] {
  const { x, y } = toScreen(at, windowInView(at, room, picture, pixelRatio));
  return [x * pixelRatio, y * pixelRatio];
}

describe("the window that Keep part paints on", () => {
  it.each([1, 1.5, 2])("holds all of a picture that fits, pixel on pixel of the screen, at a ratio of %s", (pixelRatio) => {
    const at = fitView(room, picture);
    const window = windowInView(at, room, picture, pixelRatio);
    expect(isInWindow(window, at, room, picture, pixelRatio)).toBe(true);
    expect(window.width).toBeGreaterThanOrEqual(Math.floor(picture.width * at.zoom * pixelRatio));
    expect(window.width).toBeLessThanOrEqual(Math.ceil(picture.width * at.zoom * pixelRatio) + 1);
    for (const place of cornerOf(at, pixelRatio)) expect(place).toBeCloseTo(Math.round(place), 6);
  });

  it("holds what is seen and something around it where the picture is larger than the room", () => {
    const at = { zoom: 0.63, x: -1200.25, y: -700.5 };
    const window = windowInView(at, room, picture, 1);
    expect(isInWindow(window, at, room, picture, 1)).toBe(true);
    expect(isInWindow(window, { ...at, x: at.x - 100 }, room, picture, 1)).toBe(true);
    expect(isInWindow(window, { ...at, x: at.x - 300 }, room, picture, 1)).toBe(false);
    expect(window.width).toBeLessThan(room.width * 1.4);
    for (const place of cornerOf(at, 1)) expect(place).toBeCloseTo(Math.round(place), 6);
  });

  it("is not finer than the picture, and has its very pixels from near", () => {
    const at = { zoom: 3, x: -3000.4, y: -2000.7 };
    const { x, y, scale } = windowInView(at, room, picture, 1);
    expect([scale, Number.isInteger(x), Number.isInteger(y)]).toEqual([1, true, true]);
  });

  it("is not sharp enough any more once one is nearer", () => {
    const at = fitView(room, picture);
    const window = windowInView(at, room, picture, 1);
    expect(isInWindow(window, { ...at, zoom: at.zoom * 1.25 }, room, picture, 1)).toBe(false);
  });
});
