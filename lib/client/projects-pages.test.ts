import { describe, expect, it } from "vitest";
import type { ProjectCard } from "#lib/wire.ts";
import { hasSomethingToShow, isSameData, pageKeyOf, uniqueById, withChange } from "./use-projects.ts";

describe("pages of projects", () => {
  it("follow the cursor of the page before and end with it", () => {
    const pageKey = pageKeyOf({ search: "", filter: "recent" });
    expect(pageKey(0, null)).toBe("/api/projects?limit=24&filter=recent");
    expect(pageKey(1, { items: [], next: "a/b" })).toBe("/api/projects?limit=24&filter=recent&after=a%2Fb");
    expect(pageKey(2, { items: [], next: null })).toBeNull();
  });

  it("ask for what is looked for, whatever its signs", () => {
    expect(pageKeyOf({ search: "50% & ä", filter: "all" })(0, null)).toBe("/api/projects?limit=24&filter=all&search=50%25+%26+%C3%A4");
  });

  it("show a change, or a card gone, before the server has answered", () => {
    const page = {
      items: [
        { id: "prj_1", name: "a" },
        { id: "prj_2", name: "b" },
      ] as ProjectCard[],
      next: null,
    };
    expect(withChange(page, "prj_2", { name: "c" }).items.map(({ name }) => name)).toEqual(["a", "c"]);
    expect(withChange(page, "prj_1", null).items.map(({ id }) => id)).toEqual(["prj_2"]);
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

describe("what was told again", () => {
  const page = { items: [{ id: "a" }], next: null };

  it("is the same where every page says the same, and compares no page that is the same object", () => {
    const unread = { toJSON: () => expect.unreachable() };
    expect(isSameData([unread, page], [unread, structuredClone(page)])).toBe(true);
  });

  it("is news where a page came, went or changed", () => {
    expect(isSameData([page], [page, page])).toBe(false);
    expect(isSameData([page], [{ ...page, next: "b" }])).toBe(false);
    expect(isSameData(undefined, [page])).toBe(false);
  });
});
