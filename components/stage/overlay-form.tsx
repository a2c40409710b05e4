"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Segments } from "#components/ui/segments.tsx";
import { Slider } from "#components/ui/slider.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { leastOpacity, type OverlayStyle, overlayColourNames } from "./overlay-style.ts";

interface OverlayFormProps {
  readonly overlay: OverlayStyle;
  readonly onOverlay: (overlay: OverlayStyle) => void;
}

/** What the mask looks like over the picture; it changes under the hand. */
export function OverlayForm({ overlay, onOverlay }: OverlayFormProps) {
  const t = useTranslations("stage");
  const hatchId = useId();
  const percent = Math.round(overlay.opacity * 100);
  return (
    <div className="grid gap-2 border-t border-line px-2 pt-2 pb-1 text-xs">
      <Segments
        label={t("overlay.colour")}
        value={overlay.colour}
        items={overlayColourNames.map((value) => ({ value, label: t(`overlay.${value}`) }))}
        onChange={(colour) => onOverlay({ ...overlay, colour })}
      />
      <div className="flex items-center gap-2">
        <span aria-hidden>{t("overlay.opacity")}</span>
        <Slider
          aria-label={t("overlay.opacity")}
          min={leastOpacity * 100}
          max={100}
          value={percent}
          onValue={(value) => onOverlay({ ...overlay, opacity: value / 100 })}
        />
        <span className="w-7 text-right">{percent}</span>
      </div>
      <div className="flex items-center justify-between gap-2">
        <label htmlFor={hatchId}>{t("overlay.hatch")}</label>
        <Switch id={hatchId} checked={overlay.isHatched} onChange={(isHatched) => onOverlay({ ...overlay, isHatched })} />
      </div>
    </div>
  );
}
