"use client";

import { type ReactNode, useDeferredValue } from "react";

interface InTurnProps {
  readonly meanwhile: ReactNode;
  readonly children: ReactNode;
}

/** Puts up what is inside in a step of its own, after what stands beside it: between two steps the page answers. */
export function InTurn({ meanwhile, children }: InTurnProps) {
  const isDue = useDeferredValue(true, false);
  return isDue ? children : meanwhile;
}
