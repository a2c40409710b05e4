/** The cap that is the nearest for somebody, as it stands now: told before a run is asked for; what decides is the reservation. */
import { type Budget, capPeriods } from "#lib/money-wire.ts";
import { capOf, holdersOf } from "#lib/server/storage/cap-of.ts";
import { toUsd } from "#lib/server/storage/micros.ts";
import { nextPeriodMs } from "#lib/server/storage/periods.ts";
import type { Records } from "#lib/server/storage/records.ts";

export async function readBudget(
  { ledger, caps }: Pick<Records, "ledger" | "caps">,
  personId: string | null,
  nowMs: number,
): Promise<Budget | null> {
  const all = await caps.list();
  const budgets: Budget[] = [];
  for (const holder of holdersOf(personId)) {
    for (const period of capPeriods) {
      const cap = capOf(all, holder, period);
      if (!cap) continue;
      const leftMicros = Math.max(0, cap.mostMicros - (await ledger.held(holder, period, nowMs)));
      budgets.push({
        ...{ of: holder === "team" ? "team" : "person", period, capUsd: toUsd(cap.mostMicros), leftUsd: toUsd(leftMicros) },
        freesAt: new Date(nextPeriodMs(period, nowMs)).toISOString(),
      });
    }
  }
  return budgets.reduce<Budget | null>((nearest, one) => (nearest === null || one.leftUsd < nearest.leftUsd ? one : nearest), null);
}
