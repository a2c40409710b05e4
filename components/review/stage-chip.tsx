import type { ReactNode } from "react";

/** A control of the way to compare that is on, at the top of the stage. */
export function StageChip({ children }: { readonly children: ReactNode }) {
  return (
    <div className="absolute top-3 left-1/2 z-10 flex max-w-full -translate-x-1/2 items-center gap-2 rounded-full border border-line bg-glass px-3 py-1 text-xs whitespace-nowrap shadow-lg">
      {children}
    </div>
  );
}
