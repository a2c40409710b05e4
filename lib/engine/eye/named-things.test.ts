import { describe, expect, it } from "vitest";
import { newRaster } from "#lib/pixels/raster.ts";
import { lookAt } from "#lib/pixels/segment/view.ts";
import { finish } from "#lib/pixels/work.ts";
import { samplePicture } from "#lib/testing/sample-picture.ts";
import { findKinds } from "./kinds.ts";
import { lookForNamedThings } from "./named-things.ts";

describe("things with names", () => {
  it("are the bowl, the vase and the apple on a painted table, where they stand", async () => {
    const boxes = finish(lookForNamedThings(finish(lookAt(await samplePicture("still-life")))));
    const boxOf = (said: string) => boxes.find(({ kind }) => findKinds(said)?.own.includes(kind));
    const middleOf = (said: string) => {
      const { left = 0, right = 0, top = 0, bottom = 0 } = boxOf(said) ?? {};
      return [(left + right) / 2, (top + bottom) / 2];
    };
    const near = (value: number) => expect.toSatisfy((own: number) => Math.abs(own - value) < 0.05);
    expect(middleOf("bowl")).toEqual([near(0.38), near(0.64)]);
    expect(middleOf("vase")).toEqual([near(0.56), near(0.42)]);
    expect(middleOf("apple")).toEqual([near(0.575), near(0.7)]);
    expect(boxOf("dog")).toBeUndefined();
  });

  it("are none in an even picture", () => {
    const even = { ...newRaster(160, 120, 3), data: new Uint8ClampedArray(160 * 120 * 3).fill(128) };
    expect(finish(lookForNamedThings(finish(lookAt(even))))).toEqual([]);
  });

  it("are looked for once in a picture, and are the same in its copy", async () => {
    const picture = await samplePicture("still-life");
    const first = finish(lookForNamedThings(finish(lookAt(picture))));
    expect([...lookForNamedThings(finish(lookAt(picture, 160)))]).toEqual([]);
    expect(finish(lookForNamedThings(finish(lookAt({ ...picture }))))).toEqual(first);
  });
});
