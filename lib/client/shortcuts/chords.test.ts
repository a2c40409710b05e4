import { describe, expect, it } from "vitest";
import { formatChord, isSingleSign, type KeyPress, readChord, toAriaKeys } from "./chords.ts";

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, code: "", shiftKey: false, ctrlKey: false, metaKey: false, altKey: false },
  ...more,
});

describe("a chord", () => {
  it("goes by the letter that is typed, in either case", () => {
    expect(readChord(press("e"))).toBe("e");
    expect(readChord(press("E"))).toBe("e");
    expect(readChord(press("I", { shiftKey: true }))).toBe("shift+i");
  });

  it("goes by the place of the key where an input method swallows the letter", () => {
    for (const key of ["Process", "Dead", "Unidentified"]) expect(readChord(press(key, { code: "KeyB" }))).toBe("b");
    expect(readChord(press("Process", { code: "Slash", shiftKey: true }))).toBe("?");
    expect(readChord(press("Process", { code: "Backslash" }))).toBe("\\");
  });

  it("takes Ctrl and Cmd for one, and puts the modifiers in one order", () => {
    expect(readChord(press("Z", { metaKey: true, shiftKey: true }))).toBe("mod+shift+z");
    expect(readChord(press("Enter", { ctrlKey: true }))).toBe("mod+enter");
    expect(readChord(press("+", { ctrlKey: true, shiftKey: true }))).toBe("mod+=");
  });

  it("keeps Shift apart for brackets, and as a part of signs that need it", () => {
    expect(readChord(press("{", { code: "BracketLeft", shiftKey: true }))).toBe("shift+[");
    expect(readChord(press("?", { code: "Slash", shiftKey: true }))).toBe("?");
  });

  it("is none while only a modifier is down", () => {
    for (const key of ["Shift", "Control", "Alt", "Meta", "CapsLock"]) expect(readChord(press(key))).toBeNull();
  });

  it("knows which chords a voice could set off", () => {
    expect(["b", "shift+i", "?", "1"].every(isSingleSign)).toBe(true);
    expect(["mod+k", "delete", "enter", "alt+1"].some(isSingleSign)).toBe(false);
  });

  it("is written as on the keys of the machine", () => {
    expect(formatChord("mod+shift+z", true)).toBe("⌘⇧Z");
    expect(formatChord("mod+shift+z", false)).toBe("Ctrl Shift Z");
    expect(formatChord("mod+enter", false)).toBe("Ctrl Enter");
    expect(toAriaKeys("mod+k")).toBe("Control+K");
  });
});
