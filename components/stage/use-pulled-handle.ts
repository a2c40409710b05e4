"use client";

import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { type Point, toPicture, type Viewport } from "#components/ui/viewport.ts";
import { turnArrow } from "./turned-grip.ts";

interface PulledHandle {
  readonly view: Viewport;
  /** Pixels of the picture that an arrow key goes; with Shift it goes one. */
  readonly step: number;
  /** How far it is from where it was taken, in pixels of the picture. */
  readonly onPull: (dx: number, dy: number) => void;
  readonly onSettle: (isKept: boolean) => void;
  /** A handle that begins to be pulled. */
  readonly onTake: () => void;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What makes an element a handle: a pointer pulls it, arrows push it, Escape lets it go back. */
export function usePulledHandle({ view, step, onPull, onSettle, onTake }: PulledHandle) {
  const taken = useRef<{ readonly id: number; readonly at: Point } | null>(null);

  function release(isKept: boolean): void {
    taken.current = null;
    onSettle(isKept);
  }

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0 || taken.current) return;
      event.preventDefault();
      event.currentTarget.focus({ preventScroll: true });
      event.currentTarget.setPointerCapture(event.pointerId);
      taken.current = { id: event.pointerId, at: { x: event.clientX, y: event.clientY } };
      onTake();
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (taken.current?.id !== event.pointerId) return;
      const from = toPicture(view, taken.current.at);
      const to = toPicture(view, { x: event.clientX, y: event.clientY });
      onPull(to.x - from.x, to.y - from.y);
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      if (taken.current?.id === event.pointerId) release(true);
    },
    onPointerCancel(event: PointerEvent<HTMLElement>) {
      if (taken.current?.id === event.pointerId) release(false);
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (event.key === "Escape" && taken.current) {
        event.stopPropagation();
        release(false);
        return;
      }
      const arrow = arrows[event.key];
      if (!arrow || taken.current || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const by = event.shiftKey ? 1 : step;
      onTake();
      const [across, down] = turnArrow(arrow, view.angle);
      onPull(across * by, down * by);
      onSettle(true);
    },
  };
}
