"use client";

import { type LucideIcon, Redo2, SquaresIntersect, SquaresSubtract, SquaresUnite, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Slider } from "#components/ui/slider.tsx";
import { useKeyTitle } from "#components/ui/use-key-title.ts";
import type { Size } from "#components/ui/viewport.ts";
import type { BoxShape, CombineMode, WholeMaskOperation } from "#lib/mask/mask-document.ts";
import { BoxForm } from "./box-form.tsx";
import { type MaskFiles, MaskMenu } from "./mask-menu.tsx";
import { maxSize, minSize, type ToolSettings } from "./tool-settings.ts";

interface MaskBarProps {
  readonly settings: ToolSettings;
  /** By how many pixels growing and softening go; follows the picture's size. */
  readonly step: number;
  /** The mask came as a file: only clearing and painting anew are open. */
  readonly isFixed: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onSettings: (change: Partial<ToolSettings>) => void;
  readonly onOperation: (operation: WholeMaskOperation) => void;
  readonly picture: Size;
  readonly onShape: (shape: BoxShape) => void;
  readonly files: MaskFiles;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

const button =
  "inline-flex h-7 shrink-0 items-center rounded-full px-2.5 text-xs whitespace-nowrap text-dim enabled:hover:bg-raised enabled:hover:text-ink disabled:opacity-50 pointer-coarse:h-11";
const modeIcons: Readonly<Record<CombineMode, LucideIcon>> = {
  add: SquaresUnite,
  subtract: SquaresSubtract,
  intersect: SquaresIntersect,
};
const chosen = "border border-edge bg-raised text-ink";

export function MaskBar({ settings, step, isFixed, onSettings, onOperation, picture, onShape, files, ...history }: MaskBarProps) {
  const { canUndo, canRedo, onUndo, onRedo } = history;
  const { tool: kind, mode: shapeMode } = settings;
  const t = useTranslations("stage");
  const titleOf = useKeyTitle();
  const isBrush = settings.tool === "brush" || settings.tool === "eraser";
  const modes: readonly CombineMode[] = isBrush ? ["add", "subtract"] : ["add", "subtract", "intersect"];
  return (
    <div
      role="toolbar"
      aria-label={t("bar")}
      className="flex max-w-full flex-wrap items-center justify-center gap-x-1 gap-y-0.5 rounded-2xl border border-line bg-glass px-2 py-1 shadow-lg"
    >
      {isBrush && (
        <>
          {/* The slider feels even: its middle is a middling brush, not half of the largest. */}
          <div className="flex items-center gap-2 px-1 text-xs">
            <span aria-hidden>{t("size")}</span>
            <Slider
              aria-label={t("size")}
              className="w-20 max-xl:pointer-coarse:w-14"
              min={Math.log(minSize)}
              max={Math.log(maxSize)}
              step="any"
              value={Math.log(settings.size)}
              aria-valuetext={String(settings.size)}
              onValue={(value) => onSettings({ size: Math.round(Math.exp(value)) })}
            />
            <span className="w-7 text-right max-xl:pointer-coarse:hidden">{settings.size}</span>
          </div>
          <div className="flex items-center gap-2 px-1 text-xs">
            <span aria-hidden>{t("hardness")}</span>
            <Slider
              aria-label={t("hardness")}
              className="w-16 max-xl:pointer-coarse:w-14"
              min={0}
              max={100}
              value={Math.round(settings.hardness * 100)}
              onValue={(value) => onSettings({ hardness: value / 100 })}
            />
            <span className="w-7 text-right max-xl:pointer-coarse:hidden">{Math.round(settings.hardness * 100)}</span>
          </div>
        </>
      )}
      {(settings.tool === "wand" || settings.tool === "colour") && (
        <div className="flex items-center gap-2 px-1 text-xs">
          <span aria-hidden>{t("tolerance")}</span>
          <Slider
            aria-label={t("tolerance")}
            className="w-20 max-xl:pointer-coarse:w-14"
            min={0}
            max={128}
            value={settings.tolerance}
            onValue={(tolerance) => onSettings({ tolerance })}
          />
          <span className="w-7 text-right max-xl:pointer-coarse:hidden">{settings.tolerance}</span>
        </div>
      )}
      {settings.tool === "wand" && (
        <button
          type="button"
          aria-pressed={settings.isContiguous}
          onClick={() => onSettings({ isContiguous: !settings.isContiguous })}
          className={joinClasses(button, settings.isContiguous && chosen)}
        >
          {t("contiguous")}
        </button>
      )}
      <fieldset aria-label={t("modes")} className="flex gap-0.5" disabled={settings.tool === "eraser" || settings.tool === "hand"}>
        {modes.map((mode) => (
          <IconButton
            key={mode}
            small
            icon={modeIcons[mode]}
            label={t(`mode.${mode}`)}
            aria-pressed={settings.mode === mode}
            onClick={() => onSettings({ mode })}
            className={joinClasses(settings.mode === mode && "bg-raised text-ink ring-1 ring-edge")}
          />
        ))}
      </fieldset>
      {(kind === "rectangle" || kind === "ellipse") && (
        <BoxForm picture={picture} buttonClassName={button} onBox={(box) => onShape({ kind, mode: shapeMode, ...box })} />
      )}
      {/* What fits beside the settings stays there; where it does not, all of it goes to a row of its own. */}
      <div className="flex items-center gap-x-1">
        <button
          type="button"
          disabled={isFixed}
          className={button}
          title={titleOf(t("invert"), "invert")}
          onClick={() => onOperation({ kind: "invert" })}
        >
          {t("invert")}
        </button>
        <button type="button" className={button} title={titleOf(t("clear"), "clear")} onClick={() => onOperation({ kind: "clear" })}>
          {t("clear")}
        </button>
        <MaskMenu
          step={step}
          isFixed={isFixed}
          overlay={settings.overlay}
          onOverlay={(overlay) => onSettings({ overlay })}
          onOperation={onOperation}
          {...files}
        />
        <span className="flex">
          <IconButton small icon={Undo2} label={t("undo")} title={titleOf(t("undo"), "undo")} disabled={!canUndo} onClick={onUndo} />
          <IconButton small icon={Redo2} label={t("redo")} title={titleOf(t("redo"), "redo")} disabled={!canRedo} onClick={onRedo} />
        </span>
      </div>
    </div>
  );
}
