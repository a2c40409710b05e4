"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Slider } from "#components/ui/slider.tsx";
import { useShortcutKeys } from "#lib/client/shortcuts/use-shortcuts.ts";
import type { Picture } from "#lib/wire.ts";
import { CompareLabel } from "./compare-label.tsx";
import type { PairProps } from "./compared.ts";
import { Pane } from "./pane.tsx";
import { PictureLayer } from "./picture-layer.tsx";
import { StageChip } from "./stage-chip.tsx";

interface BlendedViewProps extends Omit<PairProps, "before"> {
  readonly mode: "blink" | "onion" | "result";
  readonly before: Picture | null;
  readonly name: string;
}

/** Both pictures in one place, one over the other: all of it (result), in turn (blink) or in part (onion skin). */
export function BlendedView({ view, mode, before, after, beforeLabel, afterLabel, name, isHeld, onHover }: BlendedViewProps) {
  const t = useTranslations("review");
  const keysOf = useShortcutKeys();
  const [strength, setStrength] = useState(50);
  const [isPressed, setPressed] = useState(false);
  const isBefore = before !== null && (isHeld || isPressed);
  const shown = isBefore ? 0 : mode === "onion" ? strength / 100 : 1;
  return (
    <div className="absolute inset-0">
      <Pane ref={view.measure} view={view} onHover={onHover}>
        {before && <PictureLayer picture={before} view={view} alt={t("before")} {...(shown === 1 ? { opacity: 0 } : {})} />}
        <PictureLayer picture={after} view={view} alt={mode === "result" ? name : t("after")} opacity={shown} />
        {mode !== "result" && (
          <CompareLabel side={isBefore ? "left" : "right"} view={view}>
            {isBefore ? beforeLabel : afterLabel}
          </CompareLabel>
        )}
      </Pane>
      {mode === "onion" && (
        <StageChip>
          <label htmlFor="onion">{t("onionStrength")}</label>
          <Slider id="onion" min={0} max={100} value={strength} onValue={setStrength} aria-valuetext={`${strength} %`} className="w-36" />
          <span className="w-10 text-right">{strength} %</span>
        </StageChip>
      )}
      {mode === "blink" && (
        <StageChip>
          <button
            type="button"
            aria-pressed={isBefore}
            aria-keyshortcuts={keysOf("holdOriginal").aria}
            onPointerDown={() => setPressed(true)}
            onPointerUp={() => setPressed(false)}
            onPointerLeave={() => setPressed(false)}
            onPointerCancel={() => setPressed(false)}
            onKeyDown={(event) => (event.key === " " || event.key === "Enter") && setPressed(true)}
            onKeyUp={() => setPressed(false)}
            onBlur={() => setPressed(false)}
            className="h-6 rounded-full px-2 hover:bg-raised pointer-coarse:h-11"
          >
            {t("holdToSeeBefore", { key: keysOf("holdOriginal").text || "none" })}
          </button>
        </StageChip>
      )}
    </div>
  );
}
