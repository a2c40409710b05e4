"use client";

import { SquareSplitHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useKeyTitle } from "#components/ui/use-key-title.ts";
import { useShortcutKeys, useShortcuts } from "#lib/client/shortcuts/use-shortcuts.ts";

/** While one paints on a result: the way back to comparing it. */
export function CompareEntry({ onCompare }: { readonly onCompare: () => void }) {
  const t = useTranslations("review");
  const { aria } = useShortcutKeys()("compare");
  const titleOf = useKeyTitle();
  useShortcuts({
    compare: () => {
      onCompare();
      return true;
    },
  });
  return (
    <button
      type="button"
      title={titleOf(t("compare"), "compare")}
      aria-keyshortcuts={aria}
      onClick={onCompare}
      className="flex h-8 items-center gap-2 rounded-full border border-line bg-glass px-3 text-xs text-dim shadow-lg hover:border-edge hover:text-ink pointer-coarse:h-11"
    >
      <SquareSplitHorizontal aria-hidden size={14} />
      {t("startCompare")}
    </button>
  );
}
