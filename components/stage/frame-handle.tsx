"use client";

import { joinClasses } from "#components/ui/join-classes.ts";
import type { Point } from "#components/ui/viewport.ts";
import type { Grip } from "./pull-sides.ts";
import { resizeCursor } from "./turned-grip.ts";
import type { usePulledHandle } from "./use-pulled-handle.ts";

interface FrameHandleProps {
  readonly grip: Grip;
  /** On the screen. */
  readonly at: Point;
  /** By which the picture is turned. */
  readonly angle: number | undefined;
  readonly label: string;
  readonly describedBy: string;
  readonly handle: ReturnType<typeof usePulledHandle>;
  /** Bars on edges, squares on corners. */
  readonly isLarge?: boolean;
}

/** A small mark with a target around it that a finger finds. */
export function FrameHandle({ grip, at, angle, label, describedBy, handle, isLarge }: FrameHandleProps) {
  const isCorner = grip.across !== 0 && grip.down !== 0;
  const bar = grip.across === 0 ? "h-2 w-7" : "h-7 w-2";
  return (
    <button
      {...handle}
      type="button"
      aria-label={label}
      aria-describedby={describedBy}
      className={joinClasses(
        "pointer-events-auto absolute top-0 left-0 grid size-6 -translate-1/2 touch-none place-items-center rounded-md pointer-coarse:size-11",
        resizeCursor(grip, angle),
      )}
      style={{ transform: `translate(${at.x}px, ${at.y}px)` }}
    >
      <span
        aria-hidden
        className={joinClasses(
          "border border-black/70 bg-white shadow",
          isCorner ? (isLarge ? "size-3.5 rounded-xs" : "size-2.5") : `${bar} rounded-full`,
        )}
      />
    </button>
  );
}
