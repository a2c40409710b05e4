/** Days and months of UTC, as caps count them. */
import type { CapPeriod } from "#lib/money-wire.ts";

/** "2026-11-21" or "2026-11". */
export function periodAt(period: CapPeriod, atMs: number): string {
  return new Date(atMs).toISOString().slice(0, period === "day" ? 10 : 7);
}

export function nextPeriodMs(period: CapPeriod, atMs: number): number {
  const at = new Date(atMs);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  return period === "day" ? Date.UTC(year, month, at.getUTCDate() + 1) : Date.UTC(year, month + 1, 1);
}
