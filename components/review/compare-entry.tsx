"use client";

import { SquareSplitHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useReviewKeys } from "./use-review-keys.ts";

/** While one paints on a result: the way back to comparing it. */
export function CompareEntry({ onCompare }: { readonly onCompare: () => void }) {
  const t = useTranslations("review");
  useReviewKeys({
    isGrid: false,
    onCommand(command) {
      if (command.kind === "mode") onCompare();
      return command.kind === "mode";
    },
  });
  return (
    <button
      type="button"
      title={t("withKey", { label: t("compare"), key: "C" })}
      onClick={onCompare}
      className="flex h-8 items-center gap-2 rounded-full border border-line bg-glass px-3 text-xs text-dim shadow-lg hover:border-edge hover:text-ink pointer-coarse:h-11"
    >
      <SquareSplitHorizontal aria-hidden size={14} />
      {t("startCompare")}
    </button>
  );
}
