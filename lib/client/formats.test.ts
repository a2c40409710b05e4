import { describe, expect, it } from "vitest";
import { formatAgo, formatBytes, formatElapsed, formatUsd } from "./formats.ts";

const nowMs = Date.parse("2026-03-10T12:00:00Z");

describe("formats", () => {
  it("say in words how long ago something was, in each language", () => {
    expect(formatAgo("en", "2026-03-10T11:59:40Z", nowMs)).toBe("now");
    expect(formatAgo("en", "2026-03-10T10:30:00Z", nowMs)).toBe("1 hr. ago");
    expect(formatAgo("en", "2026-03-09T10:00:00Z", nowMs)).toBe("yesterday");
    expect(formatAgo("zh-CN", "2026-03-08T10:00:00Z", nowMs)).toBe("前天");
  });

  it("never place a change in the future when clocks differ", () => {
    expect(formatAgo("en", "2026-03-10T12:05:00Z", nowMs)).toBe("now");
  });

  it("keep the tenth of a cent that a cheap model costs", () => {
    expect(formatUsd("en", 0.003)).toBe("$0.003");
    expect(formatUsd("en", 0.08)).toBe("$0.08");
    expect(formatUsd("zh-CN", 0.04)).toBe("$0.04");
  });

  it("count elapsed time in minutes and seconds, never below zero", () => {
    expect(formatElapsed(72_900)).toBe("1:12");
    expect(formatElapsed(-500)).toBe("0:00");
  });
});

describe("formatBytes", () => {
  it("takes the unit in which the number is short", () => {
    expect([0, 999, 104_857_600, 6_540_000_000].map((bytes) => formatBytes("en", bytes))).toEqual([
      "0 byte",
      "999 byte",
      "105 MB",
      "6.5 GB",
    ]);
    expect(formatBytes("zh-CN", 104_857_600)).toBe("105 MB");
  });
});
