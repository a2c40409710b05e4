import { describe, expect, it } from "vitest";
import { readPlace } from "#lib/engine/instructions/place.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { samplePicture } from "#lib/testing/sample-picture.ts";
import { findMeant } from "./find-meant.ts";

const picture = await samplePicture("still-life");

function meant(said: string, purpose: "recolour" | "remove" | "tone" = "tone", of: Raster = picture) {
  const place = readPlace(said);
  if (place === undefined) throw new Error(`Expected a place in "${said}"`);
  return finish(findMeant(of, place, purpose));
}

const at = ({ width, height, data }: Plane, x: number, y: number): number =>
  data[Math.floor(y * height) * width + Math.floor(x * width)] as number;

describe("a thing that has a name", () => {
  it.each(["the vase", "花瓶"])("is told by it: %s", (said) => {
    const found = meant(said);
    expect(found?.note).toMatchObject({ took: "named" });
    const mask = found?.mask as Plane;
    expect(at(mask, 0.56, 0.55)).toBeGreaterThan(0.9);
    expect(Math.max(at(mask, 0.38, 0.68), at(mask, 0.2, 0.3), at(mask, 0.9, 0.9))).toBeLessThan(0.1);
  });

  it("is another one by another name", () => {
    const mask = meant("the bowl")?.mask as Plane;
    expect(at(mask, 0.38, 0.7)).toBeGreaterThan(0.9);
    expect(Math.max(at(mask, 0.56, 0.5), at(mask, 0.2, 0.3))).toBeLessThan(0.1);
  });

  it("is taken by its paint where that is strong, and goes by what stands out where nothing of the name is seen", () => {
    expect(meant("the vase", "recolour")?.note).toMatchObject({ took: "named" });
    expect(meant("the laptop", "recolour")?.note?.took).not.toBe("named");
  });
});

describe("somebody who is not there", () => {
  it.each(["the man", "那个女人"])("is not removed, nor is what stands out instead: %s", (said) => {
    expect(meant(said, "remove")).toBeUndefined();
  });
});
