import { describe, expect, it } from "vitest";
import { type RetryHints, readRetryAfterMs } from "./retry-after.ts";

const nowMs = Date.parse("2026-11-21T12:00:00Z");
const read = (hints: Partial<RetryHints>) => readRetryAfterMs({ header: null, dateHeader: null, body: null, text: "", nowMs, ...hints });

describe("the time a service asks us to wait", () => {
  it.each([
    ["seconds", "30", 30_000],
    ["nothing at all becomes a second", "0", 1000],
    ["a date by our clock", "Sat, 21 Nov 2026 12:00:45 GMT", 45_000],
    ["an absurd number is cut", "999999999999", 120_000],
    ["a date years away is cut", "Sat, 21 Nov 2099 12:00:00 GMT", 120_000],
    ["a date in the past says nothing", "Fri, 20 Nov 2026 12:00:00 GMT", null],
    ["a negative number says nothing", "-5", null],
    ["words say nothing", "soon", null],
    ["an empty header says nothing", "", null],
  ])("header: %s", (_name, header, expected) => expect(read({ header })).toBe(expected));

  it("reads a date by the clock of the service that wrote it, even when that is an hour off", () => {
    const dateHeader = "Sat, 21 Nov 2026 13:00:00 GMT";
    expect(read({ header: "Sat, 21 Nov 2026 13:00:20 GMT", dateHeader })).toBe(20_000);
  });

  it.each([
    [{ retry_after: 10 }, 10_000],
    [{ retry_after: "7" }, 7000],
    [{ retry_after: -1 }, null],
    [{ retry_after: null }, null],
    [{ retry_after: {} }, null],
    ["text", null],
  ])("body: %j", (body, expected) => expect(read({ body })).toBe(expected));

  it.each([
    ["Request was throttled. Your rate limit resets in ~30s.", 30_000],
    ["Your rate limit resets in ~10s.", 10_000],
    ["Please retry after 5 seconds", 5000],
    ["Rate limit reached, try again in 250ms", 1000],
    ["try again in 2 minutes", 120_000],
    ["Too many requests", null],
  ])("text: %s", (text, expected) => expect(read({ text })).toBe(expected));

  it("takes the longest of all that was said", () => {
    expect(read({ header: "5", body: { retry_after: 10 }, text: "resets in ~30s" })).toBe(30_000);
  });
});
