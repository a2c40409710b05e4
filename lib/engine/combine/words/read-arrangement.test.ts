import { describe, expect, it } from "vitest";
import { readArrangement } from "./read-arrangement.ts";

describe("reading how two pictures come together", () => {
  it.each([
    ["Put the woman next to the house", { kind: "place", side: "next", isPerson: true }],
    ["把女人放在房子旁边", { kind: "place", side: "next", isPerson: true }],
    ["use the lighting of image 2 on image 1", { kind: "colours", picture: 0 }],
    ["fade from one picture to the other", { kind: "beside", isGradual: true, firstLeads: true }],
    ["overlay the logo on the photo at the top left", { kind: "inset", place: "top left" }],
    ["add the moon from the second picture to the sky", { kind: "place", subject: 1, isAloft: true }],
    ["把第二张的月亮加到第一张的天空", { kind: "place", subject: 1, isAloft: true }],
    ["place the drone high above the city", { kind: "place", isAloft: true }],
    ["the first above the second", { kind: "beside", axis: "down" }],
    ["place the car in the driveway facing left", { kind: "place", side: "next" }],
    ["seamlessly blend the man into the beach scene", { kind: "place", isPerson: true }],
    ["blend the woman from image 1 into image 2 naturally", { kind: "place", subject: 0 }],
    ["put the woman on the beach and match the colours", { kind: "place", isPerson: true }],
    ["put the man from the first image in the second image, keep the style of the second", { kind: "place", subject: 0 }],
    ["把模特放到图二的海边，注意光影一致", { kind: "place", subject: 0 }],
    ["图一人物融入图二", { kind: "place", subject: 0 }],
    ["保留图一人物，换成图二场景", { kind: "place", subject: 0, isBackdrop: true }],
    ["blend the two portraits together", { kind: "blend" }],
    ["融合两张图，要自然", { kind: "blend" }],
    ["place the dog on the left of the sofa", { kind: "place", side: "left", isPerson: false }],
    ["put a giant cat in front of the tower", { kind: "place", side: "front", size: 1.7 }],
    ["put the stack of stones in front of the lake", { kind: "place", side: "front" }],
    ["combine the two people into one photo", { kind: "place", standing: { beside: "person" } }],
    ["把两个人合成一张照片", { kind: "place", standing: { beside: "person" } }],
    ["make the man and the woman hug each other", { kind: "place", standing: { beside: "person" } }],
    ["combine both into one picture", { kind: "blend" }],
    ["put the man among the people", { kind: "place", standing: { beside: "people" } }],
    ["swap the background for the college", { kind: "place", isBackdrop: true }],
    ["把背景换成大海", { kind: "place", isBackdrop: true }],
    ["stack them", { kind: "beside", axis: "down" }],
    ["the cyclists ride along the street", { kind: "place", named: "the cyclists", standing: { on: { name: "ground" } } }],
    ["the pickup is parked right outside the house", { kind: "place", side: "next" }],
    ["put the pickup outside the house on the right", { kind: "place", side: "right" }],
    ["把这两个人P到一起", { kind: "place", standing: { beside: "person" } }],
    ["爸爸抱着孩子在海边看日落", { kind: "place", isMany: true, standing: { isByWater: true } }],
    ["put the cyclists on the road", { kind: "place", isMany: true }],
    ["the car from image 2 on the beach", { kind: "place", subject: 1 }],
    ["把人物抠出来放到第二张图的山前面", { kind: "place", subject: 0, side: "front" }],
    ["put her into the first picture", { kind: "place", subject: 1 }],
    ["use image 1 as background", { kind: "place", subject: 1 }],
    ["把灯笼挂在第二张图的天空里", { kind: "place", subject: 0 }],
    ["用第二张图作为背景", { kind: "place", subject: 0 }],
    ["place the first picture on the right of the second", { kind: "beside", axis: "across", firstLeads: false }],
    ["第一张放在第二张的左边", { kind: "beside", axis: "across", firstLeads: true }],
    ["put both pictures side by side", { kind: "beside", axis: "across", firstLeads: true }],
    ["blend them", { kind: "blend" }],
    ["两张图融合", { kind: "blend" }],
    ["left half and right half", { kind: "halves", axis: "across", firstLeads: true }],
    ["上半部分用第二张，下半部分用第一张", { kind: "halves", axis: "down" }],
    ["match the colours of the second picture", { kind: "colours", picture: 0 }],
    ["blend them half and half, first one on the left", { kind: "halves", axis: "across", firstLeads: true }],
    ["picture two as a small inset bottom right", { kind: "inset", over: 1, place: "bottom right" }],
    ["colour grade the first like the second", { kind: "colours", picture: 0 }],
    ["use the sky of the second picture in the first", { kind: "sky", picture: 0 }],
    ["swap the sky in the second photo with the one from the first", { kind: "sky", picture: 1 }],
    ["把第一张的天空换成第二张的天空", { kind: "sky", picture: 0 }],
    ["replace the sky in the street photo with the sunset", { kind: "sky", picture: 0 }],
    ["replace the sky of the second picture with the sunset", { kind: "sky", picture: 1 }],
    ["把街景的天空换成日落", { kind: "sky", picture: 0 }],
    ["把第二张的天空换成日落", { kind: "sky", picture: 1 }],
    ["give the first room the warm light of the second", { kind: "colours", picture: 0 }],
    ["cyclist crossing the bridge", { kind: "place", named: "cyclist" }],
    ["drive the vintage car down the path", { kind: "place", named: "drive the vintage car", standing: { on: { name: "ground" } } }],
    ["put the man from image 1 behind the car in image 2", { kind: "place", subject: 0, standing: { behind: "car" } }],
    ["把男人放到汽车后面", { kind: "place", standing: { behind: "汽车" } }],
    ["put the second picture behind the first", { kind: "place", subject: 0, side: "middle" }],
    ["用第一张图的天空替换第二张的", { kind: "sky", picture: 1 }],
    ["把风筝放到第二张图的天空里", { kind: "place", subject: 0, isAloft: true, thing: { isSmall: true } }],
    ["put the orange balloon into the sky of the second picture", { kind: "place", thing: { isSmall: true } }],
    ["let the hawk fly in the sky of the second picture", { kind: "place", subject: 0, isAloft: true }],
    ["make the horse stand in the meadow of the second picture", { kind: "place", subject: 0 }],
    ["小鸟飞在房子上空", { kind: "place", isAloft: true }],
    ["set him against the evening sky of the second photo", { kind: "place", subject: 0, isPerson: true }],
    ["use the evening sky of the second picture", { kind: "sky", picture: 0 }],
    ["make image 2 the background", { kind: "place", subject: 0, side: "middle" }],
    ["swap the background of the portrait for the second photo", { kind: "place", subject: 0 }],
    ["用第二张图作背景，人物放中间", { kind: "place", subject: 0, side: "middle", isPerson: true }],
    ["把图一的背景换成图二", { kind: "place", subject: 0 }],
    ["给人物换上第二张图的背景", { kind: "place", subject: 0 }],
    ["remove the background from the first and place the subject in the second", { kind: "place", subject: 0 }],
    ["match the colours of the first picture to the second", { kind: "colours", picture: 0 }],
    ["match the colours of the second picture to the first", { kind: "colours", picture: 1 }],
    ["让第二张图的色调和第一张一致", { kind: "colours", picture: 1 }],
    ["按图2的颜色给图1调色", { kind: "colours", picture: 0 }],
    ["参考图1的光影调整图2", { kind: "colours", picture: 1 }],
    ["put the small dog at the bottom right corner", { kind: "place", side: "right" }],
    ["put the watermark at the bottom right corner", { kind: "inset", place: "bottom right" }],
    ["put the second picture in the bottom right corner", { kind: "inset", over: 1, place: "bottom right" }],
    ["combine the two images into one", { kind: "blend" }],
    ["blend both photos from left to right", { kind: "beside", axis: "across", isGradual: true }],
    ["上下渐变融合，第二张在上", { kind: "beside", axis: "down", firstLeads: false, isGradual: true }],
    ["put the logo in the top left corner", { kind: "inset", place: "top left" }],
  ])("reads %s", (prompt, expected) => {
    const { arrangement, isUnderstood } = readArrangement(prompt);
    expect(arrangement).toMatchObject(expected);
    expect(isUnderstood).toBe(true);
  });
  it("takes the likeliest for words it does not know, and says so", () => {
    expect(readArrangement("xyzzy")).toMatchObject({ isUnderstood: false, arrangement: { kind: "place" } });
  });

  it("hangs nobody in the air who does not fly", () => {
    expect(readArrangement("set the woman against the sky of the second photo").arrangement).not.toHaveProperty("isAloft");
    expect(readArrangement("let the girl float in the sky of the second photo").arrangement).toHaveProperty("isAloft");
  });

  it("takes no thing for the one that moves which is worn, carried or stood beside", () => {
    const prompts = [
      "put the cup next to the ball",
      "put the woman with the ball by the house",
      "put the girl in the orange dress into picture 2",
    ];
    for (const prompt of prompts) expect(readArrangement(prompt).arrangement, prompt).not.toHaveProperty("thing");
    expect(readArrangement("let the hawk fly over the rocks").arrangement).not.toMatchObject({ thing: { isSmall: true } });
    expect(readArrangement("put the ball next to the cup").arrangement).toMatchObject({ thing: { isRound: true } });
  });
});
