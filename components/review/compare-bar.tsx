"use client";

import { useTranslations } from "next-intl";
import { Segments } from "#components/ui/segments.tsx";
import { type CompareMode, compareModes } from "./compare-modes.ts";

export function CompareBar({ mode, onMode }: { readonly mode: CompareMode; readonly onMode: (mode: CompareMode) => void }) {
  const t = useTranslations("review");
  return (
    <div className="rounded-full border border-line bg-glass p-1 shadow-lg shadow-black/20">
      <Segments
        isPill
        label={t("compare")}
        value={mode}
        items={compareModes.map((value) => ({ value, label: t(`mode.${value}`) }))}
        onChange={onMode}
      />
    </div>
  );
}
