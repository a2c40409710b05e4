"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ShortcutId } from "#lib/client/shortcuts/shortcut-list.ts";
import { useShortcuts } from "#lib/client/shortcuts/use-shortcuts.ts";

const paintingTools = [
  "brush",
  "eraser",
  "rectangle",
  "ellipse",
  "lasso",
  "polygon",
  "wand",
  "smart",
] as const satisfies readonly ShortcutId[];

/** Who reaches for a brush where nothing is painted is shown the way to where it is. */
export function PaintOffer({ onFill }: { readonly onFill: () => void }) {
  const t = useTranslations("studio.paintOffer");
  const [isShown, setShown] = useState(false);
  const offer = () => {
    setShown(true);
    return true;
  };
  useShortcuts(Object.fromEntries(paintingTools.map((tool) => [tool, offer])));
  if (!isShown) return null;
  const close = () => setShown(false);
  return (
    <div
      role="status"
      onKeyDown={({ key }) => key === "Escape" && close()}
      className="absolute inset-x-3 top-3 z-10 mx-auto max-w-lg shadow-xl lg:top-5"
    >
      <Notice tone="calm" title={t("title")} aside={<IconButton small icon={X} label={t("close")} onClick={close} />}>
        <p>{t("text")}</p>
        <div className="mt-1 flex">
          <Button tone="primary" autoFocus onClick={onFill}>
            {t("go")}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
