import { expect, it } from "vitest";
import { boxBlur, gaussianBlur } from "../blur.ts";
import { fractalNoise } from "../noise.ts";
import { newPlane, type Plane } from "../plane.ts";
import { evenSharpness } from "./even-sharpness.ts";

const [width, height] = [160, 120];
const picture = newPlane(width, height);
for (let i = 0; i < picture.data.length; i++) {
  picture.data[i] = 50 + 30 * fractalNoise((i % width) / 7, Math.floor(i / width) / 7, 5, 4);
}
const soft = boxBlur(boxBlur(picture, 1), 1);
const everywhere = new Uint8Array(width * height).fill(1);
const differenceTo = (other: Plane): Plane => ({
  ...picture,
  data: other.data.map((value, i) => value - (picture.data[i] as number)),
});
const power = ({ data }: Plane) => data.reduce((sum, value) => sum + value * value, 0) / data.length;

it("what a blur took is no difference any more", () => {
  const light = differenceTo(gaussianBlur(picture, 0.8));
  const before = power(light);
  evenSharpness(light, picture, soft, everywhere);
  expect(power(light)).toBeLessThan(before / 5);
});

it("what was painted stays different, and is not asked where it is known", () => {
  const painted = gaussianBlur(picture, 0.8);
  const kept = everywhere.slice();
  for (let y = 40; y < 80; y++) {
    for (let x = 50; x < 100; x++) {
      painted.data[y * width + x] = 60;
      kept[y * width + x] = 0;
    }
  }
  const light = differenceTo(painted);
  const [inside, outside] = [60 * width + 75, 20 * width + 20];
  const before = light.data[inside] as number;
  evenSharpness(light, picture, soft, kept);
  expect(Math.abs((light.data[inside] as number) - before)).toBeLessThan(3);
  expect(Math.abs(light.data[outside] as number)).toBeLessThan(1);
});

it("a difference that has nothing of the picture's structure stays as it is", () => {
  const light = { ...picture, data: picture.data.map(() => 5) };
  evenSharpness(light, picture, soft, everywhere);
  for (const value of light.data) expect(value).toBeCloseTo(5, 0);
});
