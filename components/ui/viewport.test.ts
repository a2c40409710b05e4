import { describe, expect, it } from "vitest";
import { fitView, keepInReach, toPicture, zoomAbout } from "./viewport.ts";

const room = { width: 900, height: 600 };
const picture = { width: 4096, height: 2048 };

describe("the viewport", () => {
  it("fits the whole picture into the room, in its middle", () => {
    const view = fitView(room, picture);
    expect(picture.width * view.zoom).toBeLessThanOrEqual(room.width);
    expect(toPicture(view, { x: 450, y: 300 })).toEqual({ x: 2048, y: 1024 });
  });

  it("keeps what lies under the pointer while zooming", () => {
    const view = fitView(room, picture);
    const point = { x: 200, y: 310 };
    const [before, after] = [toPicture(view, point), toPicture(zoomAbout(view, point, 3), point)];
    expect(after.x).toBeCloseTo(before.x, 6);
    expect(after.y).toBeCloseTo(before.y, 6);
  });

  it("stays between 2 % and 3200 %", () => {
    expect(zoomAbout({ zoom: 1, x: 0, y: 0 }, { x: 0, y: 0 }, 1000).zoom).toBe(32);
    expect(zoomAbout({ zoom: 1, x: 0, y: 0 }, { x: 0, y: 0 }, 0).zoom).toBe(0.02);
  });

  it("never lets the picture out of reach", () => {
    expect(keepInReach({ zoom: 1, x: 5000, y: -9000 }, room, picture)).toEqual({ zoom: 1, x: 860, y: -2008 });
  });
});
