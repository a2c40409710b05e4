import type { ReactNode } from "react";
import type { View } from "./use-view.ts";

interface CompareLabelProps {
  readonly side: "left" | "right";
  readonly view: View;
  readonly children: ReactNode;
}

/** In the picture's upper corner, or the pane's where that is nearer. Stands on pictures of every colour, so it does not follow the theme. */
export function CompareLabel({ side, view: { at, frame, room }, children }: CompareLabelProps) {
  if (!at) return null;
  const edge = side === "left" ? at.x : room.width - at.x - frame.width * at.zoom;
  return (
    <span
      className="pointer-events-none absolute max-w-[45%] truncate rounded-full border border-white/20 bg-black/75 px-3 py-1 text-xs text-white"
      style={{ top: Math.max(0, at.y) + 12, [side]: Math.max(0, edge) + 12 }}
    >
      {children}
    </span>
  );
}
