import { describe, expect, it } from "vitest";
import { findKinds, personKind } from "#lib/engine/eye/kinds.ts";
import { readMover } from "./mover.ts";

describe("what a sentence calls the thing that moves", () => {
  it.each([
    ["the woman stands in front of the college, looking at us", false],
    ["place the two people sitting in the living room", true],
    ["让骑自行车的人出现在这条小路上", false],
    ["把正在走路的人放到街上", false],
    ["小孩躲在沙发后面", false],
    ["put the running man onto the road", false],
    ["add the bride to the picture", false],
    ["businessman working in the kitchen", false],
    ["tourist photographing the college", false],
    ["the bearded man takes a selfie in front of the sea", false],
    ["put those two by the lake", true],
    ["add her to the rocks", false],
    ["西装男走在街上", false],
    ["把这两个人P到一起".toLowerCase(), true],
    ["爸爸抱着孩子在海边看日落", true],
    ["a father carrying his child on the beach", true],
    ["all three people in front of the lake", true],
  ])("is somebody in %s", (sentence, isMany) => {
    const mover = readMover(sentence);
    expect(findKinds(mover.named)?.own).toEqual([personKind]);
    expect(mover.isMany).toBe(isMany);
  });

  it("is one of several where the words take one of them", () => {
    expect(readMover("put one of the cats on the sofa").isMany).toBe(false);
    expect(readMover("put the cats on the sofa").isMany).toBe(true);
    expect(readMover("把其中一只猫放到沙发上").isMany).toBe(false);
  });

  it.each([
    ["two dogs playing on the beach", "dog"],
    ["both cats asleep on the bed", "cat"],
    ["show the old car as an exhibit in the museum", "car"],
    ["the pickup is parked right outside the house", "truck"],
  ])("is what stands before how it is to be there in %s", (sentence, kind) => {
    expect(findKinds(readMover(sentence).named)?.own).toEqual(findKinds(kind)?.own);
  });

  it("is told by its side, which is then not where it goes", () => {
    expect(readMover("put the man on the right next to the car")).toMatchObject({ which: "right", text: "put the man next to the car" });
  });
});
