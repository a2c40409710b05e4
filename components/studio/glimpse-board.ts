/** What is seen of a result before it is kept. It stands beside React's state, so that only what shows it is drawn for it. */
export interface Glimpse {
  readonly image: HTMLImageElement;
  /** Where it lies: on the picture it was made from, or alone. */
  readonly place: "over" | "alone";
  /** On the half of the slider it is going to be seen on. */
  readonly isHalf: boolean;
}

export interface GlimpseBoard {
  shown(): Glimpse | null;
  show(glimpse: Glimpse | null): void;
  subscribe(listener: () => void): () => void;
}

export function createGlimpseBoard(): GlimpseBoard {
  const listeners = new Set<() => void>();
  let shown: Glimpse | null = null;
  return {
    shown: () => shown,
    show(glimpse) {
      if (shown === glimpse) return;
      shown = glimpse;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
