/** The table of `docs/capacity.md`: what is measured, what is assumed, and what comes of it for more and more designers. */
import { chance } from "#lib/testing/chance.ts";
import { type Allowances, forecast, type Habits, type RunCosts } from "./capacity.ts";

/** An edit that keeps the photograph, a megapixel: measured by `bench/growth.bench.ts` but for the last two. */
const run: RunCosts = {
  processorS: 2.75,
  // All but what a new picture costs, which hardly keeps the darkroom busy.
  darkroomS: 2.6,
  databaseS: 0.027,
  asksUpstream: 2.3,
  // A result, its parts and its thumbnails, as photographs come out: assumed.
  storedBytes: 4_000_000,
  // Of flux-kontext-pro in the catalogue.
  priceUsd: 0.04,
};
const habits: Habits = { shareAtWork: 0.3, runsAnHour: 12, hoursAMonth: 60 };
const allowed: Allowances = {
  // Replicate's own, for one account.
  beginsAMinute: 600,
  asksAMinute: 3000,
  // As Postgres comes; ten and one more for signals of each process.
  databaseConnections: 100,
  connectionsOfAProcess: 11,
  longestWaitS: 2,
};

console.log(
  "  designers  runs an hour  processors  workers  webs  begin  questions  database  connections  waits to begin  GB a month  $ of runs a month  first",
);
for (const designers of [10, 100, 300, 1000, 3000, 10_000]) {
  const found = forecast(designers, run, habits, allowed, chance(7));
  const share = (value: number) => `${Math.round(value * 100)} %`;
  const cells = [
    String(designers).padStart(11),
    String(found.runsInTheHour).padStart(14),
    found.processors.toFixed(1).padStart(12),
    String(found.workers).padStart(9),
    String(found.webs).padStart(6),
    share(found.shares.beginnings).padStart(7),
    share(found.shares.questions).padStart(11),
    share(found.shares.database).padStart(10),
    share(found.shares.connections).padStart(13),
    `${found.waitToBeginS.toFixed(1)} s`.padStart(16),
    found.storedGbAMonth.toFixed(0).padStart(12),
    Math.round(found.runsUsdAMonth).toLocaleString("en").padStart(19),
  ];
  console.log(`${cells.join("")}  ${found.breaksFirst}`);
}
