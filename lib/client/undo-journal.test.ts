import { describe, expect, it } from "vitest";
import type { Draft } from "./drafts.ts";
import { emptyJournal, readJournal, redoStep, type UndoStep, undoStep, withStep, writeJournal } from "./undo-journal.ts";

const draft = (prompt: string): Draft => ({ model: null, values: { prompt } });
const typed = (before: string, after: string, atMs: number, field: string | null = "prompt"): Extract<UndoStep, { kind: "draft" }> => ({
  ...{ kind: "draft", task: "edit", field, atMs },
  before: draft(before),
  after: draft(after),
});
const kept: UndoStep = { kind: "current", before: "edt_1", after: "edt_2" };

describe("the journal of what was typed and chosen", () => {
  it("takes letters that follow one another for one step, and a pause for the next", () => {
    const journal = [typed("", "a", 0), typed("a", "ab", 400), typed("ab", "abc", 5000)].reduce(withStep, emptyJournal);
    expect(journal.done.map((step) => [step.before, step.after])).toEqual([
      [draft(""), draft("ab")],
      [draft("ab"), draft("abc")],
    ]);
  });

  it("keeps steps of different fields and whole drafts apart", () => {
    const steps = [typed("", "a", 0), typed("a", "b", 1, "seed"), typed("b", "c", 2, null), typed("c", "d", 3, null), kept];
    expect(steps.reduce(withStep, emptyJournal).done).toHaveLength(5);
  });

  it("keeps what was set before and after a stroke apart, however fast the hand", () => {
    const pulled = (atMs: number, paintedBefore: number): UndoStep => ({ ...typed("", "a", atMs, "frame.box"), paintedBefore });
    expect([pulled(0, 1), pulled(200, 1), pulled(400, 2)].reduce(withStep, emptyJournal).done).toHaveLength(2);
  });

  it("goes back and forth, until something new is done", () => {
    const journal = [typed("", "a", 0), kept].reduce(withStep, emptyJournal);
    const [back, step] = undoStep(journal);
    expect(step).toBe(kept);
    const [forth, again] = redoStep(back);
    expect([forth, again]).toEqual([journal, kept]);
    expect(redoStep(withStep(back, typed("a", "b", 9000)))[1]).toBeUndefined();
    expect(undoStep(emptyJournal)).toEqual([emptyJournal, undefined]);
  });

  it("is there after a reload, without what cannot be read", () => {
    const rows = new Map<string, string>();
    const store = { getItem: (key: string) => rows.get(key) ?? null, setItem: (key: string, value: string) => void rows.set(key, value) };
    const journal = [typed("", "a", 0), kept].reduce(withStep, emptyJournal);
    writeJournal(store, "prj_1", journal);
    expect(readJournal(store, "prj_1")).toEqual(journal);
    expect(readJournal(store, "prj_2")).toEqual(emptyJournal);
    const here = { isDeleted: false, currentId: "edt_1" };
    const steps: readonly UndoStep[] = [
      { kind: "name", editId: "edt_1", before: "old", after: "new" },
      { kind: "star", editId: "edt_1", before: false, after: true },
      { kind: "presence", editId: "edt_1", before: here, after: { isDeleted: true, currentId: null } },
    ];
    const broken = [
      { kind: "name", before: "old", after: "new" },
      { kind: "star", editId: "edt_1", before: "no", after: "yes" },
      { kind: "presence", editId: "edt_1", before: here, after: { isDeleted: true } },
    ];
    rows.set("undo:prj_1", JSON.stringify({ done: [...steps, ...broken], undone: [] }));
    expect(readJournal(store, "prj_1").done).toEqual(steps);
    rows.set("undo:prj_2", '{"done":[1,{"kind":"draft"},{"kind":"current","before":"a","after":"b"}],"undone":7}');
    expect(readJournal(store, "prj_2")).toEqual({ done: [{ kind: "current", before: "a", after: "b" }], undone: [] });
  });
});
