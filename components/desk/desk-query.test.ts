import { describe, expect, it } from "vitest";
import { deskAddress } from "./desk-address.ts";
import { queryToAsk, readDeskQuery } from "./desk-query.ts";

describe("the desk's address", () => {
  it("tells what is shown, and reads what it told", () => {
    for (const query of [
      { search: "", filter: "recent" },
      { search: "100 % 水 & more", filter: "recent" },
      { search: "", filter: "starred" },
      { search: "boat", filter: "all" },
    ] as const)
      expect(readDeskQuery(new URL(deskAddress(query), "http://studio.test").search)).toEqual(query);
    expect(deskAddress({ search: "", filter: "recent" })).toBe("/");
  });

  it("takes what nobody offers for nothing", () => {
    expect(readDeskQuery("?show=everything")).toEqual({ search: "", filter: "recent" });
  });

  it("looks everywhere for words, but for what has a star among the starred", () => {
    expect(queryToAsk({ search: "boat", filter: "recent" }).filter).toBe("all");
    expect(queryToAsk({ search: "boat", filter: "starred" }).filter).toBe("starred");
    expect(queryToAsk({ search: "", filter: "recent" }).filter).toBe("recent");
  });
});
