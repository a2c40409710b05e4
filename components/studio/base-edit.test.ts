import { describe, expect, it } from "vitest";
import type { Edit } from "#lib/wire.ts";
import { baseEditOf, heirOf, isUnderReview, madeFrom, openEditOf, originalOf, parentOf } from "./base-edit.ts";

function edit(id: string, kind: Edit["kind"], parentId: string | null): Edit {
  return { id, kind, parentId, picture: { id: `pic_${id}` } } as Edit;
}

const photo = edit("photo", "upload", null);
const result = edit("result", "prediction", "photo");
const later = edit("later", "prediction", "result");
const edits = [photo, result, later];

describe("which edit is open", () => {
  it("is the one in the address, else the current one, else the newest", () => {
    expect(openEditOf({ edits, currentEditId: "result" }, "photo")).toBe(photo);
    expect(openEditOf({ edits, currentEditId: "result" }, "gone")).toBe(result);
    expect(openEditOf({ edits, currentEditId: null }, null)).toBe(later);
    expect(openEditOf({ edits: [], currentEditId: null }, null)).toBeNull();
  });
});

describe("which edit is built on", () => {
  it("stays the original while its result is being judged, so that the next try starts from the same place", () => {
    expect(isUnderReview(result, "photo")).toBe(true);
    expect(baseEditOf({ edits, currentEditId: "photo" }, result)).toBe(photo);
  });

  it("is what one sees once it is kept, or when one goes back to an older edit", () => {
    expect(baseEditOf({ edits, currentEditId: "result" }, result)).toBe(result);
    expect(baseEditOf({ edits, currentEditId: "later" }, result)).toBe(result);
    expect(baseEditOf({ edits, currentEditId: "later" }, photo)).toBe(photo);
  });

  it("becomes the parent of a run whose picture it is, and another edit where its picture was chosen", () => {
    expect(parentOf(edits, photo, "pic_photo")).toBe("photo");
    expect(parentOf(edits, photo, "pic_later")).toBe("later");
    expect(parentOf(edits, photo, "pic_elsewhere")).toBeNull();
  });
});

describe("what a result is compared with", () => {
  it("is the edit it was made from; an upload is compared with nothing", () => {
    expect(originalOf(edits, later)).toBe(result);
    expect(originalOf(edits, photo)).toBeNull();
    expect(originalOf([later], later)).toBeNull();
  });
});

describe("which edit follows a deleted one as the current one", () => {
  it("is the one it was made from, else one that was made from it, else the newest", () => {
    expect(heirOf(edits, result, "result")).toBe("photo");
    expect(heirOf(edits, photo, "photo")).toBe("result");
    const other = edit("other", "upload", null);
    expect(heirOf([photo, other], photo, "photo")).toBe("other");
  });

  it("stays what it is while another one is deleted", () => {
    expect(heirOf(edits, later, "result")).toBe("result");
  });

  it("is nobody after the last one, which therefore stays", () => {
    expect(heirOf([photo], photo, "photo")).toBeNull();
  });
});

describe("what an edit was made from", () => {
  it("is what it hangs from in the whole tree, however the shown one was joined", () => {
    const joined = { ...later, parentId: "photo" };
    expect(madeFrom(edits, joined)).toBe(result);
    expect(madeFrom(edits, photo)).toBeNull();
    expect(madeFrom(edits, null)).toBeNull();
  });
});
