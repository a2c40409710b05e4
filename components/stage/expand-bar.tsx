"use client";

import { RotateCcw, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { NumberBox } from "#components/ui/number-box.tsx";
import { Segments } from "#components/ui/segments.tsx";
import type { Size } from "#components/ui/viewport.ts";
import { formatPercent } from "#lib/client/formats.ts";
import { sentenceGap } from "#lib/client/sentence-gap.ts";
import { canvasOf, isExpanding, mostCanvasPixels, noExpansion, scaleOf } from "#lib/models/choose-frame.ts";
import type { Expansion, Frame } from "#lib/wire.ts";
import { type Anchor, anchorOf, anchors, canvasShapeOf, canvasShapes, expandToShape } from "./expand-ratios.ts";
import { isTooLarge } from "./framing.ts";
import { useExpandText } from "./use-expand-text.ts";

interface ExpandBarProps {
  readonly picture: Size;
  readonly expand: Expansion;
  /** What the model will see of the canvas; null where nothing is to be painted, or the canvas cannot be. */
  readonly frame: Frame | null;
  readonly onExpand: (expand: Expansion) => void;
  /** The canvas makes room for as much. */
  readonly onHeight: (heightPx: number) => void;
  readonly onClose: () => void;
}

const sides = ["left", "top", "right", "bottom"] as const;

/** The canvas in numbers and in shapes; its handles stand on the stage. */
export function ExpandBar({ picture, expand, frame, onExpand, onHeight, onClose }: ExpandBarProps) {
  const t = useTranslations("stage.expand");
  const locale = useLocale();
  const text = useExpandText(picture, expand);
  const [wanted, setWanted] = useState<Anchor>("middle");
  const id = useId();
  const bar = useRef<HTMLElement>(null);
  // Before anything is painted: handles that jump away as one reaches for them are missed.
  useLayoutEffect(() => {
    const tell = () => onHeight(bar.current?.offsetHeight ?? 0);
    tell();
    const observer = new ResizeObserver(tell);
    if (bar.current) observer.observe(bar.current);
    return () => observer.disconnect();
  }, [onHeight]);
  const shape = canvasShapeOf(picture, expand);
  // A canvas that was pulled freely says nothing about where the next shape should put the picture.
  const anchor = (shape && anchorOf(expand)) ?? wanted;
  const canvas = canvasOf(picture, expand);
  const megapixels = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

  function anchorAt(next: Anchor): void {
    setWanted(next);
    if (shape) onExpand(expandToShape(picture, shape, next));
  }

  function leave(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
  }

  return (
    <section
      ref={bar}
      aria-label={t("title")}
      onKeyDown={leave}
      className="flex max-w-full flex-wrap items-center justify-center gap-x-3 gap-y-1 rounded-2xl border border-line bg-glass px-3 py-1.5 text-xs shadow-lg"
    >
      <Segments
        isBare
        isPill
        label={t("shapes")}
        value={shape}
        items={canvasShapes.map((value) => ({ value, label: value === "original" ? t("original") : value }))}
        onChange={(next) => onExpand(expandToShape(picture, next, anchor))}
      />
      <Segments
        isBare
        isPill
        label={t("anchors")}
        value={anchor}
        items={anchors.map((value) => ({ value, label: t(`anchor.${value}`) }))}
        onChange={anchorAt}
      />
      <div className="grid grid-cols-2 justify-items-end gap-2 sm:flex">
        {sides.map((side) => (
          <label key={side} htmlFor={`${id}${side}`} className="flex items-center gap-1.5 text-dim">
            {t(`side.${side}`)}
            <NumberBox
              id={`${id}${side}`}
              value={expand[side]}
              className="h-7 w-14 text-right pointer-coarse:h-11"
              onValue={(pixels) => onExpand({ ...expand, [side]: Math.max(0, Math.round(pixels ?? 0)) })}
            />
          </label>
        ))}
      </div>
      <div className="flex items-center gap-1">
        <IconButton small icon={RotateCcw} label={t("reset")} disabled={!isExpanding(expand)} onClick={() => onExpand(noExpansion)} />
        <Button tone="quiet" className="h-7 px-2 text-xs pointer-coarse:h-11" onClick={onClose}>
          {t("done")}
        </Button>
      </div>
      <div role="status" className="text-center text-dim">
        <p>
          {text}
          {frame && `${sentenceGap(locale)}${t("sees", { share: formatPercent(locale, scaleOf(frame)) })}`}
        </p>
        {isTooLarge(canvas) && (
          <p className="flex items-center justify-center gap-1.5 text-danger">
            <TriangleAlert aria-hidden size={14} />
            {t("tooLarge", {
              size: megapixels.format((canvas.width * canvas.height) / 1e6),
              most: megapixels.format(mostCanvasPixels / 1e6),
            })}
          </p>
        )}
      </div>
    </section>
  );
}
