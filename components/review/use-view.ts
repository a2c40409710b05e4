"use client";

import { type RefCallback, useCallback, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { readInsets } from "#components/ui/read-insets.ts";
import { centreView, fitView, keepInReach, type Point, type Sides, type Size, type Viewport, zoomAbout } from "#components/ui/viewport.ts";
import type { CompareFrame } from "./compare-frame.ts";

export interface View {
  readonly frame: CompareFrame;
  /** Null until the first pane is measured. */
  readonly at: Viewport | null;
  readonly isFit: boolean;
  readonly room: Size;
  /** Goes to one pane; the others have its size. */
  readonly measure: RefCallback<HTMLElement>;
  panBy(dx: number, dy: number): void;
  /** About the middle where no point is given. */
  zoomBy(factor: number, about?: Point): void;
  fit(): void;
  actualSize(): void;
}

/** One zoom and one place for every way to compare: it stays while the way changes. */
export function useView(frame: CompareFrame): View {
  const [room, setRoom] = useState<(Size & { readonly insets: Sides }) | null>(null);
  const [placed, setPlaced] = useState<Viewport | null>(null);
  const measure = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const look = () => setRoom({ width: element.clientWidth, height: element.clientHeight, insets: readInsets(element) });
    // Told between layout and paint: the first frame shows the picture already, and nothing is laid out ahead of its time.
    const observer = new ResizeObserver(() => flushSync(look));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const at = room && (placed ? keepInReach(placed, room, frame) : fitView(room, frame, room.insets));
  const latest = useRef(at);
  latest.current = at;

  function move(change: (view: Viewport, space: Size) => Viewport): void {
    if (!latest.current || !room) return;
    const next = keepInReach(change(latest.current, room), room, frame);
    latest.current = next;
    setPlaced(next);
  }

  return {
    ...{ frame, at, measure },
    isFit: placed === null,
    room: room ?? { width: 0, height: 0 },
    panBy: (dx, dy) => move((view) => ({ ...view, x: view.x + dx, y: view.y + dy })),
    zoomBy: (factor, about) =>
      move((view, space) => zoomAbout(view, about ?? { x: space.width / 2, y: space.height / 2 }, view.zoom * factor)),
    fit: () => setPlaced(null),
    actualSize: () =>
      move((view, space) =>
        view.zoom < 0.05 ? centreView(space, frame, 1) : zoomAbout(view, { x: space.width / 2, y: space.height / 2 }, 1),
      ),
  };
}
