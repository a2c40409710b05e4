import { describe, expect, it } from "vitest";
import { boundsOf, fitView, keepInReach, roomInPicture, toPicture, toScreen, turnAbout, zoomAbout } from "./viewport.ts";

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

  it("leaves room for what stands at the edges", () => {
    const view = fitView(room, { width: 1000, height: 10 }, { left: 60, top: 0, right: 0, bottom: 0 });
    expect(toScreen(view, { x: 0, y: 5 })).toEqual({ x: 76, y: 300 });
    expect(toScreen(view, { x: 1000, y: 5 }).x).toBeCloseTo(884, 6);
  });

  it("keeps what lies under the point while turning, and finds every place back", () => {
    const point = { x: 200, y: 310 };
    const upright = fitView(room, picture);
    const turned = zoomAbout(turnAbout(upright, point, 0.7), point, 3);
    const [before, after] = [toPicture(upright, point), toPicture(turned, point)];
    expect([after.x, after.y]).toEqual([expect.closeTo(before.x, 6), expect.closeTo(before.y, 6)]);
    const back = toPicture(turned, toScreen(turned, { x: 123, y: 456 }));
    expect([back.x, back.y]).toEqual([expect.closeTo(123, 6), expect.closeTo(456, 6)]);
  });

  it("turns clockwise: after a quarter the picture's right side points down", () => {
    const view = turnAbout({ zoom: 1, x: 0, y: 0 }, { x: 0, y: 0 }, Math.PI / 2);
    const right = toScreen(view, { x: 10, y: 0 });
    expect([right.x, right.y]).toEqual([expect.closeTo(0, 6), expect.closeTo(10, 6)]);
  });

  it("sees more of a turned picture's rows and columns, and keeps it in reach too", () => {
    const view = { zoom: 1, x: 0, y: 0, angle: Math.PI / 2 };
    const seen = boundsOf(roomInPicture(view, room));
    expect([seen.right - seen.left, seen.bottom - seen.top]).toEqual([expect.closeTo(600, 6), expect.closeTo(900, 6)]);
    // Turned by a quarter it reaches from its corner to the left and down.
    const far = keepInReach({ ...view, x: 9000, y: 9000 }, room, picture);
    expect([far.x, far.y]).toEqual([expect.closeTo(860 + 2048, 6), expect.closeTo(560, 6)]);
  });
});
