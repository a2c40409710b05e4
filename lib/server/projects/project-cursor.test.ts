import { expect, test } from "vitest";
import { readCursor, writeCursor } from "./project-cursor.ts";

test("a cursor reads as it was written", () => {
  const place = { updatedAtMs: 1_767_225_600_000, id: "prj_01abc" };
  expect(readCursor(writeCursor(place))).toEqual(place);
});

test.each(["", "x", "prj_1", "1.", "1.edt_1", "-1.prj_1", "1e3.prj_1", "1.prj_' or 1=1", `1.prj_${"a".repeat(99)}`])(
  "%j is no cursor",
  (text) => {
    expect(() => readCursor(text)).toThrow(/^Expected the next of the page before for after$/);
  },
);
