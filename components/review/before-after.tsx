"use client";

import { ChevronsLeftRight } from "lucide-react";
import Image from "next/image";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FitBox } from "#components/ui/fit-box.tsx";
import { type Picture, paths } from "#lib/wire.ts";
import { CompareLabel } from "./compare-label.tsx";

interface BeforeAfterProps {
  readonly before: Picture;
  readonly after: Picture;
  readonly afterLabel: string;
}

/** Both pictures in one place; the range input over them is the handle, so hand, pen and keys all move it. */
export function BeforeAfter({ before, after, afterLabel }: BeforeAfterProps) {
  const t = useTranslations("review");
  const [percent, setPercent] = useState(50);
  return (
    <FitBox width={after.width} height={after.height}>
      <div className="absolute inset-0 overflow-hidden has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-text">
        <Image src={paths.thumbnail(after.id, 1536)} alt={t("after")} fill loading="eager" className="object-fill" />
        <div className="absolute inset-0 bg-stage" style={{ clipPath: `inset(0 ${100 - percent}% 0 0)` }}>
          <Image src={paths.thumbnail(before.id, 1536)} alt={t("before")} fill loading="eager" className="object-contain" />
        </div>
        <CompareLabel side="left">{t("before")}</CompareLabel>
        <CompareLabel side="right">{afterLabel}</CompareLabel>
        <div
          aria-hidden
          className="pointer-events-none absolute inset-y-0 w-0.5 -translate-x-1/2 bg-white shadow"
          style={{ left: `${percent}%` }}
        >
          <span className="absolute top-1/2 left-1/2 grid size-9 -translate-1/2 place-items-center rounded-full bg-white text-black shadow-lg">
            <ChevronsLeftRight size={16} />
          </span>
        </div>
        <input
          type="range"
          min={0}
          max={100}
          step={0.5}
          value={percent}
          aria-label={t("handle")}
          aria-valuetext={t("handleAt", { percent: Math.round(percent) })}
          onChange={(event) => setPercent(event.currentTarget.valueAsNumber)}
          className="absolute inset-0 size-full cursor-ew-resize opacity-0"
        />
      </div>
    </FitBox>
  );
}
