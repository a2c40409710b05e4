import type { ReactNode } from "react";

/** Stands on pictures of every colour, so it does not follow the theme. */
export function CompareLabel({ side, children }: { readonly side: "left" | "right"; readonly children: ReactNode }) {
  return (
    <span
      className={`pointer-events-none absolute top-3 max-w-[45%] truncate rounded-full border border-white/20 bg-black/75 px-3 py-1 text-xs text-white ${side === "left" ? "left-3" : "right-3"}`}
    >
      {children}
    </span>
  );
}
