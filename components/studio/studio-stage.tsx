"use client";

import { useTranslations } from "next-intl";
import type { PointerEvent, ReactNode } from "react";
import { CompareEntry } from "#components/review/compare-entry.tsx";
import { CompareStage, type CompareStageProps } from "#components/review/compare-stage.tsx";
import type { KeepPair } from "#components/review/keep/keep-sources.ts";
import { useRemarksDesk } from "#components/share/remarks-desk.tsx";
import { StagePins } from "#components/share/stage-pins.tsx";
import { differenceSources } from "#components/stage/difference-sources.ts";
import { onDemand, useLoadAhead } from "#lib/client/on-demand.tsx";
import { keyPlaceOf } from "#lib/client/shortcuts/key-place.ts";
import type { Edit, Picture } from "#lib/wire.ts";
import { EmptyStage } from "./empty-stage.tsx";
import { FittedPicture } from "./fitted-picture.tsx";
import type { GlimpseBoard } from "./glimpse-board.ts";
import { GlimpseAlone, GlimpseOver } from "./glimpse-layer.tsx";
import { InTurn } from "./in-turn.tsx";
import { OfflineBanner } from "./offline-banner.tsx";
import { PaintOffer } from "./paint-offer.tsx";
import type { Painting } from "./painting-of.ts";
import { useStageInView } from "./use-stage-in-view.ts";

/** The canvas comes only where somebody paints; until it is there the picture is. */
const MaskStage = onDemand(() => import("#components/stage/mask-stage.tsx"), FittedPicture);
const KeepStage = onDemand(async () => ({ default: (await import("#components/review/keep/keep-stage.tsx")).KeepStage }));
const RemarksCard = onDemand(async () => ({ default: (await import("#components/share/remarks-card.tsx")).RemarksCard }));
const ahead = [MaskStage, KeepStage, RemarksCard];

interface StudioStageProps extends Omit<CompareStageProps, "open"> {
  readonly open: Edit | null;
  readonly maskId: string | null;
  /** What may be painted on the open picture; null where painting makes no sense. */
  readonly painting: Painting | null;
  /** While the result is painted in and out over its original. */
  readonly keeping: { readonly pair: KeepPair; readonly onApply: (alpha: Picture) => Promise<void>; readonly onClose: () => void } | null;
  readonly needsPicture: boolean;
  /** While one is sent, or enlarges what is shown. */
  readonly isRunBegun: boolean;
  readonly notice: ReactNode;
  readonly glimpses: GlimpseBoard;
  /** The way to where one paints; null where one does so already, or may not. */
  readonly onFill: (() => void) | null;
  readonly onPicture: (picture: Picture, fileName: string) => void;
}

export function StudioStage({
  open,
  maskId,
  painting,
  keeping,
  needsPicture,
  isRunBegun,
  notice,
  glimpses,
  onFill,
  onPicture,
  ...compare
}: StudioStageProps) {
  const t = useTranslations("studio");
  useLoadAhead(ahead);
  const place = useStageInView(isRunBegun);
  const { isShown: isRemarksShown } = useRemarksDesk();
  const isPainting = painting !== null && compare.mode === "result";
  return (
    <main
      ref={place}
      aria-label={t("stage")}
      onPointerDownCapture={leaveField}
      className="relative flex min-h-0 min-w-0 flex-col bg-stage p-3 [grid-area:stage]"
    >
      <div className="flex min-h-0 flex-1 gap-3 max-lg:flex-col">
        <div className="relative min-h-[60svh] min-w-0 flex-1 lg:min-h-0">
          <InTurn part="stage" meanwhile={open && <FittedPicture picture={open.picture} />}>
            {open === null ? (
              <EmptyStage needsPicture={needsPicture} onPicture={onPicture} />
            ) : keeping ? (
              <KeepStage key={open.id} projectId={open.projectId} {...keeping} />
            ) : isPainting ? (
              <MaskStage
                {...painting}
                picture={open.picture}
                alt={open.name}
                uploadedId={maskId}
                differences={differenceSources(open, compare.others)}
              />
            ) : (
              <CompareStage
                key={`${open.picture.width}×${open.picture.height}`}
                {...compare}
                open={open}
                overlay={(view, mode) => (
                  <>
                    <StagePins edit={open} view={view} mode={mode} />
                    <GlimpseOver board={glimpses} view={view} mode={mode} />
                  </>
                )}
              />
            )}
          </InTurn>
          <GlimpseAlone board={glimpses} />
        </div>
        {open && !keeping && isRemarksShown && <RemarksCard edit={open} />}
      </div>
      {isPainting && !keeping && compare.before && (
        <div className="flex justify-center pt-3">
          <CompareEntry onCompare={() => compare.onMode("slider")} />
        </div>
      )}
      <OfflineBanner />
      {open && onFill && !keeping && <PaintOffer onFill={onFill} />}
      {notice && <div className="absolute inset-x-3 top-3 mx-auto max-w-lg shadow-xl lg:top-5">{notice}</div>}
    </main>
  );
}

/** The stage keeps presses to itself, so a field elsewhere would keep the focus, and every key meant for the picture. */
function leaveField({ currentTarget }: PointerEvent<HTMLElement>): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && keyPlaceOf(activeElement).isTyping && !currentTarget.contains(activeElement))
    activeElement.blur();
}
