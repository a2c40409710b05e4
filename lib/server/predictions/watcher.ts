/**
 * The one that looks after every row that is not over (a prediction, or steps applied again), whatever the number of open
 * browsers. It leases due rows, moves each one on, and sleeps until the next is due. The lease is what keeps two processes off the same row; it is
 * short, so that rows of a process that died are taken up again within seconds.
 */
import type { Clock } from "#lib/server/clock.ts";
import type { LeasedRows } from "#lib/server/storage/records.ts";

const leaseMs = 10_000;
const renewMs = 3000;
const longestSleepMs = 1000;
const sleepAfterFaultMs = 1000;

export interface Watcher {
  /** Something is due now. */
  wake(): void;
  /** Lets steps under way end (or aborts them) and gives their rows back. */
  stop(): Promise<void>;
}

interface WatcherParts<Row> {
  readonly rows: LeasedRows<Row>;
  readonly clock: Clock;
  readonly owner: string;
  readonly maxAtOnce: number;
  readonly advance: (row: Row, signal: AbortSignal) => Promise<unknown>;
}

export function startWatcher<Row extends { readonly id: string; readonly version: number }>({
  rows,
  clock,
  owner,
  maxAtOnce,
  advance,
}: WatcherParts<Row>): Watcher {
  const stopping = new AbortController();
  const atWork = new Map<string, Promise<void>>();
  let rest = new AbortController();

  async function moveOn(row: Row): Promise<void> {
    const lost = new AbortController();
    const renewing = setInterval(() => {
      rows.renew(row.id, owner, clock.now() + leaseMs).then(
        (isOurs) => isOurs || lost.abort(new Error("lease lost")),
        () => undefined,
      );
    }, renewMs);
    try {
      await advance(row, AbortSignal.any([stopping.signal, lost.signal]));
    } catch (error) {
      if (!stopping.signal.aborted) console.error(JSON.stringify({ event: "step-failed", row: row.id, error: String(error) }));
      await rows.postpone(row.id, row.version, clock.now() + sleepAfterFaultMs).catch(() => false);
    } finally {
      clearInterval(renewing);
      await rows.release(row.id, owner).catch(() => undefined);
    }
  }

  async function look(): Promise<void> {
    const free = maxAtOnce - atWork.size;
    const due = free > 0 ? await rows.claim({ owner, nowMs: clock.now(), leaseMs, limit: free }) : [];
    for (const row of due) {
      const work = moveOn(row).finally(() => {
        atWork.delete(row.id);
        wake();
      });
      atWork.set(row.id, work);
    }
    if (due.length > 0 && due.length === free) return;
    const nextDueAtMs = await rows.nextDueAtMs();
    const untilDueMs = nextDueAtMs === null ? longestSleepMs : nextDueAtMs - clock.now();
    // A full house waits for one of its own to end; that wakes it.
    const sleepMs = atWork.size >= maxAtOnce ? longestSleepMs : Math.min(longestSleepMs, Math.max(5, untilDueMs));
    await sleep(sleepMs);
  }

  async function sleep(ms: number): Promise<void> {
    await clock.sleep(ms, AbortSignal.any([rest.signal, stopping.signal])).catch(() => undefined);
    if (rest.signal.aborted) rest = new AbortController();
  }

  function wake(): void {
    rest.abort();
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await look();
      } catch (error) {
        console.error(JSON.stringify({ event: "watcher-failed", error: String(error) }));
        await sleep(sleepAfterFaultMs);
      }
    }
  }

  const running = run();
  return {
    wake,
    async stop() {
      stopping.abort(new Error("stopping"));
      await running;
      await Promise.all(atWork.values());
    },
  };
}
