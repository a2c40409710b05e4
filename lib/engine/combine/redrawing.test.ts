import { describe, expect, it } from "vitest";
import { isRedrawing } from "./redrawing.ts";

describe("wishes that ask for drawing", () => {
  it.each([
    "swap the faces",
    "face swap",
    "put her face on the statue",
    "replace the face of the man with the woman's face",
    "give her the hairstyle of the second picture",
    "use the pose from image 2 for the woman",
    "dress the woman in the shirt from the second image",
    "make her wear the dress from image 2",
    "the woman from image 1 wearing the jacket from image 2",
    "take the hat from picture 2 and put it on the man",
    "put the sunglasses on him",
    "virtual try-on",
    "换脸",
    "把第一张的脸换成第二张的",
    "让她穿上第二张图的裙子",
    "把第二张图的衣服换到第一张的人身上",
    "给模特试穿这件外套",
  ])("%s", (prompt) => expect(isRedrawing(prompt)).toBe(true));
  it.each([
    "put the man with dark hair next to the woman",
    "put the girl with long hair on the bench",
    "place the woman in the white dress beside the man in the suit",
    "place the woman wearing a hat from image 1 into image 2",
    "put the man in a red jacket on the bench",
    "put the hat on the table",
    "replace the sky behind the man's head with the sunset",
    "put the man on the left of the second picture",
    "swap the backgrounds",
    "match the colours of the first to the second",
    "把穿着红衣服的女人放到第二张图",
    "把街头的天空换成第二张的",
    "把戴眼镜的男人放到房子前面",
  ])("not %s", (prompt) => expect(isRedrawing(prompt)).toBe(false));
});
