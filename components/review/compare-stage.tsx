"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { joinClasses } from "#components/ui/join-classes.ts";
import type { Point } from "#components/ui/viewport.ts";
import type { Expansion } from "#lib/wire.ts";
import { BeforePicker } from "./before-picker.tsx";
import { CompareBar } from "./compare-bar.tsx";
import { frameOf, grownFrame } from "./compare-frame.ts";
import { type CompareMode, modesFor, nextMode } from "./compare-modes.ts";
import { CompareView } from "./compare-view.tsx";
import type { ComparedEdit } from "./compared.ts";
import { Loupe } from "./loupe.tsx";
import type { ReviewCommand } from "./review-keys.ts";
import { SheetPopover } from "./sheet-popover.tsx";
import { useReviewKeys } from "./use-review-keys.ts";
import { useView, type View } from "./use-view.ts";

export interface CompareStageProps {
  readonly open: ComparedEdit;
  readonly before: ComparedEdit | null;
  /** Edits the open one may be compared with. */
  readonly others: readonly ComparedEdit[];
  /** Results of the same original, the open one among them. */
  readonly variants: readonly ComparedEdit[];
  /** By how much the canvas grew from the one to the other; null where it did not. */
  readonly grown: Expansion | null;
  readonly mode: CompareMode;
  readonly afterLabel: string;
  readonly titleOf: (edit: ComparedEdit) => string;
  /** What a run took: where it is known, the grid says it and a contact sheet can be made. */
  readonly factsOf?: (edit: ComparedEdit) => string;
  readonly onMode: (mode: CompareMode) => void;
  readonly onOpen: (editId: string) => void;
  readonly onBefore: (editId: string) => void;
  readonly onKeepPart: (() => void) | null;
  readonly onAgain: (() => void) | null;
  /** Lies over the pictures. */
  readonly overlay?: (view: View, mode: CompareMode) => ReactNode;
}

/** A result is looked at: every way to compare shares one place and one zoom. */
export function CompareStage(props: CompareStageProps) {
  const { open, before, others, variants, grown, mode, afterLabel, titleOf, factsOf, onMode, onOpen, onBefore } = props;
  const { onKeepPart, onAgain, overlay } = props;
  const t = useTranslations("review");
  const after = open.picture;
  const frame = useMemo(() => {
    const original = before?.picture ?? null;
    return (original && grown && grownFrame(after, original, grown)) ?? frameOf(after, original);
  }, [after, before?.picture, grown]);
  const view = useView(frame);
  const [isLoupe, setLoupe] = useState(false);
  const [hover, setHover] = useState<Point | null>(null);
  const modes = modesFor({ hasPair: before !== null, hasVariants: variants.length > 1 });
  const shown = modes.includes(mode) ? mode : "result";
  const hasLoupe = before !== null && shown !== "grid";

  function run(command: ReviewCommand): boolean {
    if (command.kind === "pick") {
      const picked = variants[command.number - 1];
      if (picked) onOpen(picked.id);
      return picked !== undefined;
    }
    const actions: Readonly<Record<typeof command.kind, (() => void) | null>> = {
      mode: modes.length > 1 ? () => onMode(nextMode(modes, shown)) : null,
      fit: view.fit,
      "actual-size": view.actualSize,
      "zoom-in": () => view.zoomBy(1.25),
      "zoom-out": () => view.zoomBy(0.8),
      loupe: hasLoupe ? () => setLoupe(!isLoupe) : null,
      "keep-part": onKeepPart,
      again: onAgain,
    };
    actions[command.kind]?.();
    return actions[command.kind] !== null;
  }
  const isHeld = useReviewKeys({ isGrid: shown === "grid", onCommand: run }) && before !== null;

  return (
    <div className={joinClasses("absolute inset-0 flex flex-col gap-2", shown !== "grid" && "lg:[--review-bar:3rem]")}>
      <div className="relative min-h-0 flex-1">
        <CompareView
          mode={shown}
          view={view}
          before={before?.picture ?? null}
          after={open.picture}
          beforeLabel={before === null || before.id === open.parentId ? t("before") : before.name}
          afterLabel={afterLabel}
          name={open.name}
          isHeld={isHeld}
          variants={variants}
          openId={open.id}
          titleOf={titleOf}
          factsOf={factsOf}
          onOpen={onOpen}
          onHover={isLoupe ? setHover : undefined}
        />
        {shown === "grid" && factsOf && (
          <div className="absolute top-0 right-0 z-10 rounded-full bg-glass text-xs">
            <SheetPopover title={sharedName(variants) ?? before?.name ?? open.name} edits={variants} titleOf={titleOf} factsOf={factsOf} />
          </div>
        )}
        {overlay?.(view, shown)}
        {isLoupe && hasLoupe && before && <Loupe view={view} before={before.picture} after={open.picture} at={hover} />}
      </div>
      {/* Over the foot of one picture, below several: there it would hide some of them. */}
      <div
        className={joinClasses(
          "@container pointer-events-none flex justify-center *:pointer-events-auto",
          shown === "grid" ? "lg:pb-1" : "lg:absolute lg:inset-x-0 lg:bottom-1",
        )}
      >
        <CompareBar
          modes={modes}
          mode={shown}
          view={view}
          isLoupe={isLoupe && hasLoupe}
          hasLoupe={before !== null}
          onLoupe={hasLoupe ? () => setLoupe(!isLoupe) : null}
          onMode={onMode}
        >
          {others.length > 0 && <BeforePicker edits={others} before={before} onPick={onBefore} />}
        </CompareBar>
      </div>
    </div>
  );
}

function sharedName(edits: readonly ComparedEdit[]): string | null {
  const names = new Set(edits.map(({ name }) => name));
  return names.size === 1 ? (edits[0]?.name ?? null) : null;
}
