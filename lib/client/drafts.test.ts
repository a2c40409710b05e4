import { describe, expect, it } from "vitest";
import { readDismissed, writeDismissed } from "./dismissed-runs.ts";
import { readDraft, writeDraft } from "./drafts.ts";

function memory(): { store: Pick<Storage, "getItem" | "setItem">; values: Map<string, string> } {
  const values = new Map<string, string>();
  return { values, store: { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value) } };
}

describe("drafts", () => {
  it("come back as they were written, for their own project and task only", () => {
    const { store } = memory();
    const draft = { model: "acme/paint", values: { prompt: "a boat", steps: 4, go_fast: false } };
    writeDraft(store, "prj_1", "edit", draft);
    expect(readDraft(store, "prj_1", "edit")).toEqual(draft);
    expect(readDraft(store, "prj_1", "fill")).toEqual({ model: null, values: {} });
    expect(readDraft(store, "prj_2", "edit")).toEqual({ model: null, values: {} });
  });

  it("are empty where something else was stored, and lose only the values that cannot be inputs", () => {
    const { store, values } = memory();
    writeDraft(store, "prj_1", "edit", { model: null, values: {} });
    const [key = ""] = values.keys();
    for (const broken of ["{", "null", "3", '"x"']) {
      values.set(key, broken);
      expect(readDraft(store, "prj_1", "edit")).toEqual({ model: null, values: {} });
    }
    values.set(key, '{"model":7,"values":{"prompt":"a","list":[1],"nothing":null}}');
    expect(readDraft(store, "prj_1", "edit")).toEqual({ model: null, values: { prompt: "a" } });
  });

  it("never stop the work when the store is full or forbidden", () => {
    const refuse = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    expect(writeDraft({ getItem: refuse, setItem: refuse }, "prj_1", "edit", { model: null, values: {} })).toBe(false);
    expect(readDraft({ getItem: refuse, setItem: refuse }, "prj_1", "edit")).toEqual({ model: null, values: {} });
  });
});

describe("dismissed runs", () => {
  it("are remembered per project, the latest ones only", () => {
    const { store } = memory();
    const ids = Array.from({ length: 250 }, (_, at) => `prd_${at}`);
    writeDismissed(store, "prj_1", ids);
    expect(readDismissed(store, "prj_1")).toHaveLength(200);
    expect(readDismissed(store, "prj_1").at(-1)).toBe("prd_249");
    expect(readDismissed(store, "prj_2")).toEqual([]);
  });
});
