/** The parts of the studio are put up one after another, in this order, each once what came before it has been painted. */
const order = ["stage", "panel", "header", "history"] as const;

export type StudioPart = (typeof order)[number];

interface Waiting {
  readonly part: StudioPart;
  readonly begin: () => void;
}

export interface Turns {
  /** Calls when it is this part's turn. What it answers ends the turn, or gives up the place in the line. */
  take(part: StudioPart, begin: () => void): () => void;
}

export function createTurns(afterPaint: (work: () => void) => void): Turns {
  const line: Waiting[] = [];
  let current: Waiting | null = null;
  let isCalling = false;

  function callNext(): void {
    if (isCalling || current || line.length === 0) return;
    isCalling = true;
    afterPaint(() => {
      isCalling = false;
      current = line.toSorted((one, other) => order.indexOf(one.part) - order.indexOf(other.part))[0] ?? null;
      current?.begin();
    });
  }

  return {
    take(part, begin) {
      const own = { part, begin };
      line.push(own);
      callNext();
      return () => {
        line.splice(line.indexOf(own), 1);
        if (current !== own) return;
        current = null;
        callNext();
      };
    },
  };
}

/** A page that nobody sees is not painted, and need not wait for it. */
export function afterPaint(work: () => void): void {
  if (document.hidden) setTimeout(work);
  else requestAnimationFrame(() => setTimeout(work));
}
