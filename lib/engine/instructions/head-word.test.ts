import { describe, expect, it } from "vitest";
import { readPlace } from "./place.ts";

describe("what a phrase is about", () => {
  it.each([
    ["the dog on the grass", "subject", "dog"],
    ["the boat on the lake", "subject", "boat"],
    ["the rocks in the water", "land", "rocks"],
    ["the bird that is sitting in the tree", "subject", "bird"],
    ["the house by the sea", "subject", "house"],
    ["the leaves on the ground", "plants", "leaves"],
    ["the sky behind the mountain", "sky", "sky"],
    ["the red car on the green grass", "colour", "red car"],
    ["the rock face", "land", "rock face"],
    ["the street lamp", "subject", "street lamp"],
    ["the sand castle", "subject", "sand castle"],
    ["the water lilies", "subject", "water lilies"],
    ["the surface of the water", "water", "surface of water"],
    ["草地上的狗", "subject", "狗"],
    ["海上的船", "subject", "船"],
    ["草地旁边的红色汽车", "colour", "红色汽车"],
    ["远处的山坡", "land", "远处 山坡"],
    ["天空中的云朵", "clouds", "云朵"],
    ["湖里的水", "water", "水"],
    ["沙发", "subject", "沙发"],
    ["河马", "subject", "河马"],
    ["草莓", "subject", "草莓"],
  ])("takes %s for %s", (said, name, about) => {
    expect(readPlace(said)).toMatchObject({ name, said: about });
  });

  it("keeps the side that tells which is meant", () => {
    expect(readPlace("the cloud on the left")?.side).toBe("left");
    expect(readPlace("画面左边的树")).toMatchObject({ name: "plants", side: "left" });
  });

  it.each(["the cyclists' jerseys", "the man's striped shirt", "骑手的球衣", "女孩的裙子"])(
    "takes %s for what is worn, and for nobody",
    (said) => {
      const place = readPlace(said);
      expect(place).toMatchObject({ name: "subject", isPart: true });
      expect(place?.thing).toBeUndefined();
    },
  );

  it("takes the place where nothing else is named", () => {
    expect(readPlace("everything in the water")?.name).toBe("water");
  });
});
