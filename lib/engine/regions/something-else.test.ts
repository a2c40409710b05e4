import { describe, expect, it } from "vitest";
import { findKinds } from "#lib/engine/eye/kinds.ts";
import { lookForNamedThings } from "#lib/engine/eye/named-things.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { lookAt } from "#lib/pixels/segment/view.ts";
import { finish } from "#lib/pixels/work.ts";
import { samplePicture } from "#lib/testing/sample-picture.ts";
import type { Meant } from "./clear-subject.ts";
import { isSomethingElse } from "./something-else.ts";

const picture = await samplePicture("still-life");
const boxes = finish(lookForNamedThings(finish(lookAt(picture))));

/** All of the box of a thing that is seen. */
function boxOf(said: string): Plane {
  const box = boxes.find(({ kind }) => findKinds(said)?.own.includes(kind));
  if (box === undefined) throw new Error(`Expected to see ${said}`);
  const mask = newPlane(picture.width, picture.height);
  for (let y = Math.floor(box.top * picture.height); y < box.bottom * picture.height; y++)
    mask.data.fill(1, Math.floor(y * picture.width + box.left * picture.width), Math.floor(y * picture.width + box.right * picture.width));
  return mask;
}

const guess = (mask: Plane, took: "salient" | "named" = "salient"): Meant => ({ mask, note: { took, share: 0.1, said: "it" } });
const isElse = (said: string, meant: Meant): boolean => finish(isSomethingElse(picture, said, meant));

describe("what was taken for standing out", () => {
  it("is no wall and no pole where it is seen to be a bowl", () => {
    for (const said of ["wall", "the poles", "墙", "栏杆"]) expect(isElse(said, guess(boxOf("bowl")))).toBe(true);
  });
  it("may be whatever the network has no name for, and what it is called", () => {
    for (const said of ["bowl", "碗", "lantern", "chalice"]) expect(isElse(said, guess(boxOf("bowl")))).toBe(false);
  });
  it("is left where it was seen by its name, and where hardly any of it is the other thing", () => {
    expect(isElse("wall", guess(boxOf("bowl"), "named"))).toBe(false);
    const upper = newPlane(picture.width, picture.height);
    upper.data.fill(1, 0, picture.width * Math.floor(0.35 * picture.height));
    expect(isElse("wall", guess(upper))).toBe(false);
  });
});
