"use client";

import { Check, Info } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatPercent } from "#lib/client/formats.ts";
import { sentenceGap } from "#lib/client/sentence-gap.ts";
import type { Fidelity } from "#lib/wire.ts";

interface FidelityBadgeProps {
  readonly fidelity: Fidelity;
  readonly children?: ReactNode;
}

/** How true the edit is to what it was made from, in counted pixels. */
export function FidelityBadge({ fidelity, children }: FidelityBadgeProps) {
  const { method, pixels, changed, outside, reason, scale, larger } = fidelity;
  const t = useTranslations("review.fidelity");
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  const isKept = method !== "whole";
  const Icon = isKept ? Check : Info;
  return (
    <div className="flex gap-2.5 rounded-lg border border-line bg-page p-3">
      <Icon aria-hidden size={14} className={`mt-0.5 shrink-0 ${isKept ? "text-ok" : "text-dim"}`} />
      <div className="grid min-w-0 gap-1">
        <h3 className="font-medium">{t(isKept ? "kept" : "whole")}</h3>
        <p className="text-xs text-dim">
          {method === "paste" && outside
            ? t("outside", { changed: number.format(outside.changed), pixels: number.format(outside.pixels) })
            : isKept
              ? t("original", { kept: number.format(pixels - changed), pixels: number.format(pixels) })
              : t(reason ? `reason.${reason}` : "wholeText")}
          {larger && `${sentenceGap(locale)}${t("larger", { width: String(larger.width), height: String(larger.height) })}`}
          {scale > 0 && scale < 0.995 && `${sentenceGap(locale)}${t("scale", { scale: formatPercent(locale, scale) })}`}
        </p>
        {children && <p className="flex flex-wrap gap-x-3 text-xs">{children}</p>}
      </div>
    </div>
  );
}

export function BadgeLink({
  onClick,
  isDisabled,
  children,
}: {
  readonly onClick: () => void;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      onClick={onClick}
      disabled={isDisabled}
      className="min-h-6 rounded text-accent-text enabled:hover:underline disabled:opacity-50 pointer-coarse:min-h-11"
    >
      {children}
    </button>
  );
}
