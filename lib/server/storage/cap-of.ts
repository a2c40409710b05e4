/** Which cap holds somebody: the one rule for what is refused and for what is told beforehand. */
import type { CapPeriod } from "#lib/money-wire.ts";
import type { CapRecord } from "./ledger-records.ts";

/** `holder` is "team" or a person's id; a person's own cap stands in place of the one for each. */
export function capOf(caps: readonly CapRecord[], holder: string, period: CapPeriod): CapRecord | null {
  const find = (wanted: string) => caps.find((cap) => cap.holder === wanted && cap.period === period);
  return find(holder) ?? (holder === "team" ? null : (find("each") ?? null));
}

/** Whoever is held to something by asking. */
export function holdersOf(personId: string | null): readonly string[] {
  return personId === null ? ["team"] : ["team", personId];
}
