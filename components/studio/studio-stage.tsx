"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CompareBar } from "#components/review/compare-bar.tsx";
import type { CompareMode } from "#components/review/compare-modes.ts";
import { CompareView } from "#components/review/compare-view.tsx";
import { Variants } from "#components/review/variants.tsx";
import type { MaskStageProps } from "#components/stage/mask-stage.tsx";
import { PictureStage } from "#components/stage/picture-stage.tsx";
import { SizePill } from "#components/stage/size-pill.tsx";
import type { Edit, Picture } from "#lib/wire.ts";
import { EmptyStage } from "./empty-stage.tsx";

/** The canvas comes only where somebody paints. */
const MaskStage = dynamic(() => import("#components/stage/mask-stage.tsx"), { ssr: false });

interface StudioStageProps {
  readonly open: Edit | null;
  readonly original: Edit | null;
  readonly compare: CompareMode;
  readonly afterLabel: string;
  readonly maskId: string | null;
  /** What may be painted on the open picture; null where painting makes no sense. */
  readonly painting: Omit<MaskStageProps, "picture" | "alt" | "uploadedId"> | null;
  readonly variants: readonly Edit[];
  readonly needsPicture: boolean;
  readonly notice: ReactNode;
  readonly onCompare: (mode: CompareMode) => void;
  readonly onOpen: (editId: string) => void;
  readonly onPicture: (picture: Picture, fileName: string) => void;
}

export function StudioStage(props: StudioStageProps) {
  const { open, original, compare, afterLabel, maskId, painting, variants, needsPicture, notice, onCompare, onOpen, onPicture } = props;
  const t = useTranslations("studio");
  const isCompared = original !== null && open !== null && compare !== "result";
  const isPainting = painting !== null && !isCompared;
  return (
    <main aria-label={t("stage")} className="relative flex min-h-0 min-w-0 flex-col bg-stage p-3 lg:p-5 [grid-area:stage]">
      <div className="relative min-h-[45svh] flex-1 lg:min-h-0">
        {open === null ? (
          <EmptyStage needsPicture={needsPicture} onPicture={onPicture} />
        ) : isCompared ? (
          <CompareView mode={compare} before={original.picture} after={open.picture} afterLabel={afterLabel} />
        ) : painting ? (
          <MaskStage {...painting} picture={open.picture} alt={open.name} uploadedId={maskId} />
        ) : (
          <PictureStage picture={open.picture} alt={open.name} maskId={maskId} />
        )}
      </div>
      {open && (!isPainting || original) && (
        <div className="flex flex-wrap items-center justify-center gap-2 pt-3">
          <span className="sm:flex-1 empty:max-sm:hidden">
            {variants.length > 1 && <Variants edits={variants} openId={open.id} onOpen={onOpen} />}
          </span>
          {original && <CompareBar mode={compare} onMode={onCompare} />}
          <span className="flex justify-end sm:flex-1">{!isPainting && <SizePill picture={open.picture} />}</span>
        </div>
      )}
      {notice && <div className="absolute inset-x-3 top-3 mx-auto max-w-lg shadow-xl lg:top-5">{notice}</div>}
    </main>
  );
}
