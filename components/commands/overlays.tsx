"use client";

import { useEffect } from "react";
import { onDemand } from "#lib/client/on-demand.tsx";
import { holdKeys } from "#lib/client/shortcuts/use-shortcuts.ts";

/** What is typed before the palette is there is meant for its field. */
function KeyHolder() {
  useEffect(holdKeys, []);
  return null;
}

export const CommandPalette = onDemand(() => import("./command-palette.tsx"), <KeyHolder />);
export const HelpSheet = onDemand(() => import("./help-sheet.tsx"));
