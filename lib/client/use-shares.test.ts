import { expect, it } from "vitest";
import type { Remark, Verdict } from "#lib/review-wire.ts";
import { marksOf } from "./use-shares.ts";

const remark = (editId: string, minute: number, verdict: Verdict | null): Remark => ({
  ...{ id: `rmk_${minute}`, editId, author: "Ada", text: "softer", at: null, verdict, answers: [], settledAt: null },
  createdAt: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(),
});

it("an edit is marked by the last verdict on it, whatever link it came by and whatever was said after", () => {
  const marks = marksOf([
    remark("a", 3, "approved"),
    remark("a", 4, null),
    remark("a", 1, "changes"),
    remark("b", 2, null),
    remark("c", 5, "changes"),
  ]);
  expect(Object.fromEntries(marks)).toEqual({ a: "approved", b: "remarks", c: "changes" });
});
