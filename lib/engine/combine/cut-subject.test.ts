import { describe, expect, it } from "vitest";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { cutSubject } from "./cut-subject.ts";

/** Somebody in blue before a pale wall, and a red bench that runs on to both sides. */
function bystander(): Raster {
  const picture = newRaster(180, 140, 3);
  for (let i = 0; i < 180 * 140; i++) {
    const [x, y] = [i % 180, Math.floor(i / 180)];
    const isBody = x > 80 && x < 100 && y > 24 && y < 116;
    const isBench = y > 84 && y < 98 && x > 30 && x < 150;
    picture.data.set(isBody ? [40, 60, 170] : isBench ? [200, 60, 40] : [214, 214, 208], i * 3);
  }
  return picture;
}

describe("cutting out what moves", () => {
  it("takes one person without what runs on beside", () => {
    const all = finish(cutSubject(bystander()));
    const one = finish(cutSubject(bystander(), undefined, true));
    if (all === undefined || one === undefined) throw new Error("Expected a subject");
    expect(all.box.width).toBeGreaterThan(100);
    expect(one.box.width).toBeLessThan(60);
    expect(one.box.height).toBeGreaterThan(80);
    expect(one.mask.data[60 * 180 + 90]).toBeGreaterThan(0.9);
  });
});
