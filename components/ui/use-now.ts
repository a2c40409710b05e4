"use client";

import { useEffect, useState } from "react";

/** The time, told again every second while something is going on. */
export function useNow(isTicking: boolean, startMs?: number): number {
  const [nowMs, setNowMs] = useState(() => startMs ?? Date.now());
  useEffect(() => {
    if (!isTicking) return;
    const timer = setInterval(() => setNowMs(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isTicking]);
  return nowMs;
}
