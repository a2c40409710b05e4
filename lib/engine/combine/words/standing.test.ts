import { describe, expect, it } from "vitest";
import type { Placing } from "../arrangement.ts";
import { readArrangement } from "./read-arrangement.ts";

const read = (prompt: string): Placing => readArrangement(prompt).arrangement as Placing;

describe("reading where a thing stands", () => {
  it.each([
    ["put the man on the lawn of the second picture", { on: { name: "plants" } }],
    ["把狗放到草地上", { on: { name: "plants" } }],
    ["put the car on the road", { on: { name: "ground" } }],
    ["put the cat on the red sofa of the second picture", { upon: "red sofa" }],
    ["把花瓶放到桌子上", { upon: "桌子" }],
    ["将产品放置在桌面上", { upon: "桌面" }],
    ["add the cat to the sofa and make it look natural", { upon: "sofa" }],
    ["place the dog at the man's feet", { beside: "man" }],
    ["把小狗放在男人脚边", { beside: "男人" }],
    ["put the dog by the lake", { isByWater: true }],
    ["put the dog next to the man", { beside: "man" }],
    ["put the man with a beard next to the woman in white", { beside: "woman" }],
    ["put the woman on the left of the man", { beside: "man" }],
    ["put the two people together in one photo", { beside: "person" }],
    ["put the man from the second picture next to her", { beside: "person" }],
    ["把她放到他身边", { beside: "person" }],
    ["让两个人站在一起合影", { beside: "person" }],
    ["把狗放在长椅旁边", { beside: "长椅" }],
    ["put the boat on the lake", { on: { name: "water" }, isByWater: true, isAfloat: true }],
    ["把红色的船放到第二张图的海上", { isByWater: true, isAfloat: true }],
    ["put the swan into the second picture", { isAfloat: true }],
    ["put the sitting man on the beach", { isSitting: true, on: { name: "ground" } }],
    ["把坐着的男人放到沙滩上", { isSitting: true }],
  ])("%s", (prompt, expected) => {
    expect(read(prompt).standing).toMatchObject(expected);
  });
  it("takes a road and a beach for no water, and the second picture for no ground", () => {
    for (const prompt of ["put the dog on the road", "把狗放到海滩上"]) expect(read(prompt).standing.isByWater).toBeUndefined();
    expect(read("put the woman in the second picture").standing).toEqual({});
    for (const prompt of ["把父亲和孩子放到夕阳的海边", "put the couple on the lake shore"]) {
      expect(read(prompt).standing).toMatchObject({ isByWater: true });
      expect(read(prompt).standing.isAfloat).toBeUndefined();
    }
  });
});

describe("which of several moves", () => {
  it.each([
    ["put the man on the right by the lake", "right", "next"],
    ["put the man on the left next to the house", "left", "next"],
    ["把右边的男人放到房子前面", "right", "front"],
  ])("%s", (prompt, which, side) => {
    expect(read(prompt)).toMatchObject({ which, side });
  });
  it("is not said by where it goes", () => {
    for (const prompt of ["put the dog on the left", "put the woman on the left of the tree", "put the dog on the left in image 2"])
      expect(read(prompt)).toMatchObject({ side: "left" });
    for (const prompt of ["put the dog on the left", "put the woman on the left of the tree"]) expect(read(prompt).which).toBeUndefined();
  });
  it("flies without the word being its name", () => {
    expect(read("let the bird fly over the lake")).toMatchObject({ kind: "place", named: "let the bird", isAloft: true });
  });
});
