import { describe, expect, it } from "vitest";
import { finish } from "#lib/pixels/work.ts";
import { daylightFor } from "./light/hours.ts";
import { paintScene } from "./paint-scene.ts";
import { readScene } from "./words/read-scene.ts";

/** The mean of red, green and blue over some rows of a small painting. */
function meanOf(prompt: string, from: number, to: number, seed = 1): readonly [number, number, number] {
  const [width, height] = [150, 100];
  const { data, channels } = finish(paintScene(readScene(prompt, seed).scene, width, height));
  const sum: [number, number, number] = [0, 0, 0];
  for (let at = Math.floor(height * from) * width; at < Math.floor(height * to) * width; at++)
    for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + (data[at * channels + c] as number);
  const count = width * (Math.floor(height * to) - Math.floor(height * from));
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

describe("the last light", () => {
  it.each(["snowy mountains at sunset", "雪山日落，日照金山", "snow peaks in alpenglow"])(
    "warms the peaks over a blue valley: %s",
    (prompt) => {
      const [peakRed, , peakBlue] = meanOf(prompt, 0.16, 0.36);
      const [footRed, , footBlue] = meanOf(prompt, 0.85, 1);
      expect(peakRed / peakBlue).toBeGreaterThan(1.1);
      expect(footBlue / footRed).toBeGreaterThan(1.2);
    },
  );

  it("has the sun itself where that was asked for", () => {
    for (const prompt of ["sunset behind snowy mountains", "silhouette of a hiker before snowy mountains at sunset", "雪山后面的落日"])
      expect(readScene(prompt, 1).scene.traits).not.toContain("alpenglow");
  });

  it("is seen over the dunes of every desert at sunset", () => {
    for (let seed = 1; seed <= 8; seed++) expect(daylightFor(readScene("沙漠日落", seed).scene).isSunSeen).toBe(true);
  });

  it("leaves a night as pale as it was asked to be", () => {
    const [, pale] = meanOf("中秋节海报，满月，淡蓝夜空，云海", 0, 0.05);
    const [, dark] = meanOf("中秋节海报，满月，夜空，云海", 0, 0.05);
    expect(pale).toBeGreaterThan(dark * 1.4);
  });

  it("makes no autumn wood of a mid-autumn moon", () => {
    const { scene } = readScene("a silver full moon over a pale lilac night sky, mid-autumn", 1);
    expect(scene.setting).toBe("sky");
    expect(scene.season).toBeUndefined();
  });

  it("is the peaks' where it is something else that lies before or behind", () => {
    expect(readScene("snowy peaks at sunrise behind a lake", 1).scene.traits).toContain("alpenglow");
  });

  it("is on every peak that is known for its snow", () => {
    for (const prompt of ["the Matterhorn at sunrise, glowing peak above a dark valley", "珠峰日落", "雪峰夕照"])
      expect(readScene(prompt, 1).scene).toMatchObject({ setting: "mountains", traits: expect.arrayContaining(["alpenglow"]) });
  });
});
