/** Of thousands of cards only those near what is seen are there; the rest is empty space of the height they would take. */
import { type RefObject, useEffect, useState } from "react";

export interface SeenSlice {
  readonly from: number;
  readonly to: number;
  readonly abovePx: number;
  readonly belowPx: number;
}

/** As many are no weight, and a browser finds words in them. */
const fewest = 240;
/** Beyond both edges of the window, so that scrolling finds them there. */
const rowsAround = 4;

export function useSeenSlice(grid: RefObject<HTMLElement | null>, count: number): SeenSlice {
  const isLong = count > fewest;
  const [slice, setSlice] = useState<SeenSlice | null>(null);
  useEffect(() => {
    if (!isLong) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      const next = grid.current && sliceOf(grid.current, count);
      if (next) setSlice((known) => (known && isSame(known, next) ? known : next));
    };
    const lookSoon = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    window.addEventListener("scroll", lookSoon, { passive: true });
    window.addEventListener("resize", lookSoon);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", lookSoon);
      window.removeEventListener("resize", lookSoon);
    };
  }, [grid, count, isLong]);
  return isLong && slice ? slice : { from: 0, to: count, abovePx: 0, belowPx: 0 };
}

/** All rows are equally high. */
function sliceOf(grid: HTMLElement, count: number): SeenSlice | null {
  const card = grid.firstElementChild;
  if (!card) return null;
  const { gridTemplateColumns, rowGap } = getComputedStyle(grid);
  const columns = gridTemplateColumns.split(" ").length;
  const rowPx = card.getBoundingClientRect().height + Number.parseFloat(rowGap);
  const rows = Math.ceil(count / columns);
  const seenFrom = -grid.getBoundingClientRect().top / rowPx;
  const within = (row: number) => Math.min(rows, Math.max(0, row));
  const [first, last] = [within(Math.floor(seenFrom) - rowsAround), within(Math.ceil(seenFrom + window.innerHeight / rowPx) + rowsAround)];
  return {
    from: first * columns,
    to: Math.min(count, Math.max(last, first + 1) * columns),
    abovePx: first * rowPx,
    belowPx: (rows - Math.max(last, first + 1)) * rowPx,
  };
}

function isSame(one: SeenSlice, other: SeenSlice): boolean {
  return one.from === other.from && one.to === other.to && one.abovePx === other.abovePx && one.belowPx === other.belowPx;
}
