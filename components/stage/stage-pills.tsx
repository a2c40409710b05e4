"use client";

import { Eye, EyeOff, Maximize, Minus, Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Segments } from "#components/ui/segments.tsx";
import { useKeyTitle } from "#components/ui/use-key-title.ts";
import { formatPercent } from "#lib/client/formats.ts";
import { useShortcutKeys } from "#lib/client/shortcuts/use-shortcuts.ts";
import type { Coverage } from "#lib/mask/coverage.ts";
import type { Picture } from "#lib/wire.ts";
import { type FingerChoice, fingerChoices } from "./finger-choice.ts";
import type { MaskLook } from "./overlay-pixels.ts";
import type { Selecting } from "./selection.ts";

const pill =
  "flex h-8 items-center gap-1 rounded-full border border-line bg-glass px-3 text-xs whitespace-nowrap shadow-lg pointer-coarse:h-11";

interface CoveragePillProps {
  readonly coverage: Coverage;
  readonly selecting: Selecting;
  readonly isUploaded: boolean;
  readonly look: MaskLook;
  readonly onLook: () => void;
}

/** What the mask covers, in words: also what those hear who do not see it. */
export function CoveragePill({ coverage: { share, regions }, selecting, isUploaded, look, onLook }: CoveragePillProps) {
  const t = useTranslations("stage");
  const keysOf = useShortcutKeys();
  const titleOf = useKeyTitle();
  const locale = useLocale();
  const precise = new Intl.NumberFormat(locale, { style: "percent", maximumSignificantDigits: share < 0.01 ? 1 : 2 });
  const text =
    selecting !== "idle" ? t(`selecting.${selecting}`) : share === 0 ? t("noMask") : t("covers", { share: precise.format(share), regions });
  return (
    <div className={`${pill} pr-1`}>
      {share > 0 && <span role="img" aria-label={t("mask")} className="mask-hatch size-3 rounded-sm" />}
      <span role="status">{isUploaded ? t("maskUploaded", { text }) : text}</span>
      <IconButton
        small
        icon={look === "off" ? EyeOff : Eye}
        label={t("view", { look: t(`look.${look}`) })}
        title={titleOf(t("view", { look: t(`look.${look}`) }), "look")}
        aria-keyshortcuts={keysOf("look").aria}
        onClick={onLook}
      />
    </div>
  );
}

/** Offered once a finger has touched the canvas; two fingers always move and zoom. */
export function FingerPill({ finger, onFinger }: { readonly finger: FingerChoice; readonly onFinger: (finger: FingerChoice) => void }) {
  const t = useTranslations("stage");
  const items = fingerChoices.map((value) => ({ value, label: t(`fingerDoes.${value}`) }));
  return (
    <div className="rounded-full border border-line bg-glass p-0.5 shadow-lg">
      <Segments isPill isBare label={t("finger")} value={finger} items={items} onChange={onFinger} />
    </div>
  );
}

interface ZoomPillProps {
  readonly zoom: number;
  readonly picture: Picture;
  readonly onZoomBy: (factor: number) => void;
  readonly onFit: () => void;
  readonly onActualSize: () => void;
}

export function ZoomPill({ zoom, picture, onZoomBy, onFit, onActualSize }: ZoomPillProps) {
  const t = useTranslations("stage");
  const titleOf = useKeyTitle();
  const locale = useLocale();
  return (
    <div className={`${pill} px-1`}>
      <IconButton small icon={Minus} label={t("zoomOut")} title={titleOf(t("zoomOut"), "zoomOut")} onClick={() => onZoomBy(0.8)} />
      <button
        type="button"
        title={titleOf(t("actualSize"), "actualSize")}
        className="min-w-12 rounded-md py-1 text-center hover:bg-raised pointer-coarse:h-11"
        onClick={onActualSize}
      >
        {formatPercent(locale, zoom)}
      </button>
      <IconButton small icon={Plus} label={t("zoomIn")} title={titleOf(t("zoomIn"), "zoomIn")} onClick={() => onZoomBy(1.25)} />
      <IconButton small icon={Maximize} label={t("fit")} title={titleOf(t("fit"), "fit")} onClick={onFit} />
      <span className="px-2 text-dim max-sm:hidden">
        {picture.width} × {picture.height}
      </span>
    </div>
  );
}
