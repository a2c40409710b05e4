"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useId, useRef, useState, useSyncExternalStore } from "react";
import { LiveStatus } from "#components/ui/live-status.tsx";
import { type Point, type Size, toScreen, type Viewport } from "#components/ui/viewport.ts";
import { canvasOf, isExpanding as isGrown } from "#lib/models/choose-frame.ts";
import type { Box } from "#lib/wire.ts";
import { ExpandHandles } from "./expand-handles.tsx";
import { FrameBox } from "./frame-box.tsx";
import { onPicture } from "./framing.ts";
import type { FramingTool } from "./use-framing-tool.ts";
import { usePassedWheel } from "./use-passed-wheel.ts";
import type { ViewSource } from "./view-source.ts";

interface FrameLayerProps {
  readonly picture: Size;
  readonly host: RefObject<HTMLElement | null>;
  readonly views: ViewSource;
  readonly tool: FramingTool;
  readonly onAutomatic: (() => void) | null;
}

/** Lies over the canvas: the box that the model will see, and the canvas the picture grows to. A stroke hides the box. */
export function FrameLayer({ picture, host, views, tool, onAutomatic }: FrameLayerProps) {
  const t = useTranslations("stage");
  const layer = useRef<HTMLElement>(null);
  usePassedWheel(layer, host);
  const view = useSyncExternalStore(views.subscribe, views.get, () => null);
  const isPainting = usePressed(host) && !tool.isExpanding;
  const [told, setTold] = useState("");
  const { expand } = tool.shown;
  const canvas = onPicture({ x: 0, y: 0, ...canvasOf(picture, expand) }, expand);
  const hasCanvas = tool.isExpanding || isGrown(expand);
  const isBoxDrawn = tool.isBoxShown && tool.frame !== null && !isPainting;
  return (
    <section ref={layer} aria-label={t("frame.title")} className="pointer-events-none absolute inset-0 overflow-clip">
      {view && (hasCanvas || isBoxDrawn) && (
        <Outlines
          picture={outlineOf(view, { x: 0, y: 0, ...picture })}
          canvas={hasCanvas ? outlineOf(view, canvas) : null}
          box={isBoxDrawn && tool.frame ? outlineOf(view, onPicture(tool.frame.box, expand)) : null}
        />
      )}
      {view && isBoxDrawn && tool.frame && !tool.isExpanding && (
        <FrameBox picture={picture} view={view} tool={tool} frame={tool.frame} onTold={setTold} onAutomatic={onAutomatic} />
      )}
      {view && tool.isExpanding && <ExpandHandles picture={picture} view={view} tool={tool} canvas={canvas} />}
      <LiveStatus text={told} />
    </section>
  );
}

interface OutlinesProps {
  readonly picture: string;
  readonly canvas: string | null;
  readonly box: string | null;
}

/** New ground looks as the mask does: it is painted too. */
function Outlines({ picture, canvas, box }: OutlinesProps) {
  const hatchId = useId();
  return (
    <svg aria-hidden="true" className="absolute inset-0 size-full fill-none">
      {canvas && (
        <>
          <pattern id={hatchId} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="8" height="8" className="fill-mask/50" />
            <rect width="1.5" height="8" className="fill-white/50" />
          </pattern>
          <path d={`${canvas}${picture}`} fillRule="evenodd" fill={`url(#${hatchId})`} />
          <path d={canvas} className="stroke-black/70" strokeWidth="3" />
          <path d={canvas} className="stroke-white" strokeWidth="1.25" />
        </>
      )}
      {box && (
        <>
          <path d={box} className="stroke-black/55" strokeWidth="3" />
          <path d={box} className="stroke-white" strokeWidth="1.25" strokeDasharray="6 4" />
        </>
      )}
    </svg>
  );
}

function outlineOf(view: Viewport, { x, y, width, height }: Box): string {
  const points: readonly Point[] = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
  return `M${points.map((point) => Object.values(toScreen(view, point)).join(" ")).join("L")}Z`;
}

/** True while the canvas is pressed with what paints. */
function usePressed(host: RefObject<HTMLElement | null>): boolean {
  const [isPressed, setPressed] = useState(false);
  useEffect(() => {
    const element = host.current;
    const press = (event: PointerEvent) => event.button === 0 && setPressed(true);
    const release = () => setPressed(false);
    element?.addEventListener("pointerdown", press);
    window.addEventListener("pointerup", release);
    window.addEventListener("pointercancel", release);
    return () => {
      element?.removeEventListener("pointerdown", press);
      window.removeEventListener("pointerup", release);
      window.removeEventListener("pointercancel", release);
    };
  }, [host]);
  return isPressed;
}
