/** Of thousands of cards only those near what is seen are there; the rest is empty space of the height they would take. */
import { type RefObject, useEffect, useState } from "react";
import type { SeenSlice } from "./watch-slice.ts";

/** As many are no weight, and a browser finds words in them. */
const fewest = 240;

export function useSeenSlice(grid: RefObject<HTMLElement | null>, count: number): SeenSlice {
  const isLong = count > fewest;
  const [slice, setSlice] = useState<SeenSlice | null>(null);
  useEffect(() => {
    if (!isLong) return;
    const left = new AbortController();
    // Where it cannot come all cards stay.
    import("./watch-slice.ts").then(
      ({ watchSlice }) => watchSlice(grid, count, setSlice, left.signal),
      () => undefined,
    );
    return () => left.abort();
  }, [grid, count, isLong]);
  return isLong && slice ? slice : { from: 0, to: count, abovePx: 0, belowPx: 0 };
}
