import { describe, expect, it } from "vitest";
import { readStageKey } from "./stage-keys.ts";

const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, isComposing: false };

describe("a key on the stage", () => {
  it("chooses a tool by its letter, in either case of the keyboard", () => {
    expect(readStageKey({ ...none, key: "e", code: "KeyE" })).toEqual({ kind: "tool", tool: "eraser" });
    expect(readStageKey({ ...none, key: "E", code: "KeyE" })).toEqual({ kind: "tool", tool: "eraser" });
  });

  it("goes by its place where an input method swallows the letter", () => {
    expect(readStageKey({ ...none, key: "Process", code: "KeyB" })).toEqual({ kind: "tool", tool: "brush" });
  });

  it("means nothing while a word is composed", () => {
    expect(readStageKey({ ...none, key: "b", code: "KeyB", isComposing: true })).toBeUndefined();
  });

  it("tells size from hardness and undo from redo by Shift", () => {
    expect(readStageKey({ ...none, key: "]", code: "BracketRight" })).toEqual({ kind: "size", direction: 1 });
    expect(readStageKey({ ...none, key: "}", code: "BracketRight", shiftKey: true })).toEqual({ kind: "hardness", direction: 1 });
    expect(readStageKey({ ...none, key: "z", code: "KeyZ", metaKey: true })).toEqual({ kind: "undo" });
    expect(readStageKey({ ...none, key: "Z", code: "KeyZ", ctrlKey: true, shiftKey: true })).toEqual({ kind: "redo" });
  });

  it("leaves the browser its own: copying is not choosing", () => {
    expect(readStageKey({ ...none, key: "b", code: "KeyB", ctrlKey: true })).toBeUndefined();
  });
});
