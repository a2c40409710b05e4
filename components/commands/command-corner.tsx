"use client";

import { CircleHelp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useLoadAhead } from "#lib/client/on-demand.tsx";
import { useShortcutKeys, useShortcuts } from "#lib/client/shortcuts/use-shortcuts.ts";
import { CommandPalette, HelpSheet } from "./overlays.tsx";
import { PaletteSign } from "./palette-sign.tsx";

const ahead = [CommandPalette, HelpSheet];

/** The two buttons at the end of a header, with what they open: where nothing else stands over the page. */
export function CommandCorner({ className }: { readonly className?: string }) {
  const t = useTranslations("shortcuts");
  const keysOf = useShortcutKeys();
  const [shown, setShown] = useState<"palette" | "help" | null>(null);
  const open = (overlay: typeof shown) => () => {
    setShown(overlay);
    return true;
  };
  useLoadAhead(ahead);
  useShortcuts({ palette: open("palette"), help: open("help") });
  const close = () => setShown(null);
  return (
    <>
      <IconButton
        icon={CircleHelp}
        label={t("help")}
        aria-keyshortcuts={keysOf("help").aria}
        className={className}
        onClick={open("help")}
      />
      <Button
        tone="quiet"
        className={`px-2 ${className ?? ""}`}
        aria-label={`${t("palette")} ${keysOf("palette").text}`.trim()}
        aria-keyshortcuts={keysOf("palette").aria}
        onClick={open("palette")}
      >
        <PaletteSign />
      </Button>
      {shown === "palette" && <CommandPalette places={[]} onClose={close} />}
      {shown === "help" && <HelpSheet onClose={close} />}
    </>
  );
}
