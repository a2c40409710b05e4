"use client";

import { useEffect } from "react";

/** The tab says how many runs are still going on. */
export function useTitleBadge(name: string, runningCount: number): void {
  useEffect(() => {
    document.title = runningCount > 0 ? `(${runningCount}) ${name}` : name;
  }, [name, runningCount]);
}
