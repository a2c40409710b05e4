"use client";

import { useTranslations } from "next-intl";
import { type CSSProperties, useId, useState } from "react";
import { downloadFile } from "#lib/client/download-file.ts";
import type { MaskDocument, MaskOperation, WholeMaskOperation } from "#lib/mask/mask-document.ts";
import type { MaskHistory } from "#lib/mask/mask-history.ts";
import { type Picture, paths } from "#lib/wire.ts";
import type { DifferenceSource } from "./difference-sources.ts";
import { drawMaskFile } from "./draw-mask-file.ts";
import { ExpandBar } from "./expand-bar.tsx";
import { FrameLayer } from "./frame-layer.tsx";
import type { Framing, FramingChange } from "./framing.ts";
import { FramingButtons } from "./framing-buttons.tsx";
import { MaskBar } from "./mask-bar.tsx";
import { maskViews } from "./overlay-pixels.ts";
import { cssColourOf } from "./overlay-style.ts";
import type { StageCommand } from "./stage-keys.ts";
import { CoveragePill, FingerPill, ZoomPill } from "./stage-pills.tsx";
import { ToolRail } from "./tool-rail.tsx";
import { stepHardness, stepSize } from "./tool-settings.ts";
import { useCanvasStage } from "./use-canvas-stage.ts";
import { useFramingTool } from "./use-framing-tool.ts";
import { useStageKeys } from "./use-stage-keys.ts";

export interface MaskStageProps {
  readonly picture: Picture;
  readonly alt: string;
  readonly history: MaskHistory;
  /** A mask that came as a file and is shown instead; painting replaces it. */
  readonly uploadedId: string | null;
  /** What was painted last on another picture of the project. */
  readonly lastMask: MaskDocument | null;
  /** Edits from which the picture may differ. */
  readonly differences: readonly DifferenceSource[];
  /** Null where the run is not about this picture. */
  readonly framing: (Framing & FramingChange) | null;
  readonly onPaint: (added: readonly MaskOperation[]) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** What is done by its name alone. */
type PlainCommand = Exclude<StageCommand["kind"], "tool" | "size" | "hardness" | "zoom" | "turn" | "abort" | "close-shape">;

const zoomStep = 1.25;
const turnStep = 15;

/** The one mount of the canvas, with its bars around it. */
export default function MaskStage(props: MaskStageProps) {
  const { picture, alt, history, uploadedId, lastMask, differences, framing, onPaint, onUndo, onRedo } = props;
  const t = useTranslations("stage");
  const helpId = useId();
  const { host, stage, zoom, views, coverage, selecting, settings, setSettings, canFingerPaint } = useCanvasStage(
    picture,
    history.operations,
    uploadedId,
    onPaint,
    (fingers) => {
      if (fingers === 2) onUndo();
      if (fingers === 3) onRedo();
    },
  );
  const tool = useFramingTool({ picture, framing, stage, settings, setSettings });
  const [barHeightPx, setBarHeight] = useState(0);
  const step = Math.max(2, Math.round(Math.max(picture.width, picture.height) / 250));

  function nextLook(): void {
    setSettings({ look: maskViews[(maskViews.indexOf(settings.look) + 1) % maskViews.length] ?? "overlay" });
  }

  /** A mask that came as a file can be put away, or painted anew; its pixels cannot be changed here. */
  function operate(operation: WholeMaskOperation): void {
    if (uploadedId === null || operation.kind === "clear") onPaint([operation]);
  }

  async function exportMask(): Promise<void> {
    downloadFile(await drawMaskFile({ width: picture.width, height: picture.height, operations: history.operations }));
  }

  function reuseLast(): void {
    if (lastMask) stage.current?.bringIn({ tool: "painted", mask: lastMask });
  }

  /** Answers whether the key was used. */
  function obey(command: StageCommand): boolean {
    const { tool, size, hardness } = settings;
    // With nothing painted the key is the studio's, which takes back what was typed and chosen.
    if (command.kind === "undo" && history.operations.length === 0) return false;
    if (command.kind === "redo" && history.undone.length === 0) return false;
    if (command.kind === "last-mask" && lastMask === null) return false;
    if (command.kind === "abort") return stage.current?.abort() ?? false;
    if (command.kind === "close-shape") return stage.current?.closePolygon() ?? false;
    const actions: Readonly<Record<PlainCommand, () => void>> = {
      swap: () => setSettings({ tool: tool === "eraser" ? "brush" : "eraser" }),
      invert: () => operate({ kind: "invert" }),
      clear: () => operate({ kind: "clear" }),
      "last-mask": reuseLast,
      look: nextLook,
      undo: onUndo,
      redo: onRedo,
      fit: () => stage.current?.camera.fit(),
      "actual-size": () => stage.current?.camera.zoomTo(1),
    };
    if (command.kind === "tool") setSettings({ tool: command.tool });
    else if (command.kind === "size") setSettings({ size: stepSize(size, command.direction) });
    else if (command.kind === "hardness") setSettings({ hardness: stepHardness(hardness, command.direction) });
    else if (command.kind === "zoom") stage.current?.camera.zoomBy(zoomStep ** command.direction);
    else if (command.kind === "turn") stage.current?.camera.turnBy(turnStep * command.direction);
    else actions[command.kind]();
    return true;
  }
  useStageKeys(host, stage, obey);

  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const isHand = settings.tool === "hand";
  return (
    <div
      style={{ "--mask": cssColourOf(settings.overlay.colour) } as CSSProperties}
      className="flex min-h-full flex-col gap-2 lg:absolute lg:inset-0 lg:overflow-hidden"
    >
      <p id={helpId} className="sr-only">
        {t("canvasHelp")}
      </p>
      <div
        className={`pointer-events-none z-20 flex justify-center *:pointer-events-auto lg:absolute lg:inset-x-2 lg:top-2 ${tool?.isExpanding ? "lg:pl-(--room-rail)" : ""}`}
      >
        {tool?.isExpanding && framing ? (
          <ExpandBar
            picture={picture}
            expand={tool.shown.expand}
            frame={tool.frame}
            onExpand={framing.onExpand}
            onHeight={setBarHeight}
            onClose={() => {
              tool.setExpanding(false);
              host.current?.focus();
            }}
          />
        ) : (
          <MaskBar
            settings={settings}
            step={step}
            isFixed={uploadedId !== null}
            canUndo={history.operations.length > 0}
            canRedo={history.undone.length > 0}
            onSettings={setSettings}
            onOperation={operate}
            picture={picture}
            onShape={(shape) => onPaint(uploadedId === null ? [shape] : [{ kind: "clear" }, shape])}
            files={{
              marching: isStill ? null : { isOn: settings.isMarching, onToggle: () => setSettings({ isMarching: !settings.isMarching }) },
              canExport: uploadedId === null && history.operations.length > 0,
              onExport: () => void exportMask(),
              onImport: (file) => stage.current?.bringIn({ tool: "file", file }),
              onLast: lastMask && reuseLast,
              differences,
              onDifference: (pictureId, threshold) => {
                stage.current?.bringIn({ tool: "difference", from: paths.pictureFile(pictureId), threshold });
              },
              onTransparency: picture.hasAlpha ? () => stage.current?.bringIn({ tool: "transparency" }) : null,
            }}
            onUndo={onUndo}
            onRedo={onRedo}
          />
        )}
      </div>
      <div className="z-10 flex justify-center lg:absolute lg:top-14 lg:left-2 lg:pointer-coarse:top-18">
        <ToolRail tool={settings.tool} onTool={(next) => setSettings({ tool: next })}>
          {tool && <FramingButtons tool={tool} />}
        </ToolRail>
      </div>
      <div className="relative min-h-[45svh] flex-1 lg:absolute lg:inset-0">
        <div
          ref={host}
          role="application"
          aria-label={t("canvas", { name: alt })}
          aria-describedby={helpId}
          onBlur={() => stage.current?.hideCross()}
          style={{ "--expand-bar": `${barHeightPx}px` } as CSSProperties}
          className={`absolute inset-0 touch-none overflow-hidden select-none lg:pb-(--room-bar) lg:pl-(--room-rail) ${tool?.isExpanding ? "lg:pt-(--expand-bar)" : "lg:pt-(--room-bar)"} ${isHand ? "cursor-grab" : "cursor-crosshair"}`}
        />
        {tool && framing && (
          <FrameLayer
            picture={picture}
            host={host}
            views={views}
            tool={tool}
            onAutomatic={tool.shown.drawn && (() => framing.onBox(null))}
          />
        )}
      </div>
      <div className="pointer-events-none z-10 flex flex-wrap items-end justify-between gap-2 *:pointer-events-auto lg:absolute lg:inset-x-2 lg:bottom-2">
        <CoveragePill coverage={coverage} selecting={selecting} isUploaded={uploadedId !== null} look={settings.look} onLook={nextLook} />
        {canFingerPaint && <FingerPill finger={settings.finger} onFinger={(finger) => setSettings({ finger })} />}
        <ZoomPill
          zoom={zoom}
          picture={picture}
          onZoomBy={(factor) => stage.current?.camera.zoomBy(factor)}
          onFit={() => stage.current?.camera.fit()}
          onActualSize={() => stage.current?.camera.zoomTo(1)}
        />
      </div>
    </div>
  );
}
