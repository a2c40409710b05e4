/** Measures which cards of a long desk are near what is seen, now and with every turn of the wheel. */
import type { Dispatch, RefObject, SetStateAction } from "react";

export interface SeenSlice {
  readonly from: number;
  readonly to: number;
  readonly abovePx: number;
  readonly belowPx: number;
}

/** Beyond both edges of the window, so that scrolling finds them there. */
const rowsAround = 4;

export function watchSlice(
  grid: RefObject<HTMLElement | null>,
  count: number,
  tell: Dispatch<SetStateAction<SeenSlice | null>>,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  let frame = 0;
  const look = () => {
    frame = 0;
    const next = grid.current && sliceOf(grid.current, count);
    if (next) tell((known) => (known && isSame(known, next) ? known : next));
  };
  const lookSoon = () => {
    frame ||= requestAnimationFrame(look);
  };
  look();
  window.addEventListener("scroll", lookSoon, { passive: true, signal });
  window.addEventListener("resize", lookSoon, { signal });
  signal.addEventListener("abort", () => cancelAnimationFrame(frame));
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
