"use client";

import { type RefObject, useEffect, useRef } from "react";

/** Where the rooms stand below one another, whoever begins a run at the form's end is brought to where its result comes. */
export function useStageInView(isRunBegun: boolean): RefObject<HTMLElement | null> {
  const stage = useRef<HTMLElement>(null);
  useEffect(() => {
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (isRunBegun) stage.current?.scrollIntoView({ block: "start", behavior: isStill ? "auto" : "smooth" });
  }, [isRunBegun]);
  return stage;
}
