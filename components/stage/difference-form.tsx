"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { SelectBox } from "#components/ui/select-box.tsx";
import { Slider } from "#components/ui/slider.tsx";
import type { DifferenceSource } from "./difference-sources.ts";

interface DifferenceFormProps {
  readonly sources: readonly DifferenceSource[];
  readonly onMark: (pictureId: string, threshold: number) => void;
}

const least = 2;
const most = 96;

/** Against which edit, and how much counts as a change. */
export function DifferenceForm({ sources, onMark }: DifferenceFormProps) {
  const t = useTranslations("stage");
  const id = useId();
  const [pictureId, setPictureId] = useState(sources[0]?.pictureId ?? "");
  const [threshold, setThreshold] = useState(24);
  return (
    <div className="grid gap-2 border-t border-line px-2 pt-2 pb-1 text-xs">
      <label htmlFor={id}>{t("difference.against")}</label>
      <SelectBox id={id} value={pictureId} onChange={(event) => setPictureId(event.currentTarget.value)}>
        {sources.map((source) => (
          <option key={source.id} value={source.pictureId}>
            {source.isParent ? t("difference.parent", { name: source.name }) : source.name}
          </option>
        ))}
      </SelectBox>
      <div className="flex items-center gap-2">
        <span aria-hidden>{t("difference.threshold")}</span>
        <Slider aria-label={t("difference.threshold")} min={least} max={most} value={threshold} onValue={setThreshold} />
        <span className="w-6 text-right">{threshold}</span>
      </div>
      <Button onClick={() => onMark(pictureId, threshold)}>{t("difference.mark")}</Button>
    </div>
  );
}
