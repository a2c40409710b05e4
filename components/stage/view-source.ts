/** Where the picture lies right now, for what is drawn over the canvas by React: only those parts follow every step of a pan. */
import type { Viewport } from "#components/ui/viewport.ts";

export interface ViewSource {
  get(): Viewport | null;
  set(view: Viewport): void;
  subscribe(tell: () => void): () => void;
}

export function createViewSource(): ViewSource {
  let known: Viewport | null = null;
  const readers = new Set<() => void>();
  return {
    get: () => known,
    set(view) {
      known = view;
      for (const tell of readers) tell();
    },
    subscribe(tell) {
      readers.add(tell);
      return () => void readers.delete(tell);
    },
  };
}
