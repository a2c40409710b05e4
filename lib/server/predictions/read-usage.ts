/** What was spent, as the ledger has it, and how long runs usually take, as the runs themselves have it. */
import type { Usage, UsualTime } from "#lib/money-wire.ts";
import type { Clock } from "#lib/server/clock.ts";
import { readBudget } from "#lib/server/ledger/read-budget.ts";
import { toUsd } from "#lib/server/storage/micros.ts";
import type { Records } from "#lib/server/storage/records.ts";
import type { Predictions } from "./predictions.ts";
import { quantile } from "./quantile.ts";

interface Parts {
  readonly records: Pick<Records, "ledger" | "caps" | "predictions">;
  readonly clock: Pick<Clock, "now">;
}

const lookedAt = 500;
/** Fewer say nothing yet. */
const fewestRuns = 3;

export async function readUsage({ records, clock }: Parts, { sinceMs, personId }: Parameters<Predictions["usage"]>[0]): Promise<Usage> {
  const [heldMicros, finished, budget] = await Promise.all([
    records.ledger.heldSinceMicros(sinceMs),
    records.predictions.finishedLast(lookedAt),
    readBudget(records, personId, clock.now()),
  ]);
  const groups = Map.groupBy(finished, ({ model, provider }) => `${provider} ${model}`);
  return {
    spentUsd: toUsd(heldMicros),
    budget,
    usual: [...groups.values()].flatMap((runs): UsualTime[] => {
      const [first] = runs;
      if (!first || runs.length < fewestRuns) return [];
      const seconds = runs.map(({ createdAtMs, completedAtMs }) => (completedAtMs - createdAtMs) / 1000).sort((a, b) => a - b);
      const { model, provider } = first;
      return [{ model, provider, seconds: [quantile(seconds, 0.25), quantile(seconds, 0.75)], medianSeconds: quantile(seconds, 0.5) }];
    }),
  };
}
