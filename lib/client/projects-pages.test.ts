import { describe, expect, it } from "vitest";
import type { Prediction, Project, ProjectCard } from "#lib/wire.ts";
import { pageKey, uniqueById } from "./use-projects.ts";
import { withPrediction } from "./use-running-predictions.ts";

describe("pages of projects", () => {
  it("follow the keyset of the page before and end with it", () => {
    expect(pageKey(0, null)).toBe("/api/projects?limit=24");
    expect(pageKey(1, { items: [], next: "a/b" })).toBe("/api/projects?limit=24&after=a%2Fb");
    expect(pageKey(2, { items: [], next: null })).toBeNull();
  });

  it("show a project once that moved between two pages", () => {
    const cards = [{ id: "prj_1" }, { id: "prj_2" }, { id: "prj_1" }] as ProjectCard[];
    expect(uniqueById(cards).map(({ id }) => id)).toEqual(["prj_1", "prj_2"]);
  });
});

describe("withPrediction", () => {
  const project = { predictions: [{ id: "prd_1", version: 3 }] } as unknown as Project;
  const seen = (id: string, version: number) => ({ id, version }) as Prediction;

  it("takes what is newer, leaves what is older and adds what is unknown", () => {
    expect(withPrediction(project, seen("prd_1", 4)).predictions).toEqual([seen("prd_1", 4)]);
    expect(withPrediction(project, seen("prd_1", 3))).toBe(project);
    expect(withPrediction(project, seen("prd_2", 1)).predictions).toHaveLength(2);
  });
});
