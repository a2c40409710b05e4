import { describe, expect, it } from "vitest";
import type { Edit, Prediction, Project } from "#lib/wire.ts";
import { mergeProject, withNews, withPrediction } from "./merge-project.ts";

describe("withPrediction", () => {
  const project = { predictions: [{ id: "prd_1", version: 3 }] } as unknown as Project;
  const seen = (id: string, version: number) => ({ id, version }) as Prediction;

  it("takes what is newer, leaves what is older and adds what is unknown", () => {
    expect(withPrediction(project, seen("prd_1", 4)).predictions).toEqual([seen("prd_1", 4)]);
    expect(withPrediction(project, seen("prd_1", 3))).toBe(project);
    expect(withPrediction(project, seen("prd_2", 1)).predictions).toHaveLength(2);
  });
});

describe("mergeProject", () => {
  const project = (name: string, edits: readonly string[], predictions: readonly [string, number][]) =>
    ({
      name,
      edits: edits.map((id) => ({ id })),
      predictions: predictions.map(([id, version]) => ({ id, version })),
    }) as unknown as Project;

  it("takes the server's word and its new edits", () => {
    const merged = mergeProject(project("old", ["e1"], [["p1", 1]]), project("new", ["e1", "e2"], [["p1", 4]]));
    expect(merged).toEqual(project("new", ["e1", "e2"], [["p1", 4]]));
  });

  it("keeps what an answer that was overtaken does not know yet", () => {
    const merged = mergeProject(
      project(
        "new",
        ["e1", "e2"],
        [
          ["p1", 4],
          ["p2", 1],
        ],
      ),
      project("new", ["e1"], [["p1", 3]]),
    );
    expect(merged).toEqual(
      project(
        "new",
        ["e1", "e2"],
        [
          ["p1", 4],
          ["p2", 1],
        ],
      ),
    );
  });
});

describe("withNews", () => {
  const prediction = { id: "prd_1", version: 4 } as Prediction;
  const edit = (id: string) => ({ id }) as Edit;
  const project = (edits: readonly Edit[], currentEditId: string | null) =>
    ({ edits, currentEditId, predictions: [] }) as unknown as Project;

  it("adds what came of the run, once", () => {
    const told = withNews(project([edit("e1")], "e1"), prediction, [edit("e2")]);
    expect(told).toEqual({ edits: [edit("e1"), edit("e2")], currentEditId: "e1", predictions: [prediction] });
    expect(withNews(told, prediction, [edit("e2")])).toEqual(told);
  });

  it("makes the first result of an empty project its current edit", () => {
    expect(withNews(project([], null), prediction, [edit("e1"), edit("e2")]).currentEditId).toBe("e1");
    expect(withNews(project([], null), prediction, []).currentEditId).toBeNull();
  });
});
