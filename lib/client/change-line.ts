/**
 * What somebody does reaches the server in the order in which it was done: what takes back does not overtake what it takes back.
 * It is seen before that; so what still waits when the page is left is sent then, and not lost with it.
 */
export interface ChangeLine {
  add<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Whether nothing was added since. */
  isLast(work: Promise<unknown>): boolean;
  /** What waits begins now, in its order, and waits for nothing. */
  hurry(): void;
}

export function createChangeLine(): ChangeLine {
  let last: Promise<unknown> = Promise.resolve();
  let settled: Promise<unknown> = last;
  let leaving = Promise.withResolvers<void>();
  return {
    add(work) {
      const next = Promise.race([settled, leaving.promise]).then(work);
      last = next;
      settled = next.catch(() => undefined);
      return next;
    },
    isLast: (work) => work === last,
    hurry() {
      leaving.resolve();
      // A page that is left may come back.
      leaving = Promise.withResolvers();
    },
  };
}
