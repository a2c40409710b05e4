"use client";

import { useState } from "react";
import { readDismissed, writeDismissed } from "#lib/client/dismissed-runs.ts";

export function useDismissed(projectId: string): readonly [ids: readonly string[], dismiss: (id: string) => void] {
  const [ids, setIds] = useState(() => readDismissed(localStorage, projectId));
  return [
    ids,
    (id) => {
      const next = [...ids, id];
      writeDismissed(localStorage, projectId, next);
      setIds(next);
    },
  ];
}
