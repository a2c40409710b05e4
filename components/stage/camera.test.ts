import { describe, expect, it } from "vitest";
import { toPicture, toScreen, type Viewport } from "#components/ui/viewport.ts";
import { Camera } from "./camera.ts";

const insets = { left: 0, top: 0, right: 0, bottom: 0 };

function cameraOn(picture = { width: 2000, height: 1000 }) {
  const told: Viewport[] = [];
  const camera = new Camera(picture, (view) => told.push(view));
  camera.measure({ width: 800, height: 600 }, insets);
  return { camera, told };
}

describe("the camera", () => {
  it("keeps a fitted picture fitted when the room changes, and any other where it is", () => {
    const { camera, told } = cameraOn();
    camera.measure({ width: 432, height: 600 }, insets);
    expect(camera.view.zoom).toBeCloseTo(0.2, 6);
    camera.zoomBy(2);
    camera.measure({ width: 800, height: 600 }, insets);
    expect(camera.view.zoom).toBeCloseTo(0.4, 6);
    expect(told.at(-1)).toEqual(camera.view);
  });

  it("brings a place of a turned picture to the middle", () => {
    const { camera } = cameraOn();
    camera.zoomBy(8);
    camera.turnBy(30);
    camera.centreOn({ x: 300, y: 400 });
    const at = toScreen(camera.view, { x: 300, y: 400 });
    expect([at.x, at.y]).toEqual([expect.closeTo(400, 6), expect.closeTo(300, 6)]);
  });

  it("turns with the hand around the middle, and is upright again once fitted", () => {
    const { camera } = cameraOn();
    const middle = toPicture(camera.view, { x: 400, y: 300 });
    camera.turnAlong({ x: 500, y: 300 }, { x: 400, y: 400 });
    expect(camera.view.angle).toBeCloseTo(Math.PI / 2, 6);
    const still = toPicture(camera.view, { x: 400, y: 300 });
    expect([still.x, still.y]).toEqual([expect.closeTo(middle.x, 6), expect.closeTo(middle.y, 6)]);
    camera.zoomTo(1);
    expect([camera.view.zoom, camera.view.angle]).toEqual([1, expect.closeTo(Math.PI / 2, 6)]);
    camera.fit();
    expect(camera.view.angle).toBeUndefined();
  });
});
