/**
 * How long the last runs of each model took, as this process saw them from ask to end: they tell when the next end is near.
 * What is stored counts our own work after the end, too, so it cannot say so.
 */
export interface RunTimes {
  /** A look that found it still going on. */
  seen(id: string, elapsedMs: number): void;
  ended(id: string, model: string, elapsedMs: number): void;
  /** How long the last ones took, shortest first; null before the first. */
  lastOf(model: string): readonly number[] | null;
}

const remembered = 20;
/** One that is over at the first look ended some time before. Taken for less, so that the next one is looked at sooner. */
const overAtFirstLookShare = 0.9;
/** Runs that nobody follows to their end are forgotten. */
const mostOpen = 1000;

export function createRunTimes(): RunTimes {
  const lastLooks = new Map<string, number>();
  const times = new Map<string, readonly number[]>();

  return {
    seen(id, elapsedMs) {
      lastLooks.delete(id);
      lastLooks.set(id, elapsedMs);
      const [oldest] = lastLooks.keys();
      if (lastLooks.size > mostOpen && oldest !== undefined) lastLooks.delete(oldest);
    },
    ended(id, model, elapsedMs) {
      const lastLookMs = lastLooks.get(id);
      // It ended somewhere between the two looks.
      const tookMs = lastLookMs === undefined ? elapsedMs * overAtFirstLookShare : (elapsedMs + lastLookMs) / 2;
      lastLooks.delete(id);
      times.set(model, [...(times.get(model) ?? []), tookMs].slice(-remembered));
    },
    lastOf(model) {
      return times.get(model)?.toSorted((one, other) => one - other) ?? null;
    },
  };
}
