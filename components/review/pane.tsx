"use client";

import { type ReactNode, type RefCallback, useCallback, useEffect, useRef } from "react";
import { isErasing } from "#components/ui/pen-press.ts";
import { PointerHands } from "#components/ui/pointer-hands.ts";
import type { Point, TracePoint } from "#components/ui/viewport.ts";
import type { View } from "./use-view.ts";

/** What a pointer does besides moving the picture; `begin` answers whether it takes this press, with the other end of a pen or not. */
export interface Gesture {
  begin(at: TracePoint, isErasing: boolean): boolean;
  extend(trace: readonly TracePoint[]): void;
  end(): void;
  abort?(): void;
}

interface PaneProps {
  readonly view: View;
  readonly ref?: RefCallback<HTMLElement>;
  readonly gesture?: Gesture;
  readonly cursor?: string;
  readonly onHover?: ((at: Point | null) => void) | undefined;
  readonly children: ReactNode;
}

/** A window onto the picture: wheel, pinch and drag move every pane of the view at once. What a bar over it covers is its padding. */
export function Pane({ view, ref, gesture, cursor, onHover, children }: PaneProps) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef({ view, gesture, onHover });
  latest.current = { view, gesture, onHover };
  const join = useCallback(
    (element: HTMLDivElement | null) => {
      host.current = element;
      return ref?.(element);
    },
    [ref],
  );

  useEffect(() => {
    if (!host.current) return;
    let isTaken = false;
    let last: Point = { x: 0, y: 0 };
    const hands = new PointerHands(host.current, {
      isPanning: () => false,
      begin(at, event) {
        last = at;
        isTaken = latest.current.gesture?.begin(at, isErasing(event)) ?? false;
      },
      extend(trace) {
        const at = trace.at(-1);
        if (!at) return;
        if (isTaken) latest.current.gesture?.extend(trace);
        else latest.current.view.panBy(at.x - last.x, at.y - last.y);
        last = at;
      },
      end: () => isTaken && latest.current.gesture?.end(),
      abort: () => isTaken && latest.current.gesture?.abort?.(),
      hover: (at) => latest.current.onHover?.(at),
      panBy: (dx, dy) => latest.current.view.panBy(dx, dy),
      zoomBy: (factor, about) => latest.current.view.zoomBy(factor, about),
    });
    return () => hands.destroy();
  }, []);

  return (
    <div
      ref={join}
      className="relative size-full min-h-0 min-w-0 touch-none overflow-hidden pb-(--review-bar) select-none"
      style={{ cursor: cursor ?? "grab" }}
    >
      {view.at && children}
    </div>
  );
}
