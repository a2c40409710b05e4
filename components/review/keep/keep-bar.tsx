"use client";

import { Redo2, Undo2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Segments } from "#components/ui/segments.tsx";
import { Slider } from "#components/ui/slider.tsx";
import { formatPercent } from "#lib/client/formats.ts";
import type { View } from "../use-view.ts";
import type { KeepBrush } from "./keep-brush.ts";
import type { KeepPart } from "./use-keep-part.ts";

interface KeepBarProps {
  readonly brush: KeepBrush;
  readonly largest: number;
  readonly keep: KeepPart;
  readonly view: View;
  readonly onBrush: (brush: KeepBrush) => void;
  readonly children: ReactNode;
}

export function KeepBar({ brush, largest, keep, view, onBrush, children }: KeepBarProps) {
  const t = useTranslations("keep");
  const locale = useLocale();
  const [sizeId, softnessId] = [useId(), useId()];
  return (
    <div className="flex max-w-full flex-wrap items-center justify-center gap-x-3 gap-y-1 rounded-3xl border border-line bg-glass px-2 py-1.5 text-xs shadow-lg shadow-black/20">
      <Segments
        isPill
        isBare
        label={t("mode")}
        value={brush.mode}
        items={[
          { value: "subtract", label: t("takeOut") },
          { value: "add", label: t("bringIn") },
        ]}
        onChange={(mode) => onBrush({ ...brush, mode })}
      />
      <div className="flex items-center gap-2 text-dim">
        <label htmlFor={sizeId}>{t("size")}</label>
        {/* A square root scale: small brushes are told apart, large ones are near. */}
        <Slider
          id={sizeId}
          min={2}
          max={Math.round(Math.sqrt(largest))}
          step={0.5}
          value={Math.sqrt(brush.size)}
          onValue={(root) => onBrush({ ...brush, size: Math.max(4, Math.round(root * root)) })}
          aria-valuetext={t("pixels", { count: brush.size })}
          className="w-24"
        />
        <span className="w-12 text-ink">{t("pixels", { count: brush.size })}</span>
      </div>
      <div className="flex items-center gap-2 text-dim">
        <label htmlFor={softnessId}>{t("softness")}</label>
        <Slider
          id={softnessId}
          min={0}
          max={100}
          step={5}
          value={Math.round((1 - brush.hardness) * 100)}
          onValue={(softness) => onBrush({ ...brush, hardness: 1 - softness / 100 })}
          className="w-16"
        />
      </div>
      <div className="flex items-center">
        <IconButton small icon={Undo2} label={t("undo")} disabled={!keep.canUndo} onClick={keep.undo} />
        <IconButton small icon={Redo2} label={t("redo")} disabled={!keep.canRedo} onClick={keep.redo} />
        <button
          type="button"
          title={t("fit")}
          className="h-7 min-w-12 rounded-full px-2 text-dim hover:bg-raised hover:text-ink"
          onClick={view.fit}
        >
          {view.at ? formatPercent(locale, view.at.zoom) : ""}
        </button>
      </div>
      {children}
    </div>
  );
}
