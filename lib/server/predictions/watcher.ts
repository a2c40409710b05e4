/**
 * The one that looks after every row that is not over (a prediction, or steps applied again), whatever the number of open
 * browsers. It leases due rows, moves each one on, and sleeps until the next is due. The lease is what keeps two processes off
 * the same row; it is short, so that rows of a process that died are taken up again within seconds. A run that lives in this
 * very process is kept leased until it is over: nobody else could follow it.
 */
import type { Clock } from "#lib/server/clock.ts";
import { log } from "#lib/server/log.ts";
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

interface WatchedRow {
  readonly id: string;
  readonly version: number;
  readonly nextAtMs: number;
}

interface WatcherParts<Row extends WatchedRow> {
  readonly rows: LeasedRows<Row> & { get(id: string): Promise<Row | null> };
  readonly clock: Clock;
  readonly owner: string;
  readonly maxAtOnce: number;
  readonly advance: (row: Row, signal: AbortSignal) => Promise<Row>;
  /** Whether only this process can move the row on, and not yet. */
  readonly staysHere: (row: Row) => boolean;
}

export function startWatcher<Row extends WatchedRow>({ rows, clock, owner, maxAtOnce, advance, staysHere }: WatcherParts<Row>): Watcher {
  const stopping = new AbortController();
  const atWork = new Map<string, Promise<void>>();
  /** Of those, the ones that wait here for their next step. */
  const resting = new Set<string>();
  /** One wakes the one that looks for work, the other those that wait here. */
  const bells = { lookout: new AbortController(), beds: new AbortController() };

  async function moveOn(row: Row): Promise<void> {
    const lost = new AbortController();
    const renewing = setInterval(() => {
      rows.renew(row.id, owner, clock.now() + leaseMs).then(
        (isOurs) => isOurs || lost.abort(new Error("lease lost")),
        () => undefined,
      );
    }, renewMs);
    const signal = AbortSignal.any([stopping.signal, lost.signal]);
    let current = row;
    try {
      current = await advance(row, signal);
      while (staysHere(current) && !signal.aborted) {
        current = await restUntilDue(current, signal);
        current = await advance(current, signal);
      }
    } catch (error) {
      if (!stopping.signal.aborted) log.error({ row: row.id, error: String(error) }, "step-failed");
      await rows.postpone(row.id, current.version, clock.now() + sleepAfterFaultMs).catch(() => false);
    } finally {
      clearInterval(renewing);
      await rows.release(row.id, owner).catch(() => undefined);
    }
  }

  /** Whoever waits makes room for others, and hears of a cancel by the wake or, from another process, by looking. */
  async function restUntilDue(row: Row, signal: AbortSignal): Promise<Row> {
    resting.add(row.id);
    bells.lookout.abort();
    try {
      for (let current = row; ; ) {
        const leftMs = current.nextAtMs - clock.now();
        if (leftMs <= 0 || signal.aborted) return current;
        await sleep("beds", Math.min(leftMs, longestSleepMs));
        current = (await rows.get(row.id)) ?? current;
      }
    } finally {
      resting.delete(row.id);
    }
  }

  async function look(): Promise<void> {
    const free = maxAtOnce - atWork.size + resting.size;
    const due = free > 0 ? await rows.claim({ owner, nowMs: clock.now(), leaseMs, limit: free }) : [];
    for (const row of due) {
      const work = moveOn(row).finally(() => {
        atWork.delete(row.id);
        bells.lookout.abort();
      });
      atWork.set(row.id, work);
    }
    if (due.length > 0 && due.length === free) return;
    const nextDueAtMs = await rows.nextDueAtMs();
    const untilDueMs = nextDueAtMs === null ? longestSleepMs : nextDueAtMs - clock.now();
    // A full house waits for one of its own to end; that wakes it.
    const sleepMs = free <= 0 ? longestSleepMs : Math.min(longestSleepMs, Math.max(5, untilDueMs));
    await sleep("lookout", sleepMs);
  }

  async function sleep(bell: keyof typeof bells, ms: number): Promise<void> {
    await clock.sleep(ms, AbortSignal.any([bells[bell].signal, stopping.signal])).catch(() => undefined);
    if (bells[bell].signal.aborted) bells[bell] = new AbortController();
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await look();
      } catch (error) {
        log.error({ error: String(error) }, "watcher-failed");
        await sleep("lookout", sleepAfterFaultMs);
      }
    }
  }

  const running = run();
  return {
    wake() {
      bells.lookout.abort();
      bells.beds.abort();
    },
    async stop() {
      stopping.abort(new Error("stopping"));
      await running;
      await Promise.all(atWork.values());
    },
  };
}
