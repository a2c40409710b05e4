import { expect, it } from "vitest";
import { newRaster } from "../raster.ts";
import { finish } from "../work.ts";
import { lookAt } from "./view.ts";

it("goes through a large picture with pauses, once for all who look at it", () => {
  const picture = newRaster(4000, 3000, 3);
  const pauses = [...lookAt(picture)];
  expect(pauses.length).toBeGreaterThan(40);
  expect([...lookAt(picture)]).toEqual([]);
  expect(finish(lookAt(picture))).toBe(finish(lookAt(picture)));
  // Another size is another look, and so is another picture of the same values.
  expect(finish(lookAt(picture, 96)).width).toBe(96);
  expect(finish(lookAt({ ...picture }))).not.toBe(finish(lookAt(picture)));
});
