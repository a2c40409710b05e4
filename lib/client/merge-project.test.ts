import { describe, expect, it } from "vitest";
import type { Prediction, Project } from "#lib/wire.ts";
import { mergeProject, withPrediction } from "./merge-project.ts";

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
