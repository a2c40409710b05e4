/**
 * Lets a held request hear of a change at once, whichever process made it. Where signals of other processes do not
 * arrive, their changes are found by looking again every second.
 */
import { EventEmitter, once } from "node:events";
import type { Signals } from "#lib/server/storage/signals.ts";

const lookAgainMs = 1000;
/** Signals are best effort: one that got lost on the way costs so much. */
const lookAgainHearingMs = 5000;

export interface Changes {
  announce(id: string): void;
  /** Resolves at the next change of this row, after `waitMs`, or when it is time to look again; never rejects. */
  next(id: string, waitMs: number, signal?: AbortSignal): Promise<void>;
}

export function createChanges(signals: Signals): Changes {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  signals.listen((signal) => {
    if (signal.kind === "changed") emitter.emit(signal.id);
    if (signal.kind === "unknown") for (const id of emitter.eventNames()) emitter.emit(id);
  });

  return {
    announce(id) {
      // Those who wait here need no way around.
      emitter.emit(id);
      signals.send({ kind: "changed", id });
    },
    async next(id, waitMs, signal) {
      const longestMs = signals.isHearing() ? lookAgainHearingMs : lookAgainMs;
      const limit = AbortSignal.timeout(Math.max(1, Math.min(waitMs, longestMs)));
      const end = signal ? AbortSignal.any([signal, limit]) : limit;
      await once(emitter, id, { signal: end }).catch(() => undefined);
    },
  };
}
