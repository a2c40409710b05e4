/** What was spent and how long runs usually take, read from the runs themselves. */
import type { Records } from "#lib/server/storage/records.ts";
import type { Usage, UsualTime } from "#lib/wire.ts";
import { chargedOf } from "./present-prediction.ts";
import { quantile } from "./quantile.ts";

const lookedAt = 500;
/** Fewer say nothing yet. */
const fewestRuns = 3;
const microDollars = 1_000_000;

export async function readUsage(records: Records, sinceMs: number): Promise<Usage> {
  const [asked, finished] = await Promise.all([records.predictions.askedSince(sinceMs), records.predictions.finishedLast(lookedAt)]);
  const spent = asked.filter((row) => chargedOf(row) !== "no").reduce((sum, { priceUsd }) => sum + (priceUsd ?? 0), 0);
  const groups = Map.groupBy(finished, ({ model, provider }) => `${provider} ${model}`);
  return {
    spentUsd: Math.round(spent * microDollars) / microDollars,
    usual: [...groups.values()].flatMap((runs): UsualTime[] => {
      const [first] = runs;
      if (!first || runs.length < fewestRuns) return [];
      const seconds = runs.map(({ createdAtMs, completedAtMs }) => (completedAtMs - createdAtMs) / 1000).sort((a, b) => a - b);
      const { model, provider } = first;
      return [{ model, provider, seconds: [quantile(seconds, 0.25), quantile(seconds, 0.75)], medianSeconds: quantile(seconds, 0.5) }];
    }),
  };
}
