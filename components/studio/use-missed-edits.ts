"use client";

import { useEffect, useState } from "react";
import { lookAt, missedSince, readLook, writeLook } from "#lib/client/looks.ts";
import type { Edit } from "#lib/wire.ts";

/** Results that came while nobody looked at this project, until each is opened or one comes back another time. */
export function useMissedEdits(projectId: string, edits: readonly Edit[], openId: string | undefined): ReadonlySet<string> {
  const [backAtMs, setBackAtMs] = useState<number | null>(() => (document.hidden ? null : Date.now()));
  const [missed, setMissed] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    const look = () => setBackAtMs(document.hidden ? null : Date.now());
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);

  useEffect(() => {
    if (backAtMs === null) return;
    const more = missedSince(readLook(localStorage, projectId), edits, backAtMs);
    if (more.length > 0) setMissed((known) => new Set([...known, ...more]));
    writeLook(localStorage, projectId, lookAt(edits));
  }, [projectId, edits, backAtMs]);

  useEffect(() => {
    if (openId) setMissed((known) => (known.has(openId) ? new Set([...known].filter((id) => id !== openId)) : known));
  }, [openId]);

  return missed;
}
