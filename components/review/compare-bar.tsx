"use client";

import { Minus, Plus, ScanSearch } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
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
  /** It has its place where two pictures are compared, also while it cannot be used: nothing moves under a hand. */
  readonly hasLoupe: boolean;
  readonly onLoupe: (() => void) | null;
  readonly onMode: (mode: CompareMode) => void;
  readonly children?: ReactNode;
}

/** Where there is little room and a finger, two fingers do it. */
const fingersZoom = "@max-lg:pointer-coarse:hidden";

/** How one compares and how near one is: a pill at the foot of the picture. */
export function CompareBar({ modes, mode, view, isLoupe, hasLoupe, onLoupe, onMode, children }: CompareBarProps) {
  const t = useTranslations("review");
  const titleOf = useKeyTitle();
  const row = useRef<HTMLDivElement>(null);
  const at = modes.indexOf(mode);
  useEffect(() => {
    const chosen = row.current?.querySelectorAll("label")[at];
    if (chosen && row.current) row.current.scrollLeft = chosen.offsetLeft - (row.current.clientWidth - chosen.offsetWidth) / 2;
  }, [at]);
  const locale = useLocale();
  return (
    <div className="grid w-fit max-w-full justify-items-center gap-x-2 gap-y-1 rounded-3xl border border-line bg-glass p-1.5 text-xs shadow-lg shadow-black/20 @4xl:flex @4xl:items-center">
      {modes.length > 1 && (
        // One row that is pushed sideways where it has no room: the picture needs the height.
        <div ref={row} className="max-w-full overflow-x-auto [scrollbar-width:none] [&>*]:w-max">
          <Segments
            isPill
            isBare
            label={t("compare")}
            value={mode}
            items={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
            onChange={onMode}
          />
        </div>
      )}
      <div className="flex max-w-full flex-wrap items-center justify-center gap-x-2 gap-y-1">
        {children}
        {modes.length === 1 && (
          <span className="px-2 text-dim max-sm:hidden">
            {view.frame.width} × {view.frame.height}
          </span>
        )}
        {modes.length > 1 && <span aria-hidden className="h-4 w-px bg-line @max-4xl:hidden" />}
        <div className="flex items-center">
          <IconButton
            small
            icon={Minus}
            label={t("zoomOut")}
            title={titleOf(t("zoomOut"), "zoomOut")}
            className={fingersZoom}
            onClick={() => view.zoomBy(0.8)}
          />
          <span className={joinClasses("min-w-11 text-center text-dim", fingersZoom)}>
            {view.at ? formatPercent(locale, view.at.zoom) : ""}
          </span>
          <IconButton
            small
            icon={Plus}
            label={t("zoomIn")}
            title={titleOf(t("zoomIn"), "zoomIn")}
            className={fingersZoom}
            onClick={() => view.zoomBy(1.25)}
          />
          <ZoomButton label={t("fit")} title={titleOf(t("fitTitle"), "fit")} onClick={view.fit} />
          <ZoomButton label="1:1" title={titleOf(t("actualSize"), "actualSize")} onClick={view.actualSize} />
          {hasLoupe && (
            <IconButton
              small
              icon={ScanSearch}
              label={t("loupe")}
              title={titleOf(t("loupe"), "loupe")}
              aria-pressed={isLoupe}
              className="aria-pressed:bg-raised aria-pressed:text-ink"
              disabled={onLoupe === null}
              onClick={onLoupe ?? undefined}
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
