"use client";

import { useTranslations } from "next-intl";
import { CompareLabel } from "./compare-label.tsx";
import type { PairProps } from "./compared.ts";
import { Pane } from "./pane.tsx";
import { PictureLayer } from "./picture-layer.tsx";

/** Two panes with one zoom and one place. */
export function SideView({ view, before, after, beforeLabel, afterLabel, isHeld, onHover }: PairProps) {
  const t = useTranslations("review");
  return (
    <div className="absolute inset-0 grid grid-cols-2 gap-3 portrait:grid-cols-1 portrait:grid-rows-2">
      <Pane ref={view.measure} view={view} onHover={onHover}>
        <PictureLayer picture={before} view={view} alt={t("before")} />
        <CompareLabel side="left" view={view}>
          {beforeLabel}
        </CompareLabel>
      </Pane>
      <Pane view={view} onHover={onHover}>
        <PictureLayer picture={isHeld ? before : after} view={view} alt={t("after")} />
        <CompareLabel side="right" view={view}>
          {isHeld ? beforeLabel : afterLabel}
        </CompareLabel>
      </Pane>
    </div>
  );
}
