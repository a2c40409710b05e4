"use client";

import { Bell } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useKeyTitle } from "#components/ui/use-key-title.ts";
import { formatUsd } from "#lib/client/formats.ts";
import { useShortcutKeys } from "#lib/client/shortcuts/use-shortcuts.ts";
import { useUsage } from "#lib/client/use-usage.ts";
import { countBranches } from "#lib/history/tree-layout.ts";
import type { Edit } from "#lib/wire.ts";

interface HistoryFactsProps {
  readonly edits: readonly Edit[];
  readonly onTree: () => void;
  readonly onNotify: (() => void) | null;
}

/** The size of the tree, what today has cost, and the way to see all of it. */
export function HistoryFacts({ edits, onTree, onNotify }: HistoryFactsProps) {
  const t = useTranslations("history");
  const locale = useLocale();
  const { spentUsd } = useUsage();
  const { aria } = useShortcutKeys()("tree");
  const titleOf = useKeyTitle();
  return (
    <div className="flex shrink-0 items-center gap-3 px-4 max-md:border-l max-md:border-line">
      <p className="text-right text-xs max-md:hidden">
        <span className="block text-faint">{t("counts", { edits: edits.length, branches: countBranches(edits) })}</span>
        {spentUsd !== null && spentUsd > 0 && (
          <span className="block text-dim">{t("spentToday", { price: formatUsd(locale, spentUsd) })}</span>
        )}
      </p>
      {onNotify && <IconButton icon={Bell} label={t("notify")} onClick={onNotify} />}
      <Button title={titleOf(t("tree"), "tree")} aria-keyshortcuts={aria} onClick={onTree}>
        {t("openTree")}
      </Button>
    </div>
  );
}
