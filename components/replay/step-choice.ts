/** Which steps are applied, what that costs, and what hangs on what. */
import type { PlannedStep } from "#lib/replay-wire.ts";

/** What cannot be repeated is left out, and so is what would work on it. */
export function leftOut(steps: readonly PlannedStep[], chosenOff: ReadonlySet<number>): ReadonlySet<number> {
  const off = new Set<number>();
  for (const [index, { needs, problem }] of steps.entries()) {
    if (chosenOff.has(index) || problem !== null || (needs !== null && off.has(needs))) off.add(index);
  }
  return off;
}

/** Null where a price is not known. */
export function priceOf(steps: readonly PlannedStep[], off: ReadonlySet<number>, pictures: number): number | null {
  let sum = 0;
  for (const [index, { priceUsd }] of steps.entries()) {
    if (off.has(index)) continue;
    if (priceUsd === null) return null;
    sum += priceUsd;
  }
  return sum * pictures;
}
