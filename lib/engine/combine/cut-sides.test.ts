import { describe, expect, it } from "vitest";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { newRaster } from "#lib/pixels/raster.ts";
import { softenCuts } from "./cut-sides.ts";

const whole = (): Plane => ({ width: 100, height: 80, data: new Float32Array(100 * 80).fill(1) });
const ground = newRaster(400, 300, 3);
const cut = { mask: newPlane(200, 160), box: { x: 0, y: 0, width: 100, height: 80 } };

describe("the sides at which a thing was cut off", () => {
  it("fade out where nothing in the new picture explains them", () => {
    const { data } = softenCuts(whole(), cut, { x: 120, y: 90, width: 100, height: 80 }, ground);
    expect(data[40 * 100]).toBe(0);
    expect(data[50]).toBe(0);
    expect(data[40 * 100 + 50]).toBe(1);
    expect(data[40 * 100 + 99]).toBe(1);
  });
  it("stay whole at the new picture's own sides", () => {
    const { data } = softenCuts(whole(), cut, { x: 0, y: 90, width: 100, height: 80 }, ground);
    expect(data[40 * 100]).toBe(1);
    expect(data[50]).toBe(0);
  });
  it("are none where the thing was whole", () => {
    const alpha = whole();
    expect(softenCuts(alpha, { ...cut, box: { ...cut.box, x: 40, y: 30 } }, { x: 120, y: 90, width: 100, height: 80 }, ground)).toBe(alpha);
  });
});
