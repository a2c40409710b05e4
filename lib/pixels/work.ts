/**
 * Long pixel work as a generator: it yields how much is done (0..1) every few rows and returns its result, so that
 * whoever drives it may show progress or stop, while the algorithm itself stays synchronous and pure.
 */
export type Work<T> = Generator<number, T, void>;

/** Runs work to its end without a pause. */
export function finish<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Places the shares of a smaller work inside those of a larger one. */
export function* part<T>(work: Work<T>, from: number, to: number): Work<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}

/** One change after the other. */
export function* inTurn<T>(start: T, changes: readonly ((value: T) => Work<T>)[]): Work<T> {
  let value = start;
  for (const [n, change] of changes.entries()) value = yield* part(change(value), n / changes.length, (n + 1) / changes.length);
  return value;
}
