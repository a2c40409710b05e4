import { expect, it } from "vitest";
import { chance } from "#lib/testing/chance.ts";
import { type Allowances, forecast, type Habits, type RunCosts } from "./capacity.ts";

const run: RunCosts = { processorS: 1, darkroomS: 0.8, databaseS: 0.01, asksUpstream: 5, storedBytes: 1e6, priceUsd: 0.04 };
const habits: Habits = { shareAtWork: 0.5, runsAnHour: 10, hoursAMonth: 100 };
const allowed: Allowances = { beginsAMinute: 600, asksAMinute: 3000, databaseConnections: 100, connectionsOfAProcess: 11, longestWaitS: 2 };

const of = (designers: number, changed: Partial<RunCosts> = {}) => forecast(designers, { ...run, ...changed }, habits, allowed, chance(1));

it("a few people need one process of each kind, and strain nothing", () => {
  const { workers, webs, shares, waitToBeginS } = of(10);
  expect([workers, webs]).toEqual([1, 1]);
  expect(Math.max(...Object.values(shares))).toBeLessThan(0.25);
  expect(waitToBeginS).toBeLessThan(0.2);
});

it("what a month costs grows with the people alone", () => {
  expect(of(10).runsUsdAMonth).toBeCloseTo(10 * 10 * 100 * 0.04, 6);
  expect(of(1000).storedGbAMonth).toBeCloseTo(1000, 6);
});

it("workers bear what comes in: never fewer than the work itself fills", () => {
  for (const designers of [100, 1000, 3000]) {
    const { workers, runsInTheHour } = of(designers);
    expect(workers).toBeGreaterThanOrEqual((runsInTheHour * run.darkroomS) / 3600);
  }
  expect(of(3000).workers).toBeGreaterThan(of(1000).workers);
});

it("names what breaks first", () => {
  expect(of(6000, { asksUpstream: 20, darkroomS: 0.1, processorS: 0.2 })).toMatchObject({ breaksFirst: "questions" });
  expect(of(6000, { databaseS: 0.9, darkroomS: 0.1, processorS: 0.2 })).toMatchObject({ breaksFirst: "database" });
  expect(of(3000).breaksFirst).toBe("connections");
});

it("more than may begin in a minute wait longer and longer", () => {
  const light = { darkroomS: 0.01, processorS: 0.02 };
  expect(of(6000, light).waitToBeginS).toBeLessThan(5);
  expect(of(12_000, light).waitToBeginS).toBeGreaterThan(100);
});
