"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CompareBar } from "#components/review/compare-bar.tsx";
import type { CompareMode } from "#components/review/compare-modes.ts";
import { CompareView } from "#components/review/compare-view.tsx";
import { Variants } from "#components/review/variants.tsx";
import { PictureStage } from "#components/stage/picture-stage.tsx";
import { SizePill } from "#components/stage/size-pill.tsx";
import type { Edit, Picture } from "#lib/wire.ts";
import { EmptyStage } from "./empty-stage.tsx";

interface StudioStageProps {
  readonly open: Edit | null;
  readonly original: Edit | null;
  readonly compare: CompareMode;
  readonly afterLabel: string;
  readonly maskId: string | null;
  readonly variants: readonly Edit[];
  readonly needsPicture: boolean;
  readonly notice: ReactNode;
  readonly onCompare: (mode: CompareMode) => void;
  readonly onOpen: (editId: string) => void;
  readonly onPicture: (picture: Picture, fileName: string) => void;
}

export function StudioStage(props: StudioStageProps) {
  const { open, original, compare, afterLabel, maskId, variants, needsPicture, notice, onCompare, onOpen, onPicture } = props;
  const t = useTranslations("studio");
  return (
    <main aria-label={t("stage")} className="relative flex min-h-0 min-w-0 flex-col bg-stage p-3 lg:p-5 [grid-area:stage]">
      <div className="relative min-h-[45svh] flex-1 lg:min-h-0">
        {open === null ? (
          <EmptyStage needsPicture={needsPicture} onPicture={onPicture} />
        ) : original && compare !== "result" ? (
          <CompareView mode={compare} before={original.picture} after={open.picture} afterLabel={afterLabel} />
        ) : (
          <PictureStage picture={open.picture} alt={open.name} maskId={maskId} />
        )}
      </div>
      {open && (
        <div className="flex flex-wrap items-center justify-center gap-2 pt-3">
          <span className="sm:flex-1 empty:max-sm:hidden">
            {variants.length > 1 && <Variants edits={variants} openId={open.id} onOpen={onOpen} />}
          </span>
          {original && <CompareBar mode={compare} onMode={onCompare} />}
          <span className="flex justify-end sm:flex-1">
            <SizePill picture={open.picture} />
          </span>
        </div>
      )}
      {notice && <div className="absolute inset-x-3 top-3 mx-auto max-w-lg shadow-xl lg:top-5">{notice}</div>}
    </main>
  );
}
