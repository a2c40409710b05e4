"use client";

import { useTranslations } from "next-intl";
import { useCallback, useSyncExternalStore } from "react";
import type { CompareMode } from "#components/review/compare-modes.ts";
import { FramedLayer } from "#components/review/picture-layer.tsx";
import type { View } from "#components/review/use-view.ts";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { FittedFrame } from "./fitted-picture.tsx";
import type { Glimpse, GlimpseBoard } from "./glimpse-board.ts";

/** A result as it came, on the picture it was made from. */
export function GlimpseOver({ board, view, mode }: { readonly board: GlimpseBoard; readonly view: View; readonly mode: CompareMode }) {
  const glimpse = useGlimpse(board, "over");
  // In the other ways to compare, what lies where is the person's to say.
  if (!glimpse || mode !== "result") return null;
  return (
    <>
      <FramedLayer view={view}>
        <GlimpsedImage image={glimpse.image} className={glimpse.isHalf ? "[clip-path:inset(0_0_0_50%)]" : ""} />
        {glimpse.isHalf && <div aria-hidden className="absolute inset-y-0 left-1/2 w-0.5 -translate-x-1/2 bg-white shadow" />}
      </FramedLayer>
      <GlimpseNote />
    </>
  );
}

/** A result as it came, where it will be seen by itself. */
export function GlimpseAlone({ board }: { readonly board: GlimpseBoard }) {
  const glimpse = useGlimpse(board, "alone");
  if (!glimpse) return null;
  const { naturalWidth: width, naturalHeight: height } = glimpse.image;
  return (
    <div className="pointer-events-none absolute inset-0 bg-stage lg:pb-12">
      <div className="relative size-full">
        <FittedFrame size={{ width, height }}>
          <GlimpsedImage image={glimpse.image} className="" />
        </FittedFrame>
      </div>
      <GlimpseNote />
    </div>
  );
}

function useGlimpse(board: GlimpseBoard, place: Glimpse["place"]): Glimpse | null {
  const glimpse = useSyncExternalStore(board.subscribe, board.shown, () => null);
  return glimpse?.place === place ? glimpse : null;
}

/** The very element that was decoded: another one of the same address would have to be asked for and decoded again. */
function GlimpsedImage({ image, className }: { readonly image: HTMLImageElement; readonly className: string }) {
  const hold = useCallback(
    (frame: HTMLElement | null) => {
      image.className = "size-full";
      image.alt = "";
      frame?.replaceChildren(image);
    },
    [image],
  );
  return <div ref={hold} className={`absolute inset-0 ${className}`} />;
}

function GlimpseNote() {
  const t = useTranslations("studio");
  return (
    <div className="pointer-events-none absolute inset-x-0 top-3 flex justify-center">
      <StatusPill tone="calm">{t("finishing")}</StatusPill>
    </div>
  );
}
