/**
 * The database's time, for processes on several machines: a lease means the same to all of them, whatever their own clocks say.
 * Asked now and then; in between, one's own clock goes on from there.
 */
import type { Clock } from "./clock.ts";

/** Less is the way to the database and back, and no reason to jump. */
const tolerableMs = 250;
const askEveryMs = 60_000;

export interface SharedClock extends Clock {
  stop(): void;
}

export async function openSharedClock(own: Clock, askTimeMs: () => Promise<number>): Promise<SharedClock> {
  let aheadMs = 0;

  async function align(): Promise<void> {
    const beforeMs = own.now();
    const theirsMs = await askTimeMs();
    const foundMs = theirsMs - (beforeMs + own.now()) / 2;
    if (Math.abs(foundMs - aheadMs) > tolerableMs) aheadMs = Math.abs(foundMs) > tolerableMs ? Math.round(foundMs) : 0;
  }

  await align();
  // A database that does not answer leaves the clock as it goes.
  const asking = setInterval(() => void align().catch(() => undefined), askEveryMs);
  asking.unref();
  return { now: () => own.now() + aheadMs, sleep: own.sleep, stop: () => clearInterval(asking) };
}
