"use client";

import Image from "next/image";
import { useTranslations } from "next-intl";
import { FitBox } from "#components/ui/fit-box.tsx";
import { type Picture, paths } from "#lib/wire.ts";
import { MaskOverlay } from "./mask-overlay.tsx";

interface PictureStageProps {
  readonly picture: Picture;
  readonly alt: string;
  readonly maskId: string | null;
}

/** The picture at the size that fits, with its mask over it. */
export function PictureStage({ picture, alt, maskId }: PictureStageProps) {
  const t = useTranslations("stage");
  return (
    <FitBox width={picture.width} height={picture.height}>
      <div className={picture.hasAlpha ? "checkered absolute inset-0" : "absolute inset-0"}>
        <Image src={paths.thumbnail(picture.id, 1536)} alt={alt} fill loading="eager" className="object-fill" />
        {maskId && <MaskOverlay src={paths.pictureFile(maskId)} label={t("mask")} />}
      </div>
    </FitBox>
  );
}
