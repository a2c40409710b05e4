import { expect, it } from "vitest";
import { fractalNoise } from "../noise.ts";
import { newRaster, type Raster } from "../raster.ts";
import { evenColours } from "./colour-field.ts";

const [width, height] = [320, 240];

/** Yellow on a ground that is nearly black. */
function drawPetals(): Raster {
  const picture = newRaster(width, height, 3);
  for (let i = 0; i < width * height; i++) {
    const light = 20 * fractalNoise((i % width) / 20, Math.floor(i / width) / 20, 3, 3);
    const isPetal = i % width > 120;
    picture.data[i * 3] = isPetal ? 235 : 8;
    picture.data[i * 3 + 1] = isPetal ? 180 + light : 9;
    picture.data[i * 3 + 2] = isPetal ? 30 + 2 * light : 14;
  }
  return picture;
}

it("ground that was cut off at black counts where a fit to all else would lift it", () => {
  const picture = drawPetals();
  const bent = { ...picture, data: Uint8ClampedArray.from(picture.data) };
  for (let at = 2; at < bent.data.length; at += 3) {
    const drift = 10 * Math.sin((Math.floor(at / 3) % width) / 30);
    const fromRed = 26 * ((picture.data[at - 2] as number) / 255) - 14;
    bent.data[at] = (picture.data[at] as number) + fromRed + drift;
  }
  const everything = new Uint8Array(width * height).fill(1);
  const evened = evenColours(bent, picture, everything, new Float32Array(picture.data.length), { clip: { low: 0, high: 255 } });
  const off = (x: number) => {
    const at = (120 * width + x) * 3 + 2;
    return Math.abs((evened?.[at] as number) - (bent.data[at] as number));
  };
  expect(off(100)).toBeLessThan(10);
  expect(off(60)).toBeLessThan(6);
  expect(off(260)).toBeLessThan(6);
});
