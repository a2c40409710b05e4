import { expect, it } from "vitest";
import { nextPeriodMs, periodAt } from "./periods.ts";

it.each([
  ["day", "2026-11-21T23:59:59.999Z", "2026-11-21", "2026-11-22T00:00:00.000Z"],
  ["day", "2024-02-28T00:00:00.000Z", "2024-02-28", "2024-02-29T00:00:00.000Z"],
  ["month", "2026-12-31T12:00:00.000Z", "2026-12", "2027-01-01T00:00:00.000Z"],
] as const)("a %s of UTC holds %s and ends when the next one begins", (period, at, name, next) => {
  expect(periodAt(period, Date.parse(at))).toBe(name);
  expect(new Date(nextPeriodMs(period, Date.parse(at))).toISOString()).toBe(next);
});
