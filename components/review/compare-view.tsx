"use client";

import type { Picture } from "#lib/wire.ts";
import { BeforeAfter } from "./before-after.tsx";
import type { CompareMode } from "./compare-modes.ts";
import { SideBySide } from "./side-by-side.tsx";

interface CompareViewProps {
  readonly mode: Exclude<CompareMode, "result">;
  readonly before: Picture;
  readonly after: Picture;
  readonly afterLabel: string;
}

export function CompareView({ mode, ...pair }: CompareViewProps) {
  return mode === "slider" ? <BeforeAfter {...pair} /> : <SideBySide {...pair} />;
}
