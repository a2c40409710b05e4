import { describe, expect, it } from "vitest";
import { formatBytes, formatElapsed, formatPercent, formatUsd } from "./formats.ts";

describe("formats", () => {
  it("write small numbers as the browser would", () => {
    for (const locale of ["en", "zh-CN"]) {
      const percent = new Intl.NumberFormat(locale, { style: "percent" });
      const style = { style: "currency", currency: "USD", currencyDisplay: "narrowSymbol", maximumFractionDigits: 3 } as const;
      const dollars = new Intl.NumberFormat(locale, style);
      for (const value of [0, 0.003, 0.04, 0.075, 0.35, 1, 2.5, 9.99, 12.5, 999.99, 1234.5, -0.2]) {
        expect(formatPercent(locale, value)).toBe(percent.format(value));
        expect(formatUsd(locale, value)).toBe(dollars.format(value));
      }
    }
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
