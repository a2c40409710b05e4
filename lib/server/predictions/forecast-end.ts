/** When a run will be over, by how far it was at two looks. */
export interface ProgressPoint {
  readonly elapsedMs: number;
  /** 0..1 */
  readonly progress: number;
}

/** Closer together, or sooner, the steps in which progress is told say more than what went on between. */
const leastApart = 0.25;
const leastDone = 0.5;

/** What goes before the first step (a queue, a cold start) shifts both looks alike; null where they do not tell. */
export function forecastEnd(first: ProgressPoint, second: ProgressPoint): number | null {
  const apart = second.progress - first.progress;
  if (apart < leastApart || second.progress < leastDone) return null;
  return second.elapsedMs + ((1 - second.progress) * (second.elapsedMs - first.elapsedMs)) / apart;
}
