import { describe, expect, it } from "vitest";
import type { Edit, Prediction } from "#lib/wire.ts";
import { historyItems } from "./history-items.ts";

const edit = (id: string, at: string, parentId: string | null) => ({ id, createdAt: at, parentId }) as Edit;
const run = (id: string, at: string, status: Prediction["status"], outputEditIds: readonly string[] = []) =>
  ({ id, createdAt: at, status, outputEditIds }) as Prediction;

function shown(...parameters: Parameters<typeof historyItems>): readonly string[] {
  return historyItems(...parameters).map((item) => (item.kind === "edit" ? item.edit.id : item.prediction.id));
}

describe("historyItems", () => {
  const first = edit("e1", "2026-01-01T00:00:00Z", null);
  const second = edit("e2", "2026-01-01T00:02:00Z", "e1");
  const branch = edit("e3", "2026-01-01T00:03:00Z", "e1");

  it("puts edits and runs in the order of their birth", () => {
    const running = run("p1", "2026-01-01T00:01:00Z", "running");
    expect(shown({ edits: [second, first], predictions: [running] }, [])).toEqual(["e1", "p1", "e2"]);
  });

  it("shows a finished run only until its edits are there", () => {
    const done = run("p1", "2026-01-01T00:01:00Z", "stored", ["e2"]);
    expect(shown({ edits: [first], predictions: [done] }, [])).toEqual(["e1", "p1"]);
    expect(shown({ edits: [first, second], predictions: [done] }, [])).toEqual(["e1", "e2"]);
  });

  it("keeps the pictures of one run in the order in which the model gave them", () => {
    const twins = [edit("b", "2026-01-01T00:02:00Z", "e1"), edit("a", "2026-01-01T00:02:00Z", "e1")];
    const done = run("p1", "2026-01-01T00:01:00Z", "stored", ["b", "a"]);
    expect(shown({ edits: [first, ...twins.toReversed()], predictions: [done] }, [])).toEqual(["e1", "b", "a"]);
  });

  it("leaves out what was put away", () => {
    const failed = run("p1", "2026-01-01T00:01:00Z", "failed");
    expect(shown({ edits: [first], predictions: [failed] }, [])).toEqual(["e1", "p1"]);
    expect(shown({ edits: [first], predictions: [failed] }, ["p1"])).toEqual(["e1"]);
  });

  it("leaves out what is deleted, and neither its run nor its children come back in its stead", () => {
    const gone = { ...second, deletedAt: "2026-01-01T01:00:00Z" } as Edit;
    const child = edit("e4", "2026-01-01T00:04:00Z", "e2");
    const done = run("p1", "2026-01-01T00:01:00Z", "stored", ["e2"]);
    const items = historyItems({ edits: [first, gone, child], predictions: [done] }, []);
    expect(items).toEqual([
      { kind: "edit", edit: first, followsPrevious: false },
      { kind: "edit", edit: { ...child, parentId: "e1" }, followsPrevious: true },
    ]);
  });

  it("marks an edit that was made from the one before it, and not a branch", () => {
    const follows = historyItems({ edits: [first, second, branch], predictions: [] }, []).map((item) =>
      item.kind === "edit" ? item.followsPrevious : null,
    );
    expect(follows).toEqual([false, true, false]);
  });
});
