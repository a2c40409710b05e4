import { describe, expect, it } from "vitest";
import { readReviewKey } from "./review-keys.ts";

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  ({ key, code: "", shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, ...more }) as KeyboardEvent;

describe("a key while pictures are compared", () => {
  it("picks by number where several results stand side by side, and sets the zoom elsewhere", () => {
    expect(readReviewKey(press("1"), { isGrid: true })).toEqual({ kind: "pick", number: 1 });
    expect(readReviewKey(press("1"), { isGrid: false })).toEqual({ kind: "actual-size" });
    expect(readReviewKey(press("3"), { isGrid: false })).toBeUndefined();
  });

  it("is the browser's own with a modifier it does not know", () => {
    expect(readReviewKey(press("c", { ctrlKey: true }), { isGrid: false })).toBeUndefined();
    expect(readReviewKey(press("r", { metaKey: true }), { isGrid: false })).toBeUndefined();
    expect(readReviewKey(press("0", { ctrlKey: true }), { isGrid: true })).toEqual({ kind: "fit" });
  });

  it("goes by its place where an input method swallows the letter, and rests while a word is composed", () => {
    expect(readReviewKey(press("Process", { code: "KeyK" }), { isGrid: false })).toEqual({ kind: "keep-part" });
    expect(readReviewKey(press("k", { isComposing: true }), { isGrid: false })).toBeUndefined();
  });
});
