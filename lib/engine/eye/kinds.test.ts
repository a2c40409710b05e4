import { describe, expect, it } from "vitest";
import { findKinds, heightNamed, isAlive, kinds, personKind } from "./kinds.ts";

const nameOf = (said: string): number | undefined => findKinds(said)?.own[0];
const kindOf = (word: string): number => kinds.findIndex(({ words }) => [...word.matchAll(words)].some(({ 0: own }) => own === word));

describe("what words call a thing", () => {
  it("is one of eighty kinds, a person first", () => {
    expect(kinds).toHaveLength(80);
    expect(kindOf("man")).toBe(personKind);
  });

  it.each([
    ["old man", "man"],
    ["man on left", "man"],
    ["woman in red", "man"],
    ["左边 男人", "man"],
    ["kids", "man"],
    ["小猫", "cat"],
    ["那只 狗", "dog"],
    ["sailboats", "boat"],
    ["小船", "boat"],
    ["scooter", "motorcycle"],
    ["红色 车", "car"],
    ["公交车", "bus"],
    ["glass of wine", "wine glass"],
    ["lady's handbag", "handbag"],
    ["dog bed", "bed"],
    ["ipad", "phone"],
    ["花瓶", "vase"],
    ["猫头鹰", "bird"],
  ])("%s: %s", (said, kind) => expect(nameOf(said)).toBe(kindOf(kind)));

  it.each(["sofa cushions", "subject", "sky", "orange car park", "人物", "car door", "车牌", "house", "grass"])(
    "no thing of a kind: %s",
    (said) => expect(findKinds(said)).toBeUndefined(),
  );

  it("may be taken for what is alike, but never for itself twice", () => {
    const wanted = findKinds("the cow");
    expect(wanted?.own).toEqual([kindOf("cow")]);
    expect(wanted?.alike).toContain(kindOf("horse"));
    expect(wanted?.alike).not.toContain(kindOf("cow"));
  });

  it("is any animal where the network was shown none of the name", () => {
    expect(findKinds("狮子")?.own).toEqual(expect.arrayContaining([kindOf("cat"), kindOf("dog")]));
    expect(findKinds("the lion")?.own.every(isAlive)).toBe(true);
  });
});

describe("how tall a thing is", () => {
  it("is known of what stands on the ground, by its name", () => {
    const [dog, man, bus] = ["the dog", "男人", "a red bus"].map(heightNamed);
    expect(dog).toBeLessThan(man as number);
    expect(man).toBeLessThan(bus as number);
  });
  it("is not known of boats, cups and what has no name here", () => {
    for (const said of ["the boat", "杯子", "the lantern"]) expect(heightNamed(said)).toBeUndefined();
  });
});
