/** Signals of a process that is, as far as it knows, alone on its records. */
import type { Signal, Signals } from "./signals.ts";

export function createOwnSignals(): Signals {
  const listeners: ((signal: Signal) => void)[] = [];
  return {
    send(signal) {
      for (const hear of listeners) hear(signal);
    },
    listen: (hear) => void listeners.push(hear),
    isHearing: () => false,
    close: async () => undefined,
  };
}
