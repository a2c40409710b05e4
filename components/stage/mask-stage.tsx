"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { downloadFile } from "#lib/client/download-file.ts";
import type { MaskOperation, WholeMaskOperation } from "#lib/mask/mask-document.ts";
import type { MaskHistory } from "#lib/mask/mask-history.ts";
import type { Picture } from "#lib/wire.ts";
import { drawMaskFile } from "./draw-mask-file.ts";
import { MaskBar } from "./mask-bar.tsx";
import { maskViews } from "./overlay-pixels.ts";
import type { StageCommand } from "./stage-keys.ts";
import { CoveragePill, ZoomPill } from "./stage-pills.tsx";
import { ToolRail } from "./tool-rail.tsx";
import { stepHardness, stepSize } from "./tool-settings.ts";
import { useCanvasStage } from "./use-canvas-stage.ts";
import { useStageKeys } from "./use-stage-keys.ts";

export interface MaskStageProps {
  readonly picture: Picture;
  readonly alt: string;
  readonly history: MaskHistory;
  /** A mask that came as a file and is shown instead; painting replaces it. */
  readonly uploadedId: string | null;
  readonly onPaint: (added: readonly MaskOperation[]) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** The one mount of the canvas, with its bars around it. */
export default function MaskStage({ picture, alt, history, uploadedId, onPaint, onUndo, onRedo }: MaskStageProps) {
  const t = useTranslations("stage");
  const helpId = useId();
  const { host, stage, zoom, coverage, selecting, settings, setSettings } = useCanvasStage(
    picture,
    history.operations,
    uploadedId,
    onPaint,
  );
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

  /** Answers whether the key was used. */
  function obey(command: StageCommand): boolean {
    const { tool, size, hardness } = settings;
    // With nothing painted the key is the studio's, which takes back what was typed and chosen.
    if (command.kind === "undo" && history.operations.length === 0) return false;
    if (command.kind === "redo" && history.undone.length === 0) return false;
    if (command.kind === "abort") return stage.current?.abort() ?? false;
    if (command.kind === "close-shape") return stage.current?.closePolygon() ?? false;
    const actions: Readonly<Record<Exclude<StageCommand["kind"], "tool" | "size" | "hardness" | "abort" | "close-shape">, () => void>> = {
      swap: () => setSettings({ tool: tool === "eraser" ? "brush" : "eraser" }),
      invert: () => operate({ kind: "invert" }),
      clear: () => operate({ kind: "clear" }),
      look: nextLook,
      undo: onUndo,
      redo: onRedo,
      fit: () => stage.current?.fit(),
      "actual-size": () => stage.current?.zoomTo(1),
    };
    if (command.kind === "tool") setSettings({ tool: command.tool });
    else if (command.kind === "size") setSettings({ size: stepSize(size, command.direction) });
    else if (command.kind === "hardness") setSettings({ hardness: stepHardness(hardness, command.direction) });
    else actions[command.kind]();
    return true;
  }
  useStageKeys(host, stage, obey);

  const isHand = settings.tool === "hand";
  return (
    <div className="flex min-h-full flex-col gap-2 lg:absolute lg:inset-0 lg:overflow-hidden">
      <p id={helpId} className="sr-only">
        {t("canvasHelp")}
      </p>
      <div className="pointer-events-none z-10 flex justify-center *:pointer-events-auto lg:absolute lg:inset-x-14 lg:top-2">
        <MaskBar
          settings={settings}
          step={step}
          isFixed={uploadedId !== null}
          canUndo={history.operations.length > 0}
          canRedo={history.undone.length > 0}
          onSettings={setSettings}
          onOperation={operate}
          files={{
            canExport: uploadedId === null && history.operations.length > 0,
            onExport: () => void exportMask(),
            onImport: (file) => stage.current?.bringIn({ tool: "file", file }),
            onTransparency: picture.hasAlpha ? () => stage.current?.bringIn({ tool: "transparency" }) : null,
          }}
          onUndo={onUndo}
          onRedo={onRedo}
        />
      </div>
      <div className="z-10 flex justify-center lg:absolute lg:top-14 lg:left-2">
        <ToolRail tool={settings.tool} onTool={(tool) => setSettings({ tool })} />
      </div>
      <div
        ref={host}
        role="application"
        aria-label={t("canvas", { name: alt })}
        aria-describedby={helpId}
        onBlur={() => stage.current?.hideCross()}
        className={`relative min-h-[45svh] flex-1 touch-none overflow-hidden select-none lg:absolute lg:inset-0 ${isHand ? "cursor-grab" : "cursor-crosshair"}`}
      />
      <div className="pointer-events-none z-10 flex flex-wrap items-end justify-between gap-2 *:pointer-events-auto lg:absolute lg:inset-x-2 lg:bottom-2">
        <CoveragePill coverage={coverage} selecting={selecting} isUploaded={uploadedId !== null} look={settings.look} onLook={nextLook} />
        <ZoomPill
          zoom={zoom}
          picture={picture}
          onZoomBy={(factor) => stage.current?.zoomBy(factor)}
          onFit={() => stage.current?.fit()}
          onActualSize={() => stage.current?.zoomTo(1)}
        />
      </div>
    </div>
  );
}
