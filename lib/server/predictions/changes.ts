/**
 * Lets a held request hear of a change at once. Inside one process an event is enough; changes another process made
 * to the same database are found by looking again every second.
 */
import { EventEmitter, once } from "node:events";

const lookAgainMs = 1000;

export interface Changes {
  announce(id: string): void;
  /** Resolves at the next change of this row, after `waitMs`, or when it is time to look again; never rejects. */
  next(id: string, waitMs: number, signal?: AbortSignal): Promise<void>;
}

export function createChanges(): Changes {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);

  return {
    announce: (id) => {
      emitter.emit(id);
    },
    async next(id, waitMs, signal) {
      const limit = AbortSignal.timeout(Math.max(1, Math.min(waitMs, lookAgainMs)));
      const end = signal ? AbortSignal.any([signal, limit]) : limit;
      await once(emitter, id, { signal: end }).catch(() => undefined);
    },
  };
}
