import { expect, it } from "vitest";
import { runSeconds } from "./run-seconds.ts";

const run = { createdAt: "2026-03-10T12:00:00Z", startedAt: "2026-03-10T12:00:30Z", completedAt: "2026-03-10T12:00:37.500Z" };

it("does not count the wait before a run, unless nobody knows when it ended", () => {
  expect(runSeconds(run)).toBe(7.5);
  expect(runSeconds({ ...run, startedAt: null })).toBe(37.5);
  expect(runSeconds({ ...run, completedAt: null })).toBeNull();
});
