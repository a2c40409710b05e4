"use client";

import { type RefCallback, useCallback, useEffect, useRef } from "react";
import { BrushCursor } from "#components/ui/brush-cursor.ts";
import type { Point, Size } from "#components/ui/viewport.ts";

interface BrushRing {
  /** Where the cursor's canvas stands. */
  readonly host: RefCallback<HTMLElement>;
  hover(at: Point | null): void;
}

/** The brush's ring at the pointer, which moves without anything being drawn again but itself; without a radius there is none. */
export function useBrushCursor({ width, height }: Size, radius: number | null, hardness: number): BrushRing {
  const cursor = useRef<BrushCursor | null>(null);
  const at = useRef<Point | null>(null);

  const show = () => cursor.current?.show(radius === null ? null : at.current, radius ?? 0, (radius ?? 0) * hardness);
  const host = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const made = new BrushCursor();
    cursor.current = made;
    element.append(made.element);
    return () => {
      cursor.current = null;
      made.destroy();
    };
  }, []);

  useEffect(() => cursor.current?.measure({ width, height }, window.devicePixelRatio), [width, height]);
  useEffect(show);
  return {
    host,
    hover(next) {
      at.current = next;
      show();
    },
  };
}
