"use client";

import { Minus, Plus, ScanSearch } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Segments } from "#components/ui/segments.tsx";
import { useKeyTitle } from "#components/ui/use-key-title.ts";
import { formatPercent } from "#lib/client/formats.ts";
import type { CompareMode } from "./compare-modes.ts";
import type { View } from "./use-view.ts";

interface CompareBarProps {
  readonly modes: readonly CompareMode[];
  readonly mode: CompareMode;
  readonly view: View;
  readonly isLoupe: boolean;
  /** Null where there is nothing to compare. */
  readonly onLoupe: (() => void) | null;
  readonly onMode: (mode: CompareMode) => void;
  readonly children?: ReactNode;
}

/** How one compares and how near one is: a pill at the foot of the picture. */
export function CompareBar({ modes, mode, view, isLoupe, onLoupe, onMode, children }: CompareBarProps) {
  const t = useTranslations("review");
  const titleOf = useKeyTitle();
  const locale = useLocale();
  return (
    <div className="grid w-fit max-w-full justify-items-center gap-x-2 gap-y-1 rounded-3xl border border-line bg-glass p-1.5 text-xs shadow-lg shadow-black/20 @4xl:flex @4xl:items-center">
      {modes.length > 1 && (
        <Segments
          isPill
          isBare
          label={t("compare")}
          value={mode}
          items={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
          onChange={onMode}
        />
      )}
      <div className="flex max-w-full flex-wrap items-center justify-center gap-x-2 gap-y-1">
        {children}
        {mode === "result" && (
          <span className="px-2 text-dim max-sm:hidden">
            {view.frame.width} × {view.frame.height}
          </span>
        )}
        {modes.length > 1 && <span aria-hidden className="h-4 w-px bg-line @max-4xl:hidden" />}
        <div className="flex items-center">
          <IconButton small icon={Minus} label={t("zoomOut")} title={titleOf(t("zoomOut"), "zoomOut")} onClick={() => view.zoomBy(0.8)} />
          <span className="min-w-11 text-center text-dim">{view.at ? formatPercent(locale, view.at.zoom) : ""}</span>
          <IconButton small icon={Plus} label={t("zoomIn")} title={titleOf(t("zoomIn"), "zoomIn")} onClick={() => view.zoomBy(1.25)} />
          <ZoomButton label={t("fit")} title={titleOf(t("fitTitle"), "fit")} onClick={view.fit} />
          <ZoomButton label="1:1" title={titleOf(t("actualSize"), "actualSize")} onClick={view.actualSize} />
          {onLoupe && (
            <IconButton
              small
              icon={ScanSearch}
              label={t("loupe")}
              title={titleOf(t("loupe"), "loupe")}
              aria-pressed={isLoupe}
              className="aria-pressed:bg-raised aria-pressed:text-ink"
              onClick={onLoupe}
            />
          )}
        </div>
      </div>
    </div>
  );
}

function ZoomButton({ label, title, onClick }: { readonly label: string; readonly title: string; readonly onClick: () => void }) {
  return (
    <button
      type="button"
      title={title}
      onClick={onClick}
      className="h-7 min-w-8 rounded-full px-2.5 text-dim hover:bg-raised hover:text-ink pointer-coarse:h-11 pointer-coarse:min-w-11"
    >
      {label}
    </button>
  );
}
