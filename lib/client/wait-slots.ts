/**
 * A browser opens only six connections to one server, and a held request uses one. Slots keep most of them free for
 * pictures and uploads: when more runs wait than there are slots, they take turns with short waits.
 */
export interface WaitSlots {
  /** Runs the work once a slot is free and tells it how long it may hold on. */
  hold<Result>(work: (waitSeconds: number) => Promise<Result>, signal: AbortSignal): Promise<Result>;
}

export function createWaitSlots(count: number, waits: { readonly calmSeconds: number; readonly crowdedSeconds: number }): WaitSlots {
  let free = count;
  const queue: (() => void)[] = [];

  async function takeTurn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (free > 0) {
      free -= 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const leave = () => {
        queue.splice(queue.indexOf(enter), 1);
        reject(signal.reason);
      };
      const enter = () => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      queue.push(enter);
      signal.addEventListener("abort", leave, { once: true });
    });
  }

  function giveBack(): void {
    const next = queue.shift();
    if (next) next();
    else free += 1;
  }

  return {
    async hold(work, signal) {
      await takeTurn(signal);
      try {
        return await work(queue.length > 0 || free === 0 ? waits.crowdedSeconds : waits.calmSeconds);
      } finally {
        giveBack();
      }
    },
  };
}
