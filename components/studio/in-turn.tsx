"use client";

import { type ReactNode, startTransition, useEffect, useState } from "react";
import { afterPaint, createTurns, type StudioPart } from "./turns.ts";

const turns = createTurns(afterPaint);

interface InTurnProps {
  readonly part: StudioPart;
  readonly meanwhile: ReactNode;
  readonly children: ReactNode;
}

/** Puts up what is inside in a step and a frame of its own: between two steps the page answers. */
export function InTurn({ part, meanwhile, children }: InTurnProps) {
  const [isDue, setDue] = useState(false);
  useEffect(() => (isDue ? undefined : turns.take(part, () => startTransition(() => setDue(true)))), [part, isDue]);
  return isDue ? children : meanwhile;
}
