import { describe, expect, it } from "vitest";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { samplePicture } from "#lib/testing/sample-picture.ts";
import { cutSubject } from "./cut-subject.ts";

/** Somebody in blue before a pale wall, and a red wall that runs out of the picture on both sides. */
function bystander(): Raster {
  const picture = newRaster(180, 140, 3);
  for (let i = 0; i < 180 * 140; i++) {
    const [x, y] = [i % 180, Math.floor(i / 180)];
    const isBody = x > 80 && x < 100 && y > 24 && y < 116;
    const isWall = y > 84 && y < 98;
    picture.data.set(isBody ? [40, 60, 170] : isWall ? [200, 60, 40] : [214, 214, 208], i * 3);
  }
  return picture;
}

describe("cutting out what moves", () => {
  it.each([true, false])("takes somebody without what runs on beside, whether one person is meant or not", (isOnePerson) => {
    const cut = finish(cutSubject(bystander(), { isOnePerson }));
    if (cut === undefined) throw new Error("Expected a subject");
    expect(cut.box.width).toBeLessThan(60);
    expect(cut.box.height).toBeGreaterThan(80);
    expect(cut.mask.data[60 * 180 + 90]).toBeGreaterThan(0.9);
    expect(cut.mask.data[91 * 180 + 150]).toBeLessThan(0.1);
  });

  it("takes what is named, and not what stands out more", async () => {
    const picture = await samplePicture("still-life");
    const apple = finish(cutSubject(picture, { named: "put the apple" }));
    expect(apple).toMatchObject({ isNamed: true });
    expect(apple?.box.x).toBeGreaterThan(0.45 * picture.width);
    expect(apple?.box.width).toBeLessThan(0.25 * picture.width);
    expect(finish(cutSubject(picture, { named: "put the laptop" }))?.isNamed).not.toBe(true);
  });
});
