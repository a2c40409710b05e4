import { expect, it } from "vitest";
import { readCursor, writeCursor } from "./page-cursor.ts";

it("brings back the way it was given", () => {
  for (const trail of [["a1"], ["a1", "b2", "c3"]]) expect(readCursor(writeCursor({ trail }))).toEqual({ trail });
});

it.each([undefined, "", "a.", "A1", "a1.b'2", "../x", "x".repeat(41)])("begins at the first page for %j", (text) => {
  expect(readCursor(text)).toEqual({ trail: [] });
});

it("does not outgrow an address", () => {
  const trail = Array.from({ length: 1000 }, (_, index) => `${index}`.padStart(26, "0"));
  expect(writeCursor({ trail }).length).toBeLessThan(6000);
  expect(readCursor(writeCursor({ trail })).trail.at(-1)).toBe(trail.at(-1));
});
