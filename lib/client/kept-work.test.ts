import { describe, expect, it } from "vitest";
import { writeDismissed } from "./dismissed-runs.ts";
import { writeDraft } from "./drafts.ts";
import { clearWords, hasWords, listKept } from "./kept-work.ts";
import { lookAt, writeLook } from "./looks.ts";
import { writeSettings } from "./shortcuts/shortcut-settings.ts";
import { emptyJournal, writeJournal } from "./undo-journal.ts";

function memory(): Storage {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
    clear: () => values.clear(),
    key: (index) => [...values.keys()][index] ?? null,
    get length() {
      return values.size;
    },
  };
}

function usedStore(): Storage {
  const store = memory();
  writeDraft(store, "prj_1", "edit", { model: null, values: { prompt: "a boat" } });
  writeJournal(store, "prj_1", emptyJournal);
  writeLook(store, "prj_2", lookAt([]));
  writeDismissed(store, "prj_2", ["prd_1"]);
  writeSettings(store, { keys: {}, areLettersOff: true });
  return store;
}

describe("what was done here and not sent", () => {
  it("is all that is kept of any project, and goes when somebody leaves; how they like to work stays", () => {
    const store = usedStore();
    const before = store.length;
    expect(listKept(store)).toHaveLength(before - 1);
    clearWords(store);
    expect([listKept(store), store.length]).toEqual([[], 1]);
  });

  it("is worth a word only where something was written", () => {
    const store = usedStore();
    expect(hasWords(store)).toBe(true);
    writeDraft(store, "prj_1", "edit", { model: "acme/paint", values: { prompt: "", steps: 4 } });
    expect(hasWords(store)).toBe(false);
  });
});
