/** How a bench tells its figures: the middle of the rounds and their worst, never one lucky round. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] =
    sorted.length % 2 === 0 ? [sorted[middle - 1], sorted[middle]] : [sorted[middle], sorted[middle]];
  return (low + high) / 2;
}

export function tell(what: string, roundsMs: readonly number[]): void {
  const figure = (ms: number) => `${ms.toFixed(ms < 100 ? 1 : 0)} ms`;
  const worst = figure(Math.max(...roundsMs));
  console.log(`  ${what.padEnd(64)} ${figure(median(roundsMs)).padStart(9)}   worst ${worst} of ${roundsMs.length}`);
}

export async function measureMs(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}
