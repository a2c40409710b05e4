import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { isSrgbProfile } from "./srgb-profile.ts";

async function profileOf(name: string): Promise<Buffer> {
  const picture = sharp({ create: { width: 4, height: 4, channels: 3, background: "#888" } });
  const { icc } = await sharp(await picture.withIccProfile(name).jpeg().toBuffer()).metadata();
  if (!icc) throw new Error(`Expected a profile called ${name}`);
  return icc;
}

describe("a colour profile", () => {
  it("counts as sRGB by its primaries and curves", async () => {
    expect(isSrgbProfile(await profileOf("srgb"))).toBe(true);
  });

  it.each(["p3", "cmyk"])("does not count as sRGB when it is %s", async (name) => {
    expect(isSrgbProfile(await profileOf(name))).toBe(false);
  });

  it("does not count as sRGB because its name says so", async () => {
    const p3 = await profileOf("p3");
    expect(isSrgbProfile(Buffer.concat([p3, Buffer.from("sRGB IEC61966-2.1")]))).toBe(false);
  });

  it("does not count as sRGB when another curve stands in it", async () => {
    const profile = await profileOf("srgb");
    const curve = Math.max(profile.lastIndexOf("para"), profile.lastIndexOf("curv"));
    const linear = Buffer.from(profile);
    linear.write("curv", curve, "latin1");
    linear.writeUInt32BE(0, curve + 8);
    expect(isSrgbProfile(linear)).toBe(false);
  });

  it("may be cut off anywhere without harm", async () => {
    const profile = await profileOf("srgb");
    for (let length = 0; length < 400; length += 7) expect(isSrgbProfile(profile.subarray(0, length))).toBe(false);
  });
});
