"use client";

import Image from "next/image";
import { useTranslations } from "next-intl";
import { FitBox } from "#components/ui/fit-box.tsx";
import { type Picture, paths } from "#lib/wire.ts";
import { CompareLabel } from "./compare-label.tsx";

interface SideBySideProps {
  readonly before: Picture;
  readonly after: Picture;
  readonly afterLabel: string;
}

export function SideBySide({ before, after, afterLabel }: SideBySideProps) {
  const t = useTranslations("review");
  return (
    <div className="grid size-full grid-cols-2 gap-3 portrait:grid-cols-1 portrait:grid-rows-2">
      <Half picture={before} side="left" label={t("before")} />
      <Half picture={after} side="right" label={afterLabel} />
    </div>
  );
}

function Half({ picture, side, label }: { readonly picture: Picture; readonly side: "left" | "right"; readonly label: string }) {
  return (
    <div className="min-h-0 min-w-0">
      <FitBox width={picture.width} height={picture.height}>
        <Image src={paths.thumbnail(picture.id, 1536)} alt={label} fill loading="eager" className="object-fill" />
        <CompareLabel side={side}>{label}</CompareLabel>
      </FitBox>
    </div>
  );
}
