import { expect, it } from "vitest";
import { blurRaster } from "../blur.ts";
import { newRaster, type Raster } from "../raster.ts";
import { matchSharpness } from "./match-sharpness.ts";

const [width, height] = [96, 64];
const picture = newRaster(width, height, 3);
for (let i = 0; i < picture.data.length; i++) picture.data[i] = 128 + 60 * Math.sin(Math.floor(i / 3) * 0.9) * Math.cos(i / width / 3);
const everywhere = new Uint8Array(width * height).fill(1);

/** Middle difference from one pixel to the next. */
function steps({ data }: Raster): number {
  let sum = 0;
  for (let i = 3; i < data.length; i++) sum += Math.abs((data[i] as number) - (data[i - 3] as number));
  return sum / data.length;
}

it("a softened result becomes about as sharp as its picture", () => {
  const soft = blurRaster(picture, 0.6);
  const matched = matchSharpness(picture, soft, everywhere);
  expect(steps(soft) / steps(picture)).toBeLessThan(0.8);
  expect(Math.abs(1 - steps(matched) / steps(picture))).toBeLessThan(0.5 * (1 - steps(soft) / steps(picture)));
});

it("a result that was sharpened is softened again", () => {
  const soft = blurRaster(picture, 0.5);
  const matched = matchSharpness(soft, picture, everywhere);
  expect(steps(matched) / steps(soft)).toBeCloseTo(1, 1);
});

it("a result that came back as it was stays exactly so, and so does one of which nothing was kept", () => {
  expect(matchSharpness(picture, picture, everywhere).data).toEqual(picture.data);
  const soft = blurRaster(picture, 1);
  expect(matchSharpness(picture, soft, new Uint8Array(width * height)).data).toEqual(soft.data);
});
