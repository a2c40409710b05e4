import { describe, expect, it } from "vitest";
import { shortcutIds } from "./shortcut-list.ts";
import { conflictsOf, keysOf, readSettings, standardSettings, withKeys, writeSettings } from "./shortcut-settings.ts";

function makeStore() {
  const rows = new Map<string, string>();
  return { getItem: (key: string) => rows.get(key) ?? null, setItem: (key: string, value: string) => void rows.set(key, value) };
}

describe("own keys", () => {
  it("are remembered, and given back", () => {
    const store = makeStore();
    writeSettings(store, { ...withKeys(standardSettings, "brush", ["n"]), areLettersOff: true });
    const read = readSettings(store);
    expect(read).toEqual({ keys: { brush: ["n"] }, areLettersOff: true });
    expect(keysOf({ ...read, areLettersOff: false }, "brush")).toEqual(["n"]);
    expect(keysOf(withKeys(read, "brush", null), "run")).toEqual(["mod+enter"]);
    expect(withKeys(read, "brush", null).keys).toEqual({});
  });

  it("are the list's own where the store holds something else", () => {
    for (const text of ["", "null", "[]", '{"keys":{"brush":"b","nothing":["x"]}}', "{"]) {
      const store = { getItem: () => text, setItem: () => undefined };
      expect(readSettings(store)).toEqual(standardSettings);
    }
  });

  it("rest without letters where letters are off, and chords go on", () => {
    const off = { ...standardSettings, areLettersOff: true };
    expect(keysOf(off, "brush")).toEqual([]);
    expect(keysOf(off, "clear")).toEqual(["delete", "backspace"]);
    expect(keysOf(off, "fit")).toEqual(["mod+0"]);
  });

  it("conflict where one chord reaches two commands at a time, and not where they are never on screen together", () => {
    const changed = withKeys(standardSettings, "brush", ["e"]);
    expect(conflictsOf(changed, "brush")).toEqual(["eraser"]);
    expect(conflictsOf(changed, "eraser")).toEqual(["brush"]);
    expect(conflictsOf(withKeys(standardSettings, "brush", ["r"]), "brush")).toEqual([]);
    expect(conflictsOf(withKeys(standardSettings, "search", ["b"]), "search")).toEqual([]);
    expect(conflictsOf(withKeys(standardSettings, "search", ["n"]), "search")).toEqual(["newFromPicture"]);
    expect(conflictsOf(withKeys(standardSettings, "brush", ["mod+k"]), "brush")).toEqual(["palette"]);
  });

  it("have no conflict as they come", () => {
    for (const id of shortcutIds) expect(conflictsOf(standardSettings, id)).toEqual([]);
  });
});
