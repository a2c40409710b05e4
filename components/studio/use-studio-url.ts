"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { type CompareMode, readCompareMode } from "#components/review/compare-modes.ts";
import type { Task } from "#lib/models/model.ts";

export const tasks = ["edit", "fill", "combine", "generate"] as const satisfies readonly Task[];

type Place = Partial<Readonly<Record<"mode" | "edit" | "compare" | "before", string | null>>>;

interface StudioUrl {
  readonly mode: Task;
  readonly editId: string | null;
  readonly compare: CompareMode | null;
  /** Compared with this edit instead of the one it was made from. */
  readonly beforeId: string | null;
  /** `push` makes the back button a step back to here. */
  go(place: Place, how: "push" | "replace"): void;
}

/**
 * What a link should bring back lives in the address: the mode, the edit that is open, how it is compared. The framework tells of a
 * new address when it has the time; the room goes there at once.
 */
export function useStudioUrl(): StudioUrl {
  const told = useSearchParams();
  const [ahead, setAhead] = useState<{ readonly of: typeof told; readonly params: URLSearchParams } | null>(null);
  const params = ahead?.of === told ? ahead.params : told;
  useEffect(() => {
    const forget = () => setAhead(null);
    window.addEventListener("popstate", forget);
    return () => window.removeEventListener("popstate", forget);
  }, []);
  return {
    mode: tasks.find((task) => task === params.get("mode")) ?? "edit",
    editId: params.get("edit"),
    compare: readCompareMode(params.get("compare")),
    beforeId: params.get("before"),
    go(place, how) {
      const next = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(place)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      setAhead({ of: told, params: next });
      const address = `${window.location.pathname}${next.size > 0 ? `?${next}` : ""}`;
      if (how === "push") window.history.pushState(null, "", address);
      else window.history.replaceState(null, "", address);
    },
  };
}
