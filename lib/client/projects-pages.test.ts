import { describe, expect, it } from "vitest";
import type { ProjectCard } from "#lib/wire.ts";
import { hasSomethingToShow, pageKey, uniqueById } from "./use-projects.ts";

describe("pages of projects", () => {
  it("follow the keyset of the page before and end with it", () => {
    expect(pageKey(0, null)).toBe("/api/projects?limit=24");
    expect(pageKey(1, { items: [], next: "a/b" })).toBe("/api/projects?limit=24&after=a%2Fb");
    expect(pageKey(2, { items: [], next: null })).toBeNull();
  });

  it("leave out the project of the API until something was made through it", () => {
    const card = (id: string, editCount: number) => hasSomethingToShow({ id, editCount } as ProjectCard);
    expect([card("prj_api", 0), card("prj_api", 1), card("prj_1", 0)]).toEqual([false, true, true]);
  });

  it("show a project once that moved between two pages", () => {
    const cards = [{ id: "prj_1" }, { id: "prj_2" }, { id: "prj_1" }] as ProjectCard[];
    expect(uniqueById(cards).map(({ id }) => id)).toEqual(["prj_1", "prj_2"]);
  });
});
