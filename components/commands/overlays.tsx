"use client";

import { useEffect } from "react";
import { ClosesEarly, onDemand } from "#lib/client/on-demand.tsx";
import { holdKeys } from "#lib/client/shortcuts/use-shortcuts.ts";

/** What is typed before the palette is there is meant for its field. */
function HoldsKeys({ onClose }: { readonly onClose: () => void }) {
  useEffect(() => {
    const release = holdKeys();
    return () => void release();
  }, []);
  return <ClosesEarly onClose={onClose} />;
}

export const CommandPalette = onDemand(() => import("./command-palette.tsx"), HoldsKeys);
export const HelpSheet = onDemand(() => import("./help-sheet.tsx"), ClosesEarly);
