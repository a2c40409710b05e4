"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { type Point, type TracePoint, toPicture } from "#components/ui/viewport.ts";
import type { PaintMode, Stroke } from "#lib/mask/mask-document.ts";
import type { MaskWindow } from "#lib/mask/mask-window.ts";
import { Pane } from "../pane.tsx";
import { FramedLayer, PictureLayer } from "../picture-layer.tsx";
import type { View } from "../use-view.ts";
import { type KeepBrush, otherMode } from "./keep-brush.ts";
import { KeepCanvas } from "./keep-canvas.ts";
import { type KeepPair, readKeepPixels } from "./keep-sources.ts";
import { useKeepWindow } from "./use-keep-window.ts";

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

/** No point nearer to the last than this many pixels of the screen. */
const nearest = 2;

/** The result is painted in and out over its original, and what one sees is the mixed picture itself. */
export function KeepView({ view, pair, strokes, brush, isPanning, isHeld, onStroke }: KeepViewProps) {
  const t = useTranslations("keep");
  const canvas = useRef<HTMLCanvasElement>(null);
  const mixed = useRef<KeepCanvas | null>(null);
  const [shown, setShown] = useState<MaskWindow | null>(null);
  const [hover, setHover] = useState<Point | null>(null);
  const points = useRef<number[] | null>(null);
  const mode = useRef<PaintMode>(brush.mode);
  const window = useKeepWindow(view);
  const latest = useRef(strokes);
  latest.current = strokes;

  useEffect(() => {
    let isWanted = true;
    readKeepPixels(pair, window).then(
      (pixels) => {
        if (!isWanted || !canvas.current) return;
        mixed.current = new KeepCanvas(canvas.current, window, pixels, latest.current);
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
    if (points.current === null) mixed.current?.show(strokes);
  }, [strokes]);

  function strokeOf(list: readonly number[]): Stroke {
    return { kind: "stroke", mode: mode.current, size: brush.size, hardness: brush.hardness, points: list };
  }

  function addPoints(trace: readonly TracePoint[]): void {
    const list = points.current;
    if (!list || !view.at) return;
    const before = list.length / 3;
    for (const at of trace) {
      const { x, y } = toPicture(view.at, at);
      const [lastX = Number.NaN, lastY = Number.NaN] = list.slice(-3);
      if (Math.hypot(x - lastX, y - lastY) * view.at.zoom < nearest) continue;
      list.push(Math.round(x * 10) / 10, Math.round(y * 10) / 10, at.pressure);
    }
    if (list.length / 3 > before) mixed.current?.extendStroke(strokeOf(list), before);
  }

  const gesture = {
    begin(at: TracePoint, isErasing: boolean) {
      if (isPanning || !mixed.current) return false;
      points.current = [];
      mode.current = isErasing ? otherMode(brush.mode) : brush.mode;
      addPoints([at]);
      return true;
    },
    extend: addPoints,
    end() {
      const list = points.current;
      points.current = null;
      if (!list || list.length === 0) return;
      const stroke = strokeOf(list);
      mixed.current?.keepStroke([...latest.current, stroke]);
      onStroke(stroke);
    },
    abort() {
      points.current = null;
      mixed.current?.show(latest.current);
    },
  };

  const zoom = view.at?.zoom ?? 0;
  const side = brush.size * zoom;
  return (
    <div className="absolute inset-0">
      <Pane
        ref={view.measure}
        view={view}
        gesture={gesture}
        cursor={isPanning ? "grab" : side > 6 ? "none" : "crosshair"}
        onHover={setHover}
      >
        <PictureLayer picture={isHeld ? pair.before : pair.edit.picture} view={view} alt={t(isHeld ? "original" : "picture")} />
        <FramedLayer view={view} className={isHeld || !shown ? "invisible" : ""}>
          <canvas
            ref={canvas}
            className="absolute"
            style={{
              left: (shown?.x ?? 0) * zoom,
              top: (shown?.y ?? 0) * zoom,
              width: ((shown?.width ?? 0) / (shown?.scale ?? 1)) * zoom,
              height: ((shown?.height ?? 0) / (shown?.scale ?? 1)) * zoom,
              imageRendering: zoom < 4 ? "auto" : "pixelated",
            }}
          />
        </FramedLayer>
        {hover && !isPanning && side > 6 && (
          <span
            aria-hidden
            className="pointer-events-none absolute top-0 left-0 rounded-full border border-white outline outline-black/70"
            style={{ width: side, height: side, transform: `translate(${hover.x - side / 2}px, ${hover.y - side / 2}px)` }}
          />
        )}
      </Pane>
    </div>
  );
}
