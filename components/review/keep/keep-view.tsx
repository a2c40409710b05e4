"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { joinClasses } from "#components/ui/join-classes.ts";
import { type TracePoint, toPicture } from "#components/ui/viewport.ts";
import type { Stroke } from "#lib/mask/mask-document.ts";
import type { MaskWindow } from "#lib/mask/mask-window.ts";
import { Pane } from "../pane.tsx";
import { PictureLayer } from "../picture-layer.tsx";
import type { View } from "../use-view.ts";
import { type KeepBrush, otherMode } from "./keep-brush.ts";
import { KeepCanvas } from "./keep-canvas.ts";
import { type KeepPair, readKeepPixels } from "./keep-sources.ts";
import { useBrushCursor } from "./use-brush-cursor.ts";
import { useKeepWindow } from "./use-keep-window.ts";
import { placeOf } from "./window-in-view.ts";

interface KeepViewProps {
  readonly view: View;
  readonly pair: KeepPair;
  readonly strokes: readonly Stroke[];
  readonly brush: KeepBrush;
  readonly isPanning: boolean;
  /** While the key is down the original is seen. */
  readonly isHeld: boolean;
  readonly onStroke: (stroke: Stroke) => void;
}

type GrowingStroke = Stroke & { readonly points: number[] };

/** No point nearer to the last than this many pixels of the screen. */
const nearest = 2;

/** The result is painted in and out over its original, which lies below: what one sees is the mixed picture itself. */
export function KeepView({ view, pair, strokes, brush, isPanning, isHeld, onStroke }: KeepViewProps) {
  const t = useTranslations("keep");
  const canvas = useRef<HTMLCanvasElement>(null);
  const mixed = useRef<KeepCanvas | null>(null);
  const [shown, setShown] = useState<MaskWindow | null>(null);
  const growing = useRef<GrowingStroke | null>(null);
  const window = useKeepWindow(view);
  const latest = useRef(strokes);
  latest.current = strokes;

  const zoom = view.at?.zoom ?? 0;
  const side = brush.size * zoom;
  const hasRing = !isPanning && side > 6;
  const cursor = useBrushCursor(view.room, hasRing ? side / 2 : null, brush.hardness);

  useEffect(() => {
    if (!window) return;
    let isWanted = true;
    readKeepPixels(pair, window).then(
      (pixels) => {
        if (!isWanted || !canvas.current) return;
        mixed.current = new KeepCanvas(canvas.current, window, pixels, latest.current);
        if (growing.current) mixed.current.extendStroke(growing.current, 0);
        setShown(window);
      },
      // Without the pixels the picture below stays as it is.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [pair, window]);

  useEffect(() => {
    if (growing.current === null) mixed.current?.show(strokes);
  }, [strokes]);

  function addPoints(trace: readonly TracePoint[]): void {
    const stroke = growing.current;
    if (!stroke || !view.at) return;
    const list = stroke.points;
    const before = list.length / 3;
    for (const at of trace) {
      const { x, y } = toPicture(view.at, at);
      const [lastX = Number.NaN, lastY = Number.NaN] = list.slice(-3);
      if (Math.hypot(x - lastX, y - lastY) * view.at.zoom < nearest) continue;
      list.push(Math.round(x * 10) / 10, Math.round(y * 10) / 10, at.pressure);
    }
    if (list.length / 3 > before) mixed.current?.extendStroke(stroke, before);
  }

  const gesture = {
    begin(at: TracePoint, isErasing: boolean) {
      if (isPanning || !mixed.current) return false;
      const mode = isErasing ? otherMode(brush.mode) : brush.mode;
      growing.current = { kind: "stroke", mode, size: brush.size, hardness: brush.hardness, points: [] };
      addPoints([at]);
      return true;
    },
    extend: addPoints,
    end() {
      const stroke = growing.current;
      growing.current = null;
      if (!stroke || stroke.points.length === 0) return;
      mixed.current?.keepStroke([...latest.current, stroke]);
      onStroke(stroke);
    },
    abort() {
      growing.current = null;
      mixed.current?.show(latest.current);
    },
  };

  return (
    <div className="absolute inset-0">
      <Pane
        ref={view.measure}
        view={view}
        gesture={gesture}
        cursor={isPanning ? "grab" : hasRing ? "none" : "crosshair"}
        onHover={cursor.hover}
      >
        <PictureLayer picture={pair.before} view={view} alt={t(isHeld ? "original" : "picture")} />
        {!shown && !isHeld && <PictureLayer picture={pair.edit.picture} view={view} alt="" />}
        <canvas
          ref={canvas}
          className={joinClasses("pointer-events-none absolute top-0 left-0 max-w-none", (isHeld || !shown) && "invisible")}
          style={shown && view.at ? placeOf(shown, view.at) : undefined}
        />
        <div ref={cursor.host} aria-hidden className="pointer-events-none absolute inset-0" />
      </Pane>
    </div>
  );
}
