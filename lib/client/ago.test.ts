import { describe, expect, it } from "vitest";
import { agoOf } from "./ago.ts";

const nowMs = Date.parse("2026-03-10T12:00:00Z");

describe("agoOf", () => {
  it("tells how long ago something was in its largest whole unit", () => {
    expect(agoOf("2026-03-10T11:59:40Z", nowMs).unit).toBe("now");
    expect(agoOf("2026-03-10T10:30:00Z", nowMs)).toEqual({ unit: "hour", count: 1 });
    expect(agoOf("2026-03-09T10:00:00Z", nowMs)).toEqual({ unit: "day", count: 1 });
    expect(agoOf("2024-03-09T10:00:00Z", nowMs)).toEqual({ unit: "year", count: 2 });
  });

  it("never places a change in the future when clocks differ", () => {
    expect(agoOf("2026-03-10T12:05:00Z", nowMs)).toEqual({ unit: "now", count: 0 });
  });
});
