import { describe, expect, it } from "vitest";
import { createHeldKeys } from "./held-keys.ts";

const plain = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false };

function typed(...keys: readonly string[]): string {
  const held = createHeldKeys();
  for (const key of keys) held.press({ ...plain, key });
  return held.text();
}

describe("keys that are held for a field", () => {
  it("are its first words, letters that are shortcuts elsewhere among them", () => {
    expect(typed("b", "r", "?", " ", "填")).toBe("br? 填");
  });

  it("are taken back one sign at a time", () => {
    expect(typed("a", "🪑", "Backspace", "b", "Backspace", "Backspace", "Backspace")).toBe("");
  });

  it("are not those that move, close or command", () => {
    const held = createHeldKeys();
    expect(held.press({ ...plain, key: "Escape" })).toBe(false);
    expect(held.press({ ...plain, key: "ArrowDown" })).toBe(false);
    expect(held.press({ ...plain, key: "z", ctrlKey: true })).toBe(false);
    expect(held.press({ ...plain, key: "n", isComposing: true })).toBe(false);
    expect(held.text()).toBe("");
  });
});
